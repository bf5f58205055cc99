import type { NonEmptyArray } from 'type-graphql'
import { AccountsResolver, OrganisationFields } from '../accounts/organisation.resolver.js'
import { ApiKeyResolver } from '../accounts/api-key.resolver.js'
import { CustomersResolver } from '../accounts/customers.resolver.js'
import { PeopleResolver } from '../accounts/people.resolver.js'
import { ServiceResolver, ServiceVersions } from '../catalogue/service.resolver.js'
import { PackageResolver, PackageVersions } from '../catalogue/package.resolver.js'
import { VersionsResolver } from '../catalogue/versions.resolver.js'
import { DisputeRatesResolver } from '../disputes/dispute-rates.resolver.js'
import { CampaignDispute, DisputeResolver } from '../disputes/dispute.resolver.js'
import { AuditResolver } from '../audit/audit.resolver.js'
import { ActivityResolver } from '../feed/activity.resolver.js'
import { FeedMarksResolver } from '../feed/feed-marks.resolver.js'
import { InboxEntryFields } from '../feed/inbox-entry.resolver.js'
import { MentionableResolver } from '../feed/mentionable.resolver.js'
import { FileResolver } from '../files/file.resolver.js'
import { AnswerHoursResolver } from '../messages/answer-hours.resolver.js'
import { CalendarResolver } from '../messages/calendar.resolver.js'
import { InboxResolver } from '../messages/inbox.resolver.js'
import { OrderPromise, PromiseResolver } from '../messages/promise.resolver.js'
import { GalleryResolver } from '../notifications/gallery.resolver.js'
import { MailPreferenceResolver } from '../notifications/mail-preference.resolver.js'
import { NotificationResolver } from '../notifications/notification.resolver.js'
import { SavedReplyResolver } from '../messages/saved-reply.resolver.js'
import { MailResolver, OrderMails } from '../notifications/mail.resolver.js'
import { SandboxPhonesResolver } from '../notifications/texts/sandbox-phones.resolver.js'
import { AppointmentTexts, AttemptText, TextResolver } from '../notifications/texts/text.resolver.js'
import { ReportPreviewResolver } from '../notifications/report-preview.resolver.js'
import { OnboardingLinkResolver } from '../onboarding/onboarding-link.resolver.js'
import { OnboardingResolver, OrderLineOnboarding } from '../onboarding/onboarding.resolver.js'
import { VerifyTimesResolver } from '../onboarding/verify-times.resolver.js'
import { ProvisioningResolver, OrderLineProvisioning } from '../provisioning/provisioning.resolver.js'
import { BulkResolver } from '../tasks/bulk.resolver.js'
import { OrderLineTasks, OrderTasks, UserLoad } from '../tasks/task-fields.resolver.js'
import { OrderReports, ReportResolver } from '../reports/report.resolver.js'
import { TaskResolver } from '../tasks/task.resolver.js'
import { CartResolver } from '../orders/cart.resolver.js'
import { CartReorder, ReorderResolver } from '../orders/reorder.resolver.js'
import { ChargebackResolver } from '../funds/chargeback.resolver.js'
import { MoneyHeldResolver } from '../funds/money-held.resolver.js'
import { OperationResolver } from '../funds/operation.resolver.js'
import {
  OrganisationPayoutAccount,
  PayoutAccountOrganisation,
  PayoutResolver,
} from '../funds/payout.resolver.js'
import { PlayMoneyResolver } from '../funds/play-money.resolver.js'
import { ChargebackOrder, OperationOrder } from '../orders/operation-order.resolver.js'
import { DeliveryResolver, OrderDeliveries } from '../orders/delivery.resolver.js'
import { OrderLineAppointment } from '../orders/order-line-appointment.resolver.js'
import { AppointmentVerbsResolver } from '../outreach/appointment-verbs.resolver.js'
import { AppointmentResolver, OrderAppointment } from '../outreach/appointment.resolver.js'
import { AppointmentForCounterpart } from '../outreach/counterpart-view.type.js'
import { CounterpartResolver } from '../outreach/counterpart.resolver.js'
import { OrderResolver } from '../orders/order.resolver.js'
import { OrdersByDayResolver } from '../orders/orders-by-day.resolver.js'
import { BlueprintUse, FormUse } from '../orders/service-use.resolver.js'
import { CampaignVerbsResolver } from '../campaigns/campaign-verbs.resolver.js'
import { CampaignResolver, OrderCampaign } from '../campaigns/campaign.resolver.js'
import { CampaignCreatives, CreativeCampaign, CreativeResolver } from '../campaigns/creative.resolver.js'
import { ClockResolver } from './clock.resolver.js'
import { NodeResolver } from './node.resolver.js'
import { OrderStagesResolver } from './order-stages.resolver.js'
import { QueuesResolver } from './queues.resolver.js'

/** Every room's resolvers. */
export const resolvers: NonEmptyArray<Function> = [
  NodeResolver,
  AccountsResolver,
  OrganisationFields,
  PeopleResolver,
  CustomersResolver,
  ApiKeyResolver,
  FileResolver,
  ServiceResolver,
  ServiceVersions,
  VersionsResolver,
  PackageResolver,
  PackageVersions,
  FormUse,
  BlueprintUse,
  CartResolver,
  ReorderResolver,
  CartReorder,
  OrderResolver,
  OrdersByDayResolver,
  DeliveryResolver,
  OrderDeliveries,
  OperationResolver,
  MoneyHeldResolver,
  ChargebackResolver,
  PayoutResolver,
  PlayMoneyResolver,
  OrganisationPayoutAccount,
  PayoutAccountOrganisation,
  OperationOrder,
  ChargebackOrder,
  ProvisioningResolver,
  OrderLineProvisioning,
  TaskResolver,
  BulkResolver,
  OrderTasks,
  OrderLineTasks,
  UserLoad,
  AppointmentResolver,
  AppointmentVerbsResolver,
  AppointmentForCounterpart,
  CounterpartResolver,
  OrderAppointment,
  OrderLineAppointment,
  CampaignResolver,
  CampaignVerbsResolver,
  OrderCampaign,
  CreativeResolver,
  CampaignCreatives,
  CreativeCampaign,
  DisputeResolver,
  CampaignDispute,
  DisputeRatesResolver,
  ReportResolver,
  OrderReports,
  ReportPreviewResolver,
  QueuesResolver,
  OrderStagesResolver,
  PromiseResolver,
  OrderPromise,
  InboxResolver,
  CalendarResolver,
  AnswerHoursResolver,
  ActivityResolver,
  FeedMarksResolver,
  InboxEntryFields,
  MentionableResolver,
  SavedReplyResolver,
  NotificationResolver,
  AuditResolver,
  OnboardingResolver,
  VerifyTimesResolver,
  OnboardingLinkResolver,
  OrderLineOnboarding,
  MailResolver,
  TextResolver,
  AttemptText,
  AppointmentTexts,
  MailPreferenceResolver,
  OrderMails,
  GalleryResolver,
]

/** What only the sandbox has. */
export const sandboxResolvers = [ClockResolver, SandboxPhonesResolver]
