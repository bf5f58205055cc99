import type { DomainEvent } from '../domain-events.js'
import { campaignRoutes } from './campaign-routes.js'
import { communicationInvitation } from './emails/communication-invitation.js'
import { dashboardInvitation } from './emails/dashboard-invitation.js'
import { freshOnboardingLink } from './emails/fresh-onboarding-link.js'
import { memberInvitation } from './emails/member-invitation.js'
import { onboardingApproved } from './emails/onboarding-approved.js'
import { onboardingChangesRequested } from './emails/onboarding-changes-requested.js'
import { onboardingReminder } from './emails/onboarding-reminder.js'
import { onboardingRequest } from './emails/onboarding-request.js'
import { onboardingSubmitted } from './emails/onboarding-submitted.js'
import { orderCancelled } from './emails/order-cancelled.js'
import { orderReceipt } from './emails/order-receipt.js'
import { staffInvitation } from './emails/staff-invitation.js'
import { taskDelegated } from './emails/task-delegated.js'
import { taskDueSoon } from './emails/task-due-soon.js'
import { taskOverdue } from './emails/task-overdue.js'
import { formLink, joinLink, membershipLink } from './links.js'
import { receiptFacts } from './load-campaign-money.js'
import {
  onboardingFacts,
  onboardingInOurHands,
  onboardingSentBack,
  onboardingToBegin,
} from './load-onboarding.js'
import { orderFacts } from './load-order.js'
import {
  dashboardFacts,
  memberInvitationFacts,
  secondFactorFacts,
  staffInvitationFacts,
} from './load-people.js'
import { delegationFacts, taskFacts } from './load-task.js'
import { onboardingRecipientChanged } from './emails/onboarding-recipient-changed.js'
import { onboardingWaived } from './emails/onboarding-waived.js'
import { orderAutoCompleted } from './emails/order-auto-completed.js'
import { orderDelivered } from './emails/order-delivered.js'
import { orderHeld } from './emails/order-held.js'
import { orderResumed } from './emails/order-resumed.js'
import { promiseAtRisk } from './emails/promise-at-risk.js'
import { promiseBroken } from './emails/promise-broken.js'
import { report } from './emails/report.js'
import { revisionRequested } from './emails/revision-requested.js'
import { secondFactorRemoved } from './emails/second-factor-removed.js'
import { cancelledFacts } from './load-cancelled.js'
import { completedFacts, deliveryFacts } from './load-delivery.js'
import { heldFacts, resumedFacts } from './load-hold.js'
import { moneyRoutes } from './money-routes.js'
import { answerAtRiskFacts, answerBrokenFacts, promiseFacts } from './load-promise.js'
import { reportFacts } from './report-facts.js'
import { outreachRoutes } from './outreach-routes.js'
import { messageRoute } from './message-route.js'
import { type Route, route } from './route.js'
import * as who from './who.js'

const cancelled = route(orderCancelled, cancelledFacts, who.involved)
const factorRemoved = route(secondFactorRemoved, secondFactorFacts, who.factorsOwner)
const joinOrganisation = route(memberInvitation, memberInvitationFacts, who.invitedContact, joinLink)
const joinTeam = route(staffInvitation, staffInvitationFacts, who.invitedUser, joinLink)
const nobody: Route[] = []
/** What whoever is asked gets when the request goes out anew: it fits what they have to do now. */
const askedAnew = [
  route(onboardingRequest, onboardingToBegin, who.lineRecipient, formLink),
  route(onboardingChangesRequested, onboardingSentBack, who.lineRecipient, formLink),
  route(freshOnboardingLink, onboardingInOurHands, who.lineRecipient, formLink),
]

