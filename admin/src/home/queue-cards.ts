import type { QueueCountsFragment } from '../gen/documents.js'
import { UNFINISHED } from '../tasks/unfinished.js'

/** What is counted; the rest of the answer tells when. */
export type QueueName = Exclude<keyof QueueCountsFragment, 'nextAnswerBy'>

/** A queue's card: for whom it is drawn, and the list that it opens. */
export interface QueueCardSpec {
  queue: QueueName
  roles: readonly string[]
  tone: 'work' | 'trouble'
  to: (userId: string) => string
  /** The moment to which a clock runs on it. */
  clock?: 'nextAnswerBy'
}

const list = (resource: string, filter: Record<string, unknown>, sort = '') =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}${sort}`

/** The cards of Home, what is most urgent first. */
export const queueCards: QueueCardSpec[] = [
  {
    queue: 'questionsWaiting',
    roles: ['ADMIN', 'SUPPORT'],
    tone: 'work',
    to: () => list('inbox', { state: ['WAITING', 'AT_RISK', 'BROKEN', 'HELD'] }),
    clock: 'nextAnswerBy',
  },
  {
    queue: 'outreachDue',
    roles: ['ADMIN', 'SUPPORT'],
    tone: 'work',
    to: () => list('appointments', { status: ['PENDING', 'OUTREACH', 'FOLLOW_UP'] }),
  },
  {
    queue: 'onboardingToVerify',
    roles: ['ADMIN'],
    tone: 'work',
    to: () => list('onboardingDocuments', { status: ['SUBMITTED', 'IN_REVIEW'] }),
  },
  { queue: 'tasksToDelegate', roles: ['ADMIN'], tone: 'work', to: () => list('tasks', { status: ['OPEN'] }) },
  {
    queue: 'myTasks',
    roles: ['ADMIN', 'FULFILMENT', 'SUPPORT', 'FINANCE'],
    tone: 'work',
    to: (userId) => list('tasks', { assigneeId: userId, status: ['ASSIGNED', 'IN_PROGRESS', 'WAITING'] }),
  },
  {
    queue: 'tasksToReview',
    roles: ['ADMIN', 'FULFILMENT'],
    tone: 'work',
    to: () => list('tasks', { status: ['IN_REVIEW'] }),
  },
  {
    queue: 'reportsToSend',
    roles: ['ADMIN', 'FULFILMENT'],
    tone: 'work',
    to: () => list('reports', { status: ['DRAFT'] }),
  },
  {
    queue: 'campaignsClosing',
    roles: ['ADMIN', 'SUPPORT'],
    tone: 'work',
    to: () => list('campaigns', { status: ['AWAITING_ACCEPTANCE', 'COMPLETION_CLAIMED'] }),
  },
  {
    queue: 'disputesOpen',
    roles: ['ADMIN', 'FINANCE'],
    tone: 'work',
    to: () => list('disputes', { status: ['AWAITING_CHANNEL', 'UNDER_REVIEW', 'AWAITING_INFORMATION'] }),
  },
  {
    queue: 'ordersToDeliver',
    roles: ['ADMIN', 'FULFILMENT'],
    tone: 'work',
    to: () => list('orders', { status: ['OPEN'], stage: ['READY'] }),
  },
  {
    queue: 'ordersAwaitingPayment',
    roles: ['ADMIN', 'SUPPORT', 'FINANCE'],
    tone: 'work',
    to: () => list('orders', { status: ['AWAITING_PAYMENT'] }),
  },
  {
    queue: 'answersAtRisk',
    roles: ['ADMIN', 'SUPPORT'],
    tone: 'trouble',
    to: () => list('inbox', { state: ['AT_RISK'] }),
  },
  {
    queue: 'answersBroken',
    roles: ['ADMIN', 'SUPPORT'],
    tone: 'trouble',
    to: () => list('inbox', { state: ['BROKEN'] }),
  },
  {
    queue: 'appointmentsToDecide',
    roles: ['ADMIN', 'SUPPORT'],
    tone: 'trouble',
    to: () => list('appointments', { toDecide: true }),
  },
  {
    queue: 'tasksOverdue',
    roles: ['ADMIN', 'FULFILMENT'],
    tone: 'trouble',
    to: () => list('tasks', { overdue: true }),
  },
  {
    queue: 'provisioningFailed',
    roles: ['ADMIN'],
    tone: 'trouble',
    to: () => list('tasks', { raisedFor: ['provisioning-failed'], status: UNFINISHED }),
  },
  {
    queue: 'campaignsStalled',
    roles: ['ADMIN'],
    tone: 'trouble',
    to: () => list('tasks', { raisedFor: ['campaign-stalled'], status: UNFINISHED }),
  },
  {
    queue: 'releasesHeld',
    roles: ['ADMIN', 'SUPPORT'],
    tone: 'trouble',
    to: () => list('campaigns', { status: ['COMPLETION_CLAIMED'], releaseHeld: true }),
  },
  { queue: 'moneyFailed', roles: ['ADMIN', 'FINANCE'], tone: 'trouble', to: () => '/failedOperations' },
  { queue: 'chargebacksOpen', roles: ['ADMIN', 'FINANCE'], tone: 'trouble', to: () => '/chargebacks' },
  {
    queue: 'mailsFailed',
    roles: ['ADMIN', 'SUPPORT'],
    tone: 'trouble',
    to: () => list('mails', { needsSomebody: true }),
  },
]
