import { agreements as agreementsDe } from './de/agreements.js'
import { appointments as appointmentsDe } from './de/appointments.js'
import { campaigns as campaignsDe } from './de/campaigns.js'
import { cancellations as cancellationsDe } from './de/cancellations.js'
import { common as commonDe } from './de/common.js'
import { completion as completionDe } from './de/completion.js'
import { deliveries as deliveriesDe } from './de/deliveries.js'
import { disputes as disputesDe } from './de/disputes.js'
import { holds as holdsDe } from './de/holds.js'
import { onboarding as onboardingDe } from './de/onboarding.js'
import { orders as ordersDe } from './de/orders.js'
import { outreach as outreachDe } from './de/outreach.js'
import { people as peopleDe } from './de/people.js'
import { promises as promisesDe } from './de/promises.js'
import { reports as reportsDe } from './de/reports.js'
import { tasks as tasksDe } from './de/tasks.js'
import { agreements } from './en/agreements.js'
import { appointments } from './en/appointments.js'
import { campaigns } from './en/campaigns.js'
import { cancellations } from './en/cancellations.js'
import { common } from './en/common.js'
import { completion } from './en/completion.js'
import { deliveries } from './en/deliveries.js'
import { disputes } from './en/disputes.js'
import { holds } from './en/holds.js'
import { onboarding } from './en/onboarding.js'
import { orders } from './en/orders.js'
import { outreach } from './en/outreach.js'
import { people } from './en/people.js'
import { promises } from './en/promises.js'
import { reports } from './en/reports.js'
import { tasks } from './en/tasks.js'

const en = {
  agreements,
  appointments,
  campaigns,
  cancellations,
  common,
  completion,
  deliveries,
  disputes,
  holds,
  onboarding,
  orders,
  outreach,
  people,
  promises,
  reports,
  tasks,
}

/** Everything the mails say in one language. Another language is another table of this shape. */
export type Words = typeof en

const de: Words = {
  agreements: agreementsDe,
  appointments: appointmentsDe,
  outreach: outreachDe,
  campaigns: campaignsDe,
  completion: completionDe,
  disputes: disputesDe,
  common: commonDe,
  orders: ordersDe,
  onboarding: onboardingDe,
  people: peopleDe,
  cancellations: cancellationsDe,
  deliveries: deliveriesDe,
  holds: holdsDe,
  promises: promisesDe,
  reports: reportsDe,
  tasks: tasksDe,
}

const tables: Readonly<Record<string, Words>> = { en, de }

/** The languages that mails are written in, English first: every locale gets one of them. */
export const mailLanguages: readonly string[] = Object.keys(tables)

/** The language of the mails for a locale: its own where there is a table, otherwise English. */
export function languageFor(locale: string): string {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? ''
  return Object.hasOwn(tables, language) ? language : 'en'
}

/** The locale for dates and amounts: the reader's own, but never another language than the words around them. */
export function writtenLocale(locale: string): string {
  const language = languageFor(locale)
  return locale.toLowerCase().startsWith(language) ? locale.replaceAll('_', '-') : language
}

/** The words for a locale. */
export function wordsFor(locale: string): Words {
  return tables[languageFor(locale)] ?? en
}
