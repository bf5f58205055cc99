import { fact, type FactsOf } from '../lib/facts.js'
import type { Guard } from '../lib/machine.js'

/** Tasks that a dispute itself raises have causes that begin with this: doing them is deciding, not working on the order. */
export const TASK_CAUSE = 'dispute:'

/**
 * Everybody of the team who has worked on the order: who was given one of its tasks, and who has taken any verb on it.
 * What is done about the dispute itself does not count.
 */
const WORKED_ON = `(select to_jsonb(array_agg(distinct worked.by)) from (
  select k.assignee_id as by from tasks k where k.order_id = t.order_id and coalesce(k.cause, '') not like '${TASK_CAUSE}%'
  union all
  select case when e.actor_kind = 'staff' then e.actor_id end from events e where e.stream_id = t.order_id and e.aggregate_id <> t.id
    and not exists (select from tasks own where own.id = e.aggregate_id and own.cause like '${TASK_CAUSE}%')
  union all
  select e.data->>'assigneeId' from events e join tasks k on k.id = e.aggregate_id
    where e.stream_id = t.order_id and e.type = 'task.delegated' and coalesce(k.cause, '') not like '${TASK_CAUSE}%'
  ) worked where worked.by is not null)`

const held = `(select f.held::text from held_funds f where f.id = t.order_id)`
const given = (table: string, party: string) =>
  fact.int(`(select count(*) from ${table} g where g.dispute_id = t.id and g.party = '${party}')`)

/** What a dispute's rules look at. */
export const disputeFacts = {
  orderId: fact.text('t.order_id'),
  campaignId: fact.text('t.campaign_id'),
  buyerId: fact.text('t.buyer_id'),
  channelId: fact.text('t.channel_id'),
  asked: fact.maybeText('t.asked'),
  respondBy: fact.time('t.respond_by'),
  informationBy: fact.maybeTime('t.information_by'),
  fallbackAt: fact.time('t.fallback_at'),
  currency: fact.text('t.currency'),
  held: fact.text(`coalesce(${held}, '0')`),
  chargedBack: fact.bool(
    `exists (select from freezes z where z.order_id = t.order_id and z.cause = 'CHARGEBACK' and z.lifted_at is null)`,
  ),
  buyersStatements: given('dispute_statements', 'BUYER'),
  channelsStatements: given('dispute_statements', 'CHANNEL'),
  buyersEvidence: given('dispute_evidence', 'BUYER'),
  channelsEvidence: given('dispute_evidence', 'CHANNEL'),
  workers: fact.texts(WORKED_ON),
}

export type DisputeFacts = FactsOf<typeof disputeFacts>

export const workedOnOrder: Guard<DisputeFacts> = {
  code: 'WORKED_ON_ORDER',
  doc: 'You have worked on this order: somebody else of the team decides its dispute.',
  refuses: ({ workers }, { viewer }) => (workers.includes(viewer.id) ? {} : undefined),
}

export const chargedBack: Guard<DisputeFacts> = {
  code: 'FUNDS_FROZEN',
  doc: 'The buyer’s bank wants the payment back: that chargeback is settled first.',
  refuses: (dispute) => (dispute.chargedBack ? {} : undefined),
}

export const stillTimeToRespond: Guard<DisputeFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'The channel still has time to respond.',
  refuses: ({ respondBy }, { now }) =>
    now < respondBy ? { current: 'AWAITING_CHANNEL', dueAt: respondBy.toISOString() } : undefined,
}

export const stillTimeToInform: Guard<DisputeFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'The side that was asked still has time to answer.',
  refuses: ({ informationBy }, { now }) =>
    informationBy && now < informationBy
      ? { current: 'AWAITING_INFORMATION', dueAt: informationBy.toISOString() }
      : undefined,
}

export const stillTimeToDecide: Guard<DisputeFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'There is still time to decide.',
  refuses: ({ fallbackAt }, { now }) => (now < fallbackAt ? { dueAt: fallbackAt.toISOString() } : undefined),
}
