import type { OrderStage, OrderStatus, StandingActor } from '../gen/operations.js'
import type { Tone } from '../ui/tone.js'

/** Words of the list of orders, and of what an order's states are called everywhere. */
export const orderWords = {
  title: 'Orders',
  lead: 'Where everything you bought stands, and what comes next.',
  leadForYou: 'Where everything stands that is done for you, and what comes next.',
  search: 'Order number',
  searchHint: 'The whole number',
  find: 'Find',
  stage: 'Where they stand',
  all: 'All orders',
  buy: 'Buy a service',
  emptyTitle: 'No orders yet',
  empty: 'What you buy, or what is bought for you, appears here.',
  emptyForYou: 'What is done for you appears here.',
  noneTitle: 'Nothing found',
  none: 'No order fits. Check the number, or show all.',
  count: (count: number, more: boolean) => `${count}${more ? '+' : ''} ${count === 1 ? 'order' : 'orders'}`,
  forWhom: (name: string) => `for ${name}`,
  by: (when: string) => `By ${when}.`,
  late: 'Late',
  unread: (count: number) => `${count > 99 ? '99+' : count} new`,
}

/** What each stage is called, and how urgent it looks. */
export const stageWords: Record<OrderStage, { label: string; tone: Tone }> = {
  AWAITING_PAYMENT: { label: 'Awaiting payment', tone: 'act' },
  ACTION_REQUIRED: { label: 'Action required', tone: 'act' },
  AWAITING_ONBOARDING: { label: 'Awaiting onboarding', tone: 'act' },
  IN_VERIFICATION: { label: 'In verification', tone: 'go' },
  IN_PROGRESS: { label: 'In progress', tone: 'go' },
  READY: { label: 'Ready', tone: 'good' },
  OUTREACH: { label: 'Outreach', tone: 'go' },
  FOLLOW_UP: { label: 'Follow-up', tone: 'go' },
  CONFIRMED: { label: 'Confirmed', tone: 'good' },
  UNREACHABLE: { label: 'Not reached', tone: 'act' },
  AWAITING_ACCEPTANCE: { label: 'Awaiting acceptance', tone: 'go' },
  ACCEPTED: { label: 'Accepted', tone: 'go' },
  CAMPAIGN_READY: { label: 'Campaign ready', tone: 'good' },
  COMPLETION_CLAIMED: { label: 'Nearing completion', tone: 'act' },
  DISPUTED: { label: 'In dispute', tone: 'bad' },
  DELIVERED: { label: 'Delivered', tone: 'act' },
  CLOSED: { label: 'Closed', tone: 'plain' },
}

/** The stages as they are offered in the list: under the kind of order that has them. */
export const stageGroups: { label: string; stages: OrderStage[] }[] = [
  { label: 'Every order', stages: ['AWAITING_PAYMENT', 'DELIVERED', 'CLOSED'] },
  {
    label: 'Services',
    stages: ['AWAITING_ONBOARDING', 'ACTION_REQUIRED', 'IN_VERIFICATION', 'IN_PROGRESS', 'READY'],
  },
  { label: 'Appointments', stages: ['OUTREACH', 'FOLLOW_UP', 'CONFIRMED', 'UNREACHABLE'] },
  {
    label: 'Campaigns',
    stages: ['AWAITING_ACCEPTANCE', 'ACCEPTED', 'CAMPAIGN_READY', 'COMPLETION_CLAIMED', 'DISPUTED'],
  },
]

/** What a closed order is called: how it ended says more than that it did. */
export const statusWords: Record<OrderStatus, { label: string; tone: Tone }> = {
  AWAITING_PAYMENT: { label: 'Awaiting payment', tone: 'act' },
  OPEN: { label: 'Open', tone: 'go' },
  ON_HOLD: { label: 'On hold', tone: 'plain' },
  DELIVERED: { label: 'Delivered', tone: 'act' },
  COMPLETED: { label: 'Completed', tone: 'good' },
  CANCELLED: { label: 'Cancelled', tone: 'bad' },
}

/** An order that is not paid yet, to those for whom it will be done: money is not their business. */
export const notBegun: { label: string; tone: Tone; summary: string } = {
  label: 'Not begun',
  tone: 'plain',
  summary: 'This was prepared for you and has not begun yet.',
}

/** What is next once the work is delivered: to whom it is asked of, and to others. */
export const toBuyer = {
  delivered: 'Confirm it, or say what is to be changed. Without an answer it counts as confirmed.',
}
export const toOthers = { delivered: 'Whoever ordered it looks at the result now.' }

/** Where a campaign's order stands, to those for whom it is bought: its money is between buyer and channel. */
export const campaignToOthers: Partial<Record<OrderStage, string>> = {
  AWAITING_ACCEPTANCE: 'The channel was asked whether it runs the campaign.',
  ACCEPTED: 'The channel runs the campaign and gathers what it needs.',
  CAMPAIGN_READY: 'The channel has everything and runs the campaign.',
  COMPLETION_CLAIMED: 'The campaign nears its end.',
  DISPUTED: 'The campaign nears its end.',
}

/** How an order ended, to those for whom it was bought. */
export const endedToOthers: Partial<Record<OrderStatus, string>> = {
  COMPLETED: 'Everything on this order is done.',
  CANCELLED: 'This order was cancelled.',
}

/** Who acts next, to the buyer and to others. */
export const actorWords: Record<StandingActor, { buyer: string; other: string }> = {
  US: { buyer: 'We do', other: 'We do' },
  CHANNEL: { buyer: 'The channel does', other: 'The channel does' },
  BUYER: { buyer: 'You do', other: 'Whoever ordered it' },
  RECIPIENT: { buyer: 'Whoever fills in the form', other: 'Whoever fills in the form' },
  NOBODY: { buyer: 'Nobody needs to', other: 'Nobody needs to' },
}
