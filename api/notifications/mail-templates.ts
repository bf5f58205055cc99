import { accountEvents } from '../accounts/accounts.events.js'
import { campaignEvents } from '../campaigns/campaign.events.js'
import { creativeEvents } from '../campaigns/creative.events.js'
import { disputeEvents } from '../disputes/dispute.events.js'
import { fundsEvents } from '../funds/funds.events.js'
import type { EventSpec } from '../lib/machine.js'
import { messageEvents } from '../messages/message.events.js'
import { onboardingEvents } from '../onboarding/onboarding.events.js'
import { orderEvents } from '../orders/order.events.js'
import { appointmentEvents } from '../outreach/appointment.events.js'
import { promiseEvents } from '../messages/promise.events.js'
import { provisioningEvents } from '../provisioning/provisioning.events.js'
import { reportEvents } from '../reports/report.events.js'
import { taskEvents } from '../tasks/task.events.js'
import { signInLink } from './emails/sign-in-link.js'
import type { Route } from './route.js'
import { routes } from './routes.js'
import { samplesOf, type ShownSample } from './samples/shown-samples.js'

/** A kind of mail as the gallery lists it. */
export interface MailTemplate {
  readonly template: string
  readonly occasions: readonly MailOccasion[]
  readonly samples: (locale: string, publicUrl: string) => ShownSample[]
}

/** When a kind of mail goes out, and to whom. */
export interface MailOccasion {
  /** The event it tells of; null where nothing of the trade happened. */
  readonly event: string | null
  readonly when: string
  readonly tells: string
}

/** What each event that somebody is told of means; a test holds it to the routes. */
const happenings: Readonly<Record<string, EventSpec>> = {
  ...accountEvents,
  ...appointmentEvents,
  ...campaignEvents,
  ...creativeEvents,
  ...disputeEvents,
  ...fundsEvents,
  ...messageEvents,
  ...onboardingEvents,
  ...orderEvents,
  ...promiseEvents,
  ...provisioningEvents,
  ...reportEvents,
  ...taskEvents,
}

/** Every kind of mail that there is, by name, with its occasions as the routes say them. */
export function mailTemplates(): MailTemplate[] {
  const found = new Map<string, MailTemplate>([[signInLink.template, signInTemplate]])
  for (const [event, told] of Object.entries<readonly Route[]>(routes)) {
    const when = happenings[event]?.doc ?? event
    for (const { template, tells, samples } of told) {
      const occasions = [...(found.get(template)?.occasions ?? []), { event, when, tells }]
      found.set(template, { template, occasions, samples })
    }
  }
  return [...found.values()].toSorted((a, b) => (a.template < b.template ? -1 : 1))
}

/** The one mail that no event sends. */
const signInTemplate: MailTemplate = {
  template: signInLink.template,
  occasions: [{ event: null, when: 'Somebody asked to sign in by mail.', tells: 'Who asked' }],
  samples: (locale, publicUrl) => samplesOf(signInLink, locale, publicUrl),
}
