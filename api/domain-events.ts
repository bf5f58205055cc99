import type { AccountEventData } from './accounts/accounts.events.js'
import type { FileEventData } from './files/file.events.js'
import type { CatalogueEventData } from './catalogue/catalogue.events.js'
import type { CampaignEventData } from './campaigns/campaign.events.js'
import type { CreativeEventData } from './campaigns/creative.events.js'
import type { DisputeEventData } from './disputes/dispute.events.js'
import type { FundsEventData } from './funds/funds.events.js'
import type { CalendarEventData } from './messages/calendar.events.js'
import type { MessageEventData } from './messages/message.events.js'
import type { PromiseEventData } from './messages/promise.events.js'
import type { OnboardingEventData } from './onboarding/onboarding.events.js'
import type { AppointmentEventData } from './outreach/appointment.events.js'
import type { OrderEventData } from './orders/order.events.js'
import type { ProvisioningEventData } from './provisioning/provisioning.events.js'
import type { ReportEventData } from './reports/report.events.js'
import type { TaskEventData } from './tasks/task.events.js'

/** Everything that can happen, with what each event carries. Types only. */
export type DomainEventData = AccountEventData &
  CatalogueEventData &
  FileEventData &
  OrderEventData &
  FundsEventData &
  MessageEventData &
  PromiseEventData &
  CalendarEventData &
  OnboardingEventData &
  ProvisioningEventData &
  AppointmentEventData &
  CampaignEventData &
  DisputeEventData &
  CreativeEventData &
  TaskEventData &
  ReportEventData

/** The name of everything that can happen: each is told to somebody, or to nobody by decision. */
export type DomainEvent = keyof DomainEventData
