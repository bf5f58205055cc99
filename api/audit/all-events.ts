import { accountEvents } from '../accounts/accounts.events.js'
import { campaignEvents } from '../campaigns/campaign.events.js'
import { creativeEvents } from '../campaigns/creative.events.js'
import { catalogueEvents } from '../catalogue/catalogue.events.js'
import { disputeEvents } from '../disputes/dispute.events.js'
import type { DomainEvent } from '../domain-events.js'
import { fileEvents } from '../files/file.events.js'
import { fundsEvents } from '../funds/funds.events.js'
import type { EventSpec } from '../lib/machine.js'
import { calendarEvents } from '../messages/calendar.events.js'
import { messageEvents } from '../messages/message.events.js'
import { promiseEvents } from '../messages/promise.events.js'
import { onboardingEvents } from '../onboarding/onboarding.events.js'
import { orderEvents } from '../orders/order.events.js'
import { appointmentEvents } from '../outreach/appointment.events.js'
import { provisioningEvents } from '../provisioning/provisioning.events.js'
import { reportEvents } from '../reports/report.events.js'
import { taskEvents } from '../tasks/task.events.js'

/** Everything that can happen, each with what it means in plain words. One that is missing here does not compile. */
export const allEvents = {
  ...accountEvents,
  ...catalogueEvents,
  ...fileEvents,
  ...orderEvents,
  ...fundsEvents,
  ...messageEvents,
  ...promiseEvents,
  ...calendarEvents,
  ...onboardingEvents,
  ...provisioningEvents,
  ...taskEvents,
  ...reportEvents,
  ...appointmentEvents,
  ...campaignEvents,
  ...creativeEvents,
  ...disputeEvents,
} satisfies Record<DomainEvent, EventSpec>
