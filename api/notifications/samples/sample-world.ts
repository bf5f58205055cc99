import { TOKEN_SLOT } from '../../platform/mailer/content.js'
import type {
  InvitationFacts,
  MembershipFacts,
  MoneyFacts,
  OnboardingFacts,
  OrderFacts,
  SecondFactorFacts,
  TaskFacts,
} from '../facts.js'
import type {
  AnswerPromiseFacts,
  CancelledFacts,
  DeliveryFacts,
  HoldFacts,
  PromiseFacts,
} from '../order-facts.js'
import type { Recipient } from '../recipient.js'
import { languageFor } from '../words/words.js'
import { english, type SampleTexts } from './english.js'
import { german } from './german.js'
import { sampleAppointment } from './sample-appointment.js'
import { sampleCampaign } from './sample-campaign.js'
import { sampleDispute } from './sample-dispute.js'
import { sampleCourse } from './sample-course.js'
import {
  at,
  sampleConversation,
  sampleDocument,
  sampleInvitations,
  sampleOrder,
  sampleTask,
} from './sample-facts.js'

/** One order and its people, all of them invented, as a mail in one locale could tell of them. */
export interface SampleWorld {
  /** Who placed the order. */
  readonly buyer: Recipient
  /** The client's person, who answers the questions. */
  readonly client: Recipient
  readonly admin: Recipient
  readonly assignee: Recipient
  /** Somebody who looks after the channel's campaigns. */
  readonly channel: Recipient
  /** The other side of an appointment, far enough away for another clock. */
  readonly counterpart: Recipient
  readonly order: OrderFacts
  readonly money: MoneyFacts
  readonly document: OnboardingFacts
  readonly task: TaskFacts
  readonly conversation: ReturnType<typeof sampleConversation>
  readonly member: InvitationFacts
  readonly staff: InvitationFacts
  readonly dashboard: MembershipFacts
  readonly delivery: DeliveryFacts
  readonly hold: HoldFacts
  readonly cancelled: CancelledFacts
  readonly promise: PromiseFacts
  readonly answerPromise: AnswerPromiseFacts
  readonly secondFactor: SecondFactorFacts
  readonly campaign: ReturnType<typeof sampleCampaign>
  readonly dispute: ReturnType<typeof sampleDispute>
  readonly appointment: ReturnType<typeof sampleAppointment>
  /** Where a sign-in link leads. */
  readonly signInPage: string
  /** What people wrote. */
  readonly texts: SampleTexts
}

/** A mail's sample: what it tells of, and to whom. Every kind of mail has at least one. */
export interface Sample<F> {
  /** What is special about it; the first of a mail has no name. */
  readonly variant?: string
  readonly facts: F
  readonly to: Recipient
}

/** The locales of the samples, with where their people live and what they pay in. */
const places = {
  en: { timeZone: 'Europe/London', currency: 'GBP' },
  'en-US': { timeZone: 'America/New_York', currency: 'USD' },
  de: { timeZone: 'Europe/Berlin', currency: 'EUR' },
  'de-AT': { timeZone: 'Europe/Vienna', currency: 'EUR' },
  'de-CH': { timeZone: 'Europe/Zurich', currency: 'CHF' },
} as const

/** Every locale that samples are shown in; the first is the one shown first. */
export const sampleLocales: readonly string[] = Object.keys(places)

const texts: Readonly<Record<string, SampleTexts>> = { en: english, de: german }

/** The sample people and facts in a locale. `publicUrl` is where the pages are. */
export function sampleWorld(locale: string, publicUrl: string): SampleWorld {
  const text = texts[languageFor(locale)] ?? english
  const { timeZone, currency } = places[locale as keyof typeof places] ?? places.en
  const people = samplePeople(text, { locale, timeZone })
  const order = sampleOrder(text, currency, people)
  const campaign = sampleCampaign(text, { order, currency })
  return {
    ...people,
    texts: text,
    order,
    money: {
      ...order,
      amount: { amount: 19_900n, currency },
      at: at('2026-11-25T08:00:00Z'),
      reason: text.declined,
    },
    document: sampleDocument(text, order, people.client),
    task: sampleTask(text, order),
    conversation: sampleConversation(text, order),
    ...sampleInvitations(text, order),
    ...sampleCourse(text, order, people),
    campaign,
    dispute: sampleDispute(text, campaign.ready),
    appointment: sampleAppointment(text, order, people, publicUrl),
    signInPage: `${publicUrl}/portal/magic-link#token=${TOKEN_SLOT}`,
  }
}

/** Those whom mails go to: a counterpart lives in a zone of their own. */
function samplePeople(text: SampleTexts, home: Pick<Recipient, 'locale' | 'timeZone'>) {
  const person = (kind: Recipient['kind'], role: keyof SampleTexts['people']): Recipient => ({
    kind,
    id: `sample_${role}`,
    name: text.people[role],
    email: `${role}@sample.example`,
    ...home,
  })
  return {
    buyer: person('contact', 'buyer'),
    client: person('contact', 'client'),
    admin: person('user', 'admin'),
    assignee: person('user', 'assignee'),
    channel: person('contact', 'channel'),
    counterpart: { ...person('counterpart', 'counterpart'), timeZone: 'Europe/Helsinki' },
  }
}