/** Who hears of what, and by which mail. An event without a decision about that does not compile. */
export const routes = {
  ...moneyRoutes,
  ...campaignRoutes,
  ...outreachRoutes,
  'order.placed': nobody,
  'order.payment-requested': nobody,
  'order.opened': [route(orderReceipt, receiptFacts, who.placedBy)],
  'order.dashboard-invited': [
    route(dashboardInvitation, dashboardFacts, who.dashboardContact, membershipLink),
  ],
  'order.communication-invited': [route(communicationInvitation, orderFacts, who.placedBy)],
  'order.communication-kept': nobody,
  'order.payment-expiring': nobody,
  'order.expired': [cancelled],
  'order.completed': nobody,
  'order.cancelled': [cancelled],
  'order.delivered': [route(orderDelivered, deliveryFacts, who.placedBy)],
  'order.revision-requested': [route(revisionRequested, deliveryFacts, who.placedByAndWorkers)],
  'order.delivery-confirmed': nobody,
  'order.auto-completed': [route(orderAutoCompleted, completedFacts, who.placedBy)],
  'order.held': [route(orderHeld, heldFacts, who.placedBy)],
  'order.resumed': [route(orderResumed, resumedFacts, who.placedBy)],
  'order.called-off': [cancelled],
  'order.communication-at-risk': [route(promiseAtRisk, promiseFacts, who.supportAndAdmins)],
  'order.communication-broken': [route(promiseBroken, promiseFacts, who.supportAndAdmins)],
  'mail.bounced': nobody, // a task is raised where the order needs it
  'mail.resent': nobody,
  'text.received': nobody, // a task is raised where somebody has to read it
  'cart.checked-out': nobody,

  'onboarding.requested': [route(onboardingRequest, onboardingFacts, who.lineRecipient, formLink)],
  'onboarding.reminded': [route(onboardingReminder, onboardingFacts, who.lineRecipient, formLink)],
  'onboarding.submitted': [route(onboardingSubmitted, onboardingFacts, who.admins)],
  'onboarding.link-requested': [route(freshOnboardingLink, onboardingFacts, who.lineRecipient, formLink)],
  'onboarding.resent': askedAnew,
  'onboarding.recipient-changed': [
    ...askedAnew,
    route(onboardingRecipientChanged, onboardingFacts, who.formerRecipient),
  ],
  'onboarding.recipient-corrected': nobody, // by the mail that is sent anew
  'onboarding.draft-saved': nobody,
  'onboarding.withdrawn': nobody,
  'onboarding.claimed': nobody,
  'onboarding.claim-lapsed': nobody,
  'onboarding.approved': [route(onboardingApproved, onboardingFacts, who.recipientAndPlacedBy)],
  'onboarding.changes-requested': [
    route(onboardingChangesRequested, onboardingFacts, who.recipientAndPlacedBy, formLink),
  ],
  'onboarding.stale': nobody, // a task is raised
  'onboarding.waived': [route(onboardingWaived, onboardingFacts, who.recipientAndPlacedBy)],
  'onboarding.reopened': [
    route(onboardingChangesRequested, onboardingFacts, who.recipientAndPlacedBy, formLink),
  ],
  'onboarding.voided': nobody,

  'task.raised': nobody,
  'task.delegated': [route(taskDelegated, delegationFacts, who.assignee)],
  'task.claimed': nobody,
  'task.declined': nobody,
  'task.started': nobody,
  'task.paused': nobody,
  'task.continued': nobody,
  'task.set-aside': nobody,
  'task.taken-up': nobody,
  'task.submitted': nobody,
  'task.done': nobody,
  'task.returned': nobody,
  'task.cancelled': nobody,
  'task.due-soon': [route(taskDueSoon, taskFacts, who.assignee)],
  'task.overdue': [route(taskOverdue, taskFacts, who.assigneeAndAdmins)],
  'task.released': nobody,

  'provisioning.started': nobody,
  'provisioning.postponed': nobody,
  'provisioning.activated': nobody,
  'provisioning.failed': nobody, // a task is raised
  'provisioning.retried': nobody,
  'provisioning.given-up': nobody, // refund.issued tells it
  'provisioning.ended': nobody,

  'file.quarantined': nobody, // a task is raised, and its uploader reads it at the field

  'report.planned': nobody,
  'report.drafted': nobody, // it stands in the queue
  'report.saved': nobody,
  'report.waits': nobody, // a task is raised
  'report.sent': [route(report, reportFacts, who.placedBy)],
  'report.skipped': nobody,
  'report.ended': nobody,
  'report.cadence-set': nobody,

  'promise.started': nobody,
  'promise.at-risk': [route(promiseAtRisk, answerAtRiskFacts, who.supportAndAdmins)],
  'promise.broken': [route(promiseBroken, answerBrokenFacts, who.supportAndAdmins)],
  'promise.kept': nobody,
  'calendar.added': nobody,
  'calendar.changed': nobody,
  'calendar.used': nobody,
  'calendar.set-aside': nobody,

  'status.given': nobody, // whoever asked has it before them
  'saved-reply.added': nobody,
  'saved-reply.changed': nobody,
  'saved-reply.removed': nobody,
  'message.posted': [messageRoute],

  'service.added': nobody,
  'service.changed': nobody,
  'service.package-changed': nobody,
  'service.offered': nobody,
  'service.withdrawn': nobody,
  'service.form-published': nobody,
  'service.blueprint-published': nobody,

  'organisation.added': nobody,
  'organisation.changed': nobody,
  'contact.added': nobody,
  'contact.changed': nobody,
  'member.invited': [joinOrganisation],
  'member.accepted': nobody,
  'member.roleChanged': nobody,
  'member.disabled': nobody,
  'member.enabled': [joinOrganisation], // only who never accepted still has something to accept
  'staff.invited': [joinTeam],
  'staff.accepted': nobody,
  'staff.changed': nobody,
  'staff.disabled': nobody,
  'staff.enabled': [joinTeam],
  'staff.factor-reset': [factorRemoved],
  'person.signed-in': nobody,
  'person.sign-in-refused': nobody,
  'person.signed-out': nobody,
  'person.factor-set-up': nobody,
  'person.factor-proven': nobody,
  'person.factor-refused': nobody,
  'person.factor-locked': nobody,
  'person.factor-removed': [factorRemoved],
  'person.backup-codes-renewed': nobody,
  'person.erased': nobody,

  'api-key.created': nobody,
  'api-key.rotated': nobody,
  'api-key.revoked': nobody,
} satisfies Record<DomainEvent, Route[]>
