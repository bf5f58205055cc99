import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { Campaign } from '../campaigns/campaign.type.js'
import { fact } from '../lib/facts.js'
import { isMember } from '../lib/viewer.js'
import { Order } from '../orders/order.type.js'
import { Actions, MoneyColumn, Overdue } from '../platform/graphql/columns.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Money, Node } from '../platform/graphql/types.js'
import {
  Column,
  Computed,
  Many,
  One,
  Reading,
  throughParent,
  widenScope,
} from '../platform/reading/declare.js'
import type { Scope, Sql } from '../platform/reading/scope.js'
import { DisputeDecision, DisputeParty, DisputeReason, DisputeStatus } from './dispute-enums.js'
import { DisputeEvidence, DisputeStatement } from './dispute-parts.type.js'
import { disputeMachine } from './dispute.machine.js'

/** Staff who see the order, and the members of both sides; nobody else, whom the work is for included. */
const seesDispute: Scope = (t, viewer) =>
  viewer.staff()
    ? throughParent('Order', 'order_id')(t, viewer)
    : viewer.kind === 'member' &&
      sql`(${t}.buyer_id = any(${viewer.organisations}::text[]) or ${t}.channel_id = any(${viewer.organisations}::text[]))`

/** Whoever sees a dispute may have its evidence. */
widenScope('File', throughParent('Dispute', 'subject_id'))

const staff: Scope = (_t, viewer) => viewer.staff()
/** Amounts are for the two sides, and for those of the team who deal with money. */
const seesMoney: Scope = (_t, viewer) => viewer.staff('ADMIN', 'FINANCE') || viewer.kind === 'member'
const FOR_MONEY = 'for both sides and those of staff who deal with money.'
const nameOf = (column: string) => (t: Sql) =>
  sql`(select g.name from organisations g where g.id = ${t}.${sql.id(column)})`

/** What is disputed: what is held now, or was when it was decided. */
const disputed = {
  amount: fact.maybeText(`coalesce(t.held, (select f.held from held_funds f where f.id = t.order_id))::text`),
  currency: fact.text('t.currency'),
}
const released = { amount: fact.maybeText('(t.held - t.refund)::text'), currency: fact.text('t.currency') }

@Reading({
  table: 'disputes',
  scope: seesDispute,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
    reason: { sql: (t) => sql`${t}.reason`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    campaignId: { sql: (t) => sql`${t}.campaign_id`, type: 'text' },
    buyerId: { sql: (t) => sql`${t}.buyer_id`, type: 'text' },
    channelId: { sql: (t) => sql`${t}.channel_id`, type: 'text' },
    openedAt: { sql: (t) => sql`${t}.opened_at`, type: 'timestamptz' },
    fallbackAt: { sql: (t) => sql`${t}.fallback_at`, type: 'timestamptz' },
  },
  sorts: {
    openedAt: { sql: (t) => sql`${t}.opened_at`, type: 'timestamptz' },
    fallbackAt: { sql: (t) => sql`${t}.fallback_at`, type: 'timestamptz' },
  },
  defaultSort: ['openedAt', 'DESC'],
  foundBy: (viewer) =>
    viewer.kind === 'member' ? { columns: ['buyer_id', 'channel_id'], ids: viewer.organisations } : undefined,
})
@ObjectType({ implements: Node, description: disputeMachine.doc })
export class Dispute extends Node {
  @Column()
  @Field(() => DisputeStatus, { description: 'Its state.' })
  status!: string

  @One({ from: 'campaign_id' })
  @Field(() => Campaign, { nullable: true, description: 'The campaign that is disputed.' })
  campaign!: Campaign | null

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it is of.' })
  order!: Order | null

  @Column((t) => sql`(select o.number from orders o where o.id = ${t}.order_id)`)
  @Field(() => String, { description: 'The number of that order.' })
  orderNumber!: string

  @Column(nameOf('buyer_id'))
  @Field(() => String, { description: 'Who disputes it.' })
  buyerName!: string

  @Column(nameOf('channel_id'))
  @Field(() => String, { description: 'The channel that ran it.' })
  channelName!: string

  @Computed(
    { buyerId: fact.text('t.buyer_id'), channelId: fact.text('t.channel_id') },
    (dispute, { viewer }) =>
      isMember(viewer, dispute.buyerId) ? 'BUYER' : isMember(viewer, dispute.channelId) ? 'CHANNEL' : null,
  )
  @Field(() => DisputeParty, { nullable: true, description: 'The side of the viewer; null for our team.' })
  yourSide!: string | null

  @Column()
  @Field(() => DisputeReason, { description: 'Why.' })
  reason!: string

  @Column()
  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt!: Date

  @Column()
  @Field(() => DateTime, { description: 'Until when the channel may respond; silence only ends the wait.' })
  respondBy!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When the channel responded.' })
  respondedAt!: Date | null

  @Column()
  @Field(() => DisputeParty, {
    nullable: true,
    description: 'Which side our team waits for, while it waits for one.',
  })
  asked!: string | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'Until when that side may answer.' })
  informationBy!: Date | null

  @Column()
  @Field(() => DateTime, {
    description: 'Where nobody has decided until then, the buyer gets everything back.',
  })
  fallbackAt!: Date

  @Column(
    (t) =>
      sql`(case ${t}.status when 'AWAITING_CHANNEL' then ${t}.respond_by when 'AWAITING_INFORMATION' then ${t}.information_by when 'UNDER_REVIEW' then ${t}.fallback_at end)`,
  )
  @Field(() => DateTime, {
    nullable: true,
    description: 'The deadline that matters now; none once it ended.',
  })
  dueAt!: Date | null

  @Computed(disputed, (money) => (money.amount === null ? null : money), seesMoney)
  @Field(() => Money, {
    nullable: true,
    description: `What is disputed: what is held, or was when it was decided; ${FOR_MONEY}`,
  })
  held!: Money | null

  @Column()
  @Field(() => DisputeDecision, { nullable: true, description: 'How it was decided.' })
  decision!: string | null

  @MoneyColumn('refund', 'currency', seesMoney)
  @Field(() => Money, { nullable: true, description: `What of it went back to the buyer; ${FOR_MONEY}` })
  refund!: Money | null

  @Computed(released, (money) => (money.amount === null ? null : money), seesMoney)
  @Field(() => Money, {
    nullable: true,
    description: `What of it went to the channel, before our fee; ${FOR_MONEY}`,
  })
  released!: Money | null

  @One({ from: 'decided_by_id' }, staff)
  @Field(() => User, {
    nullable: true,
    description: 'Who decided; nobody where the time to decide was over. For staff.',
  })
  decidedBy!: User | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it was decided or withdrawn.' })
  endedAt!: Date | null

  @Many({ to: 'dispute_id', orderBy: 'given_at', limit: 150 })
  @Field(() => [DisputeStatement], { description: 'What both sides and our team said, the first one first.' })
  statements!: DisputeStatement[]

  @Many({ to: 'dispute_id', orderBy: 'added_at', limit: 100 })
  @Field(() => [DisputeEvidence], { description: 'What both sides handed in, the first one first.' })
  evidence!: DisputeEvidence[]

  @Overdue(disputeMachine)
  @Field(() => Boolean, {
    description: 'Whether a deadline of its present state is over, whether or not anybody has acted on it.',
  })
  overdue!: boolean

  @Actions(disputeMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const DisputeConnection = connectionOf(Dispute)
