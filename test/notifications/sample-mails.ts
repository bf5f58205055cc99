import { communicationInvitation } from '../../api/notifications/emails/communication-invitation.js'
import { dashboardInvitation } from '../../api/notifications/emails/dashboard-invitation.js'
import { freshOnboardingLink } from '../../api/notifications/emails/fresh-onboarding-link.js'
import { memberInvitation } from '../../api/notifications/emails/member-invitation.js'
import { messagePosted } from '../../api/notifications/emails/message-posted.js'
import { onboardingApproved } from '../../api/notifications/emails/onboarding-approved.js'
import { onboardingChangesRequested } from '../../api/notifications/emails/onboarding-changes-requested.js'
import { onboardingReminder } from '../../api/notifications/emails/onboarding-reminder.js'
import { onboardingRequest } from '../../api/notifications/emails/onboarding-request.js'
import { onboardingSubmitted } from '../../api/notifications/emails/onboarding-submitted.js'
import { orderCancelled } from '../../api/notifications/emails/order-cancelled.js'
import { orderReceipt } from '../../api/notifications/emails/order-receipt.js'
import { paymentFailed } from '../../api/notifications/emails/payment-failed.js'
import { refundFailed } from '../../api/notifications/emails/refund-failed.js'
import { refundIssued } from '../../api/notifications/emails/refund-issued.js'
import { signInLink } from '../../api/notifications/emails/sign-in-link.js'
import { staffInvitation } from '../../api/notifications/emails/staff-invitation.js'
import { taskDelegated } from '../../api/notifications/emails/task-delegated.js'
import { taskDueSoon } from '../../api/notifications/emails/task-due-soon.js'
import { taskOverdue } from '../../api/notifications/emails/task-overdue.js'
import { compose, type Email } from '../../api/notifications/email.js'
import type { MoneyFacts, OnboardingFacts, OrderFacts, TaskFacts } from '../../api/notifications/facts.js'
import type { Recipient } from '../../api/notifications/recipient.js'
import { type MailContent, TOKEN_SLOT } from '../../api/platform/mailer/content.js'

export const PUBLIC_URL = 'https://waybill.example'

/** The people of the samples: a buyer in Berlin, a client in New York, and the team in UTC. */
export const buyer: Recipient = {
  kind: 'contact',
  id: 'con_buyer',
  name: 'Ana Ortega',
  email: 'ana@brightside.example',
  locale: 'en',
  timeZone: 'Europe/Berlin',
}
export const client: Recipient = {
  kind: 'contact',
  id: 'con_client',
  name: 'Sam Lee',
  email: 'sam@bakery.example',
  locale: 'en-US',
  timeZone: 'America/New_York',
}
export const admin: Recipient = {
  kind: 'user',
  id: 'usr_admin',
  name: 'Mira Novak',
  email: 'mira@waybill.example',
  locale: 'en',
  timeZone: 'UTC',
}

export const order: OrderFacts = {
  orderId: 'ord_1',
  number: 'W-10042',
  placedById: buyer.id,
  buyerId: 'org_1',
  buyer: 'Brightside Agency',
  beneficiaryId: 'org_2',
  beneficiary: 'Lee’s Bakery',
  total: { amount: 129_900n, currency: 'EUR' },
  payBy: new Date('2026-11-24T13:45:00Z'),
  paidAt: new Date('2026-11-24T13:32:00Z'),
  dashboardContactId: client.id,
  lines: [
    { service: 'Website in ten pages', flow: 'ONBOARDED', recipientId: client.id, recipient: 'Sam Lee' },
    { service: 'Search campaign', flow: 'ONBOARDED', recipientId: buyer.id, recipient: 'Ana Ortega' },
    { service: 'Business listings', flow: 'SELF_SERVICE', recipientId: null, recipient: null },
  ],
}

