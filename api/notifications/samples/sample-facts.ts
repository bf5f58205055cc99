import type {
  InvitationFacts,
  MembershipFacts,
  MessageFacts,
  MessagesFacts,
  OnboardingFacts,
  OrderFacts,
  TaskFacts,
} from '../facts.js'
import type { Recipient } from '../recipient.js'
import type { SampleTexts } from './english.js'

/** A moment of the samples. */
export const at = (moment: string) => new Date(moment)

/** A paid order with two onboarded lines, one asked of each person, and an add-on. */
export function sampleOrder(
  text: SampleTexts,
  currency: string,
  { buyer, client }: Readonly<Record<'buyer' | 'client', Recipient>>,
): OrderFacts {
  const { website, search, listings } = text.services
  return {
    orderId: 'ord_sample',
    number: 'W-10042',
    placedById: buyer.id,
    buyerId: 'org_agency',
    buyer: text.agency,
    beneficiaryId: 'org_business',
    beneficiary: text.business,
    total: { amount: 129_900n, currency },
    payBy: at('2026-11-24T13:45:00Z'),
    paidAt: at('2026-11-24T13:32:00Z'),
    dashboardContactId: client.id,
    lines: [
      { service: website, flow: 'ONBOARDED', recipientId: client.id, recipient: client.name },
      { service: search, flow: 'ONBOARDED', recipientId: buyer.id, recipient: buyer.name },
      { service: listings, flow: 'SELF_SERVICE', recipientId: null, recipient: null },
    ],
  }
}

/** The onboarding document of its first line, sent back once. */
export function sampleDocument(text: SampleTexts, order: OrderFacts, client: Recipient): OnboardingFacts {
  const { orderId, number, buyer, beneficiary, placedById } = order
  return {
    orderId,
    documentId: 'doc_sample',
    number,
    service: text.services.website,
    buyer,
    beneficiary,
    recipientId: client.id,
    recipient: client.name,
    recipientEmail: client.email,
    ownOrder: false,
    placedById,
    askedAt: at('2026-11-24T13:32:00Z'),
    at: at('2026-11-26T09:05:00Z'),
    sentBack: false,
    reopened: false,
    waivedReason: null,
    formerRecipientId: null,
    submitted: false,
    round: 1,
    revision: 2,
    requiredFiles: text.files,
    issues: text.issues,
  }
}

/** A task of that line, which somebody gave to somebody. */
export function sampleTask(text: SampleTexts, { orderId, number, beneficiary }: OrderFacts): TaskFacts {
  return {
    orderId,
    taskId: 'tsk_sample',
    title: text.task,
    number,
    beneficiary,
    service: text.services.website,
    dueAt: at('2026-11-27T16:00:00Z'),
    assigneeId: 'sample_assignee',
    assignee: text.people.assignee,
    by: text.people.admin,
    startable: false,
  }
}

/** What is written on the order's feed, as mails tell of it. */
export function sampleConversation(text: SampleTexts, { orderId, number }: OrderFacts) {
  const answer: MessageFacts = {
    author: text.people.assignee,
    kind: 'MESSAGE',
    visibility: 'PARTIES',
    body: text.message,
    files: [],
    mentionsReader: false,
  }
  const question: MessageFacts = {
    ...answer,
    author: text.people.buyer,
    kind: 'QUESTION',
    visibility: 'BUYER',
    body: text.question,
  }
  const note: MessageFacts = { ...answer, visibility: 'STAFF' }
  const withFile: MessageFacts = { ...answer, visibility: 'BUYER', body: '', files: [text.messageFile] }
  const told = (...messages: MessageFacts[]): MessagesFacts => {
    return { orderId, number, campaignId: null, ofChannel: false, messages }
  }
  return {
    answer: told(answer),
    note: told(note),
    question: told(question),
    status: told({ ...question, kind: 'STATUS_REQUEST', body: '' }),
    mention: told({ ...note, mentionsReader: true }),
    several: told(answer, withFile),
  }
}

/** Invitations to an organisation, to the team and to the dashboard. */
export function sampleInvitations(
  text: SampleTexts,
  order: OrderFacts,
): { member: InvitationFacts; staff: InvitationFacts; dashboard: MembershipFacts } {
  const invitation = { orderId: null, organisation: text.business, inviter: text.people.buyer }
  return {
    member: {
      ...invitation,
      subjectId: 'mem_sample',
      contactId: 'sample_client',
      role: 'OWNER',
      roles: [],
      skills: [],
    },
    staff: {
      ...invitation,
      subjectId: 'usr_sample',
      contactId: null,
      inviter: text.people.admin,
      role: '',
      roles: ['ADMIN', 'FULFILMENT'],
      skills: text.skills,
    },
    dashboard: { ...order, memberId: 'mem_sample', accepted: false },
  }
}
