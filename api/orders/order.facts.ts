import { fact, type FactsOf } from '../lib/facts.js'
import type { Guard } from '../lib/machine.js'
import { isStaff } from '../lib/viewer.js'
import { factOfWork } from './order-work.js'

/** How often the buyer may ask for a revision. */
export const MOST_REVISIONS = 2

/** The promise to tell the buyer how to talk to the team, while it is not kept. */
const promised = (moment: string, noted: string) =>
  fact.maybeTime(`(case when t.communicated_at is null and t.${noted} is null then ${moment} end)`)

/** What an order's rules look at. */
export const orderFacts = {
  buyerId: fact.text('t.buyer_id'),
  beneficiaryId: fact.text('t.beneficiary_id'),
  payBy: fact.time('t.pay_by'),
  liveOperation: fact.maybeText(
    `(select o.id from operations o where o.order_id = t.id and o.purpose = 'PAYMENT' and o.state in ('REQUESTED', 'SENT', 'UNKNOWN'))`,
  ),
  onboardedLines: fact.int(
    `(select count(*) from order_lines l where l.order_id = t.id and l.flow = 'ONBOARDED')`,
  ),
  campaignLines: fact.int(
    `(select count(*) from order_lines l where l.order_id = t.id and l.flow = 'CAMPAIGN')`,
  ),
  paid: fact.bool('(t.paid_at is not null)'),
  sellingChannel: fact.maybeText('(select f.channel_id from held_funds f where f.id = t.id)'),
  openLines: fact.int('(select count(*) from order_lines l where l.order_id = t.id and l.ended is null)'),
  wellLines: fact.int(`(select count(*) from order_lines l where l.order_id = t.id and l.ended = 'WELL')`),
  unreadyLines: fact.texts(
    `(select to_jsonb(array_agg(l.id order by l.position)) from order_lines l where l.order_id = t.id and l.flow = 'ONBOARDED' and l.stage is distinct from 'READY')`,
  ),
  openTasks: factOfWork('openTasks'),
  workers: factOfWork('workers'),
  revisions: fact.int(
    '(select count(*) from deliveries d where d.order_id = t.id and d.revision_requested_at is not null)',
  ),
  newestDelivery: fact.maybeText(
    '(select d.id from deliveries d where d.order_id = t.id order by d.number desc limit 1)',
  ),
  held: fact.text(`coalesce((select f.held::text from held_funds f where f.id = t.id), '0')`),
  currency: fact.text('t.currency'),
  autoCompleteAt: fact.maybeTime('t.auto_complete_at'),
  heldSince: fact.maybeTime('t.held_since'),
  workBegunAt: fact.maybeTime('t.work_begun_at'),
  communicationBy: fact.maybeTime('t.communication_by'),
  communicatedAt: fact.maybeTime('t.communicated_at'),
  communicationAtRiskAt: promised(`t.communication_by - interval '4 hours'`, 'communication_warned_at'),
  communicationBrokenAt: promised('t.communication_by', 'communication_broken_at'),
}

export type OrderFacts = FactsOf<typeof orderFacts>

export const paymentUnderWay: Guard<OrderFacts> = {
  code: 'PAYMENT_IN_PROGRESS',
  doc: 'A payment for this order is under way; wait for its result.',
  refuses: (order) => (order.liveOperation ? { operationId: order.liveOperation } : undefined),
}

export const stillTimeToPay: Guard<OrderFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'There is still time to pay.',
  refuses: (order, { now }) =>
    now < order.payBy ? { current: 'AWAITING_PAYMENT', dueAt: order.payBy.toISOString() } : undefined,
}

export const partsRemain: Guard<OrderFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'Not everything on the order has ended, or its work is delivered by people.',
  refuses: (order) => (order.onboardedLines > 0 || order.openLines > 0 ? { current: 'OPEN' } : undefined),
}

export const nothingToDeliver: Guard<OrderFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'Nothing on this order is delivered by people: it ends by itself when everything on it has ended.',
  refuses: (order) => (order.onboardedLines === 0 ? { current: 'OPEN' } : undefined),
}

export const workUnfinished: Guard<OrderFacts> = {
  code: 'WORK_UNFINISHED',
  doc: 'Not all of its work is done: finish or cancel the open tasks first.',
  refuses: ({ unreadyLines, openTasks }) =>
    unreadyLines.length || openTasks.length ? { lines: unreadyLines, tasks: openTasks } : undefined,
}

export const revisionsSpent: Guard<OrderFacts> = {
  code: 'TOO_MANY_REVISIONS',
  doc: 'Both revisions were asked for: confirm the delivery, or write to our team.',
  refuses: ({ revisions }) => (revisions >= MOST_REVISIONS ? { maximum: MOST_REVISIONS } : undefined),
}

export const stillTimeToAnswer: Guard<OrderFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'The buyer still has time to answer the delivery.',
  refuses: ({ autoCompleteAt }, { now }) =>
    autoCompleteAt && now < autoCompleteAt
      ? { current: 'DELIVERED', dueAt: autoCompleteAt.toISOString() }
      : undefined,
}

/** Before it is paid there is no campaign yet, and the order is called off as any other. */
export const runByChannel: Guard<OrderFacts> = {
  code: 'CAMPAIGN_ORDER',
  doc: 'A campaign is ended by its own verbs: withdrawCampaign before it is accepted, then proposeCancellation.',
  refuses: ({ campaignLines, paid }) =>
    campaignLines > 0 && paid ? { instead: ['withdrawCampaign', 'proposeCancellation'] } : undefined,
}

export const workHasBegun: Guard<OrderFacts> = {
  code: 'WORK_HAS_BEGUN',
  doc: 'The work has begun, or the appointment is confirmed: write to our team to have the order cancelled.',
  refuses: ({ workBegunAt }, { viewer }) =>
    workBegunAt && !isStaff(viewer) ? { since: workBegunAt.toISOString() } : undefined,
}