export const document: OnboardingFacts = {
  orderId: order.orderId,
  documentId: 'doc_1',
  number: order.number,
  service: 'Website in ten pages',
  buyer: order.buyer,
  beneficiary: order.beneficiary,
  recipientId: client.id,
  recipient: client.name,
  recipientEmail: client.email,
  ownOrder: false,
  placedById: buyer.id,
  askedAt: new Date('2026-11-24T13:32:00Z'),
  at: new Date('2026-11-26T09:05:00Z'),
  sentBack: false,
  revision: 2,
  requiredFiles: ['Your logo, best as a PDF', 'Photos of your shop'],
  issues: [
    {
      about: 'Your logo, best as a PDF',
      note: 'The file shows an old logo: your shop sign has the new one.\nCould you send that?',
    },
    { about: 'Opening hours', note: 'Sunday is missing.' },
    { about: null, note: 'The texts are in two languages. Which one should the site speak?' },
  ],
}

export const task: TaskFacts = {
  orderId: order.orderId,
  taskId: 'tsk_1',
  title: 'Draft the home page',
  number: order.number,
  beneficiary: order.beneficiary,
  service: document.service,
  dueAt: new Date('2026-11-27T16:00:00Z'),
  assigneeId: 'usr_jo',
  assignee: 'Jo Park',
  by: 'Mira Novak',
  startable: false,
}

const money: MoneyFacts = {
  ...order,
  amount: { amount: 19_900n, currency: 'EUR' },
  at: new Date('2026-11-25T08:00:00Z'),
  reason: 'The card was declined (insufficient funds).',
}
const message = {
  orderId: order.orderId,
  number: order.number,
  buyerId: 'org_1',
  beneficiaryId: 'org_2',
  author: 'Jo Park',
  authorId: 'usr_jo',
  visibility: 'PARTIES',
  body: 'Hello Sam,\n\nthe first draft of the home page is ready. Would you rather see the ovens or the shop window at the top?\n\nJo',
}
const invitation = {
  orderId: null,
  subjectId: 'mem_1',
  contactId: client.id,
  organisation: order.beneficiary,
  inviter: 'Ana Ortega',
  role: 'OWNER',
  roles: ['ADMIN', 'FULFILMENT'],
  skills: ['design', 'web'],
} as const

/** One mail of the gallery. */
export interface Sample {
  readonly name: string
  readonly content: MailContent
}

const sample = <F>(mail: Email<F>, facts: F, to: Recipient, variant = ''): Sample => ({
  name: mail.template + variant,
  content: compose(mail, facts, to, PUBLIC_URL),
})

const jo: Recipient = { ...admin, id: 'usr_jo', name: 'Jo Park' }

/** Every mail there is, with facts as they could be. */
export const samples: readonly Sample[] = [
  sample(orderReceipt, order, buyer),
  sample(paymentFailed, money, buyer),
  sample(orderCancelled, { ...order, paidAt: null }, buyer),
  sample(orderCancelled, order, buyer, '-paid'),
  sample(refundIssued, money, buyer),
  sample(refundFailed, money, buyer),
  sample(refundFailed, money, admin, '-finance'),
  sample(onboardingRequest, document, client),
  sample(onboardingReminder, document, client),
  sample(onboardingReminder, { ...document, sentBack: true }, client, '-changes'),
  sample(onboardingApproved, document, buyer),
  sample(onboardingChangesRequested, document, client),
  sample(onboardingChangesRequested, document, buyer, '-copy'),
  sample(onboardingSubmitted, document, admin),
  sample(freshOnboardingLink, document, client),
  sample(dashboardInvitation, { ...order, memberId: 'mem_1', accepted: false }, client),
  sample(communicationInvitation, order, buyer),
  sample(taskDelegated, task, jo),
  sample(taskDueSoon, task, jo),
  sample(taskOverdue, task, jo),
  sample(taskOverdue, task, admin, '-admin'),
  sample(messagePosted, message, client),
  sample(messagePosted, { ...message, visibility: 'STAFF' }, admin, '-team'),
  sample(memberInvitation, invitation, client),
  sample(staffInvitation, invitation, admin),
  sample(signInLink, { page: `${PUBLIC_URL}/portal/magic-link#token=${TOKEN_SLOT}` }, buyer),
]
