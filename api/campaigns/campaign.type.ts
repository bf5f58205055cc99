import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { Organisation } from '../accounts/organisation.type.js'
import { Package } from '../catalogue/package.type.js'
import { Service } from '../catalogue/service.type.js'
import { standingCauses } from '../funds/freeze-cause.js'
import { FreezeCauseEnum } from '../funds/money.type.js'
import { fact } from '../lib/facts.js'
import { Order } from '../orders/order.type.js'
import { Actions, Overdue } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime, Day } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Money, Node } from '../platform/graphql/types.js'
import { Column, Computed, One, Reading, scopeOf } from '../platform/reading/declare.js'
import { predicate, type Scope, type Sql } from '../platform/reading/scope.js'
import { CampaignChecklist, CancellationProposal, openProposal } from './campaign-parts.type.js'
import { campaignOutcomes } from './campaign-sides.js'
import { dueNow, sortedDue } from './campaign-due.js'
import { campaignMachine } from './campaign.machine.js'
import { MISSING_CREATIVES } from './creative-facts.js'

export const CampaignStatus = enumOf('CampaignStatus', 'The state of a campaign.', campaignMachine.states)
export const CampaignOutcome = enumOf(
  'CampaignOutcome',
  "How a closed campaign's money was settled.",
  campaignOutcomes,
)

/** A campaign is between its buyer and its channel, with the team; its beneficiary follows the order alone. */
const betweenTheTwo: Scope = (t, viewer) => {
  if (viewer.staff('ADMIN', 'SUPPORT', 'FINANCE')) return true
  if (viewer.staff('FULFILMENT')) {
    const order = sql.raw('of_orders')
    const seen = predicate(scopeOf('Order')(order, viewer))
    return sql`exists (select from orders ${order} where ${order}.id = ${t}.order_id and ${seen})`
  }
  return (
    viewer.kind === 'member' &&
    sql`(${t}.buyer_id = any(${viewer.organisations}::text[]) or ${t}.channel_id = any(${viewer.organisations}::text[]))`
  )
}

/** What it costs is for the two sides, and for those of the team who deal with money. */
const seesPrice: Scope = (_t, viewer) => viewer.staff('ADMIN', 'FINANCE') || viewer.kind === 'member'

const price = {
  amount: fact.text('(select l.price_amount::text from order_lines l where l.id = t.line_id)'),
  currency: fact.text('(select l.currency from order_lines l where l.id = t.line_id)'),
}

const nameOf = (column: string) => (t: Sql) =>
  sql`(select g.name from organisations g where g.id = ${t}.${sql.id(column)})`
const ofPackage = (column: string) => (t: Sql) =>
  sql`(select k.${sql.id(column)} from packages k where k.id = ${t}.package_id)`
const wordsWhen = (status: string) => (t: Sql) =>
  sql`(select r.text from reasons r where r.id = ${t}.reason_id and ${t}.status = ${sql.lit(status)})`

@Reading({
  table: 'campaigns',
  scope: betweenTheTwo,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
    outcome: { sql: (t) => sql`${t}.outcome`, type: 'text' },
    channelId: { sql: (t) => sql`${t}.channel_id`, type: 'text' },
    buyerId: { sql: (t) => sql`${t}.buyer_id`, type: 'text' },
    packageId: { sql: (t) => sql`${t}.service_id`, type: 'text' },
    offeredAt: { sql: (t) => sql`${t}.offered_at`, type: 'timestamptz' },
    dueAt: { sql: dueNow, type: 'timestamptz' },
    releaseHeld: { sql: (t) => sql`${t}.release_held`, type: 'boolean' },
  },
  sorts: {
    dueAt: { sql: sortedDue, type: 'timestamptz' },
    offeredAt: { sql: (t) => sql`${t}.offered_at`, type: 'timestamptz' },
  },
  defaultSort: ['dueAt', 'ASC'],
  foundBy: (viewer) =>
    viewer.kind === 'member' ? { columns: ['buyer_id', 'channel_id'], ids: viewer.organisations } : undefined,
})
@ObjectType({
  implements: Node,
  description:
    'What a channel runs for a buyer, whose money is held until it is released, refunded or split.',
})
export class Campaign extends Node {
  @Column()
  @Field(() => CampaignStatus, { description: 'Its state.' })
  status!: string

  @Column()
  @Field(() => CampaignOutcome, {
    nullable: true,
    description: 'How its money was settled, once it is closed.',
  })
  outcome!: string | null

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'Its order.' })
  order!: Order | null

  @Column((t) => sql`(select o.number from orders o where o.id = ${t}.order_id)`)
  @Field(() => String, { description: 'The number of its order.' })
  orderNumber!: string

  @One({ from: 'service_id' })
  @Field(() => Service, { nullable: true, description: 'The package that was bought, as it is now.' })
  package!: Service | null

  @One({ from: 'package_id' })
  @Field(() => Package, { nullable: true, description: 'The version of it that was bought.' })
  packageVersion!: Package | null

  @Column((t) => sql`(select s.name from services s where s.id = ${t}.service_id)`)
  @Field(() => String, { description: 'What the package is called.' })
  packageName!: string

  @One({ from: 'channel_id' })
  @Field(() => Organisation, { nullable: true, description: 'Who runs it, where the viewer may see it.' })
  channel!: Organisation | null

  @Column(nameOf('channel_id'))
  @Field(() => String, { description: 'What the channel is called.' })
  channelName!: string

  @One({ from: 'buyer_id' })
  @Field(() => Organisation, { nullable: true, description: 'Who pays, where the viewer may see it.' })
  buyer!: Organisation | null

  @Column(nameOf('buyer_id'))
  @Field(() => String, { description: 'What the buyer is called.' })
  buyerName!: string

  @Computed(price, (p) => p, seesPrice)
  @Field(() => Money, {
    nullable: true,
    description: "The package's price at checkout; for both sides and those of staff who deal with money.",
  })
  price!: Money | null

  @Column(ofPackage('starts_on'))
  @Field(() => Day, { nullable: true, description: 'Its first day, where the channel is.' })
  startsOn!: string | null

  @Column(ofPackage('ends_on'))
  @Field(() => Day, { nullable: true, description: 'Its last day, where the channel is.' })
  endsOn!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When it was offered to the channel.' })
  offeredAt!: Date

  @Column()
  @Field(() => DateTime, { description: 'Until when the channel accepts or declines.' })
  acceptBy!: Date

  @Column()
  @Field(() => DateTime, { description: 'An offer is extended no further: then the bank lets the money go.' })
  authorisedUntil!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When the channel accepted it.' })
  acceptedAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When its money was taken in.' })
  capturedAt!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the buyer pays again, where the money could not be taken in.',
  })
  payAgainBy!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'Since when it is ready.' })
  readyAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When the channel marked it complete.' })
  completedAt!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the buyer may dispute; then the money is released.',
  })
  disputeBy!: Date | null

  @Column()
  @Field(() => CampaignChecklist, {
    nullable: true,
    description: 'What the channel answered when it marked it complete.',
  })
  checklist!: CampaignChecklist | null

  @Column()
  @Field(() => Day, { nullable: true, description: 'The completion date that the channel estimated.' })
  estimatedOn!: string | null

  @Column(dueNow)
  @Field(() => DateTime, {
    nullable: true,
    description: 'The deadline that matters now, where there is one.',
  })
  dueAt!: Date | null

  @Overdue(campaignMachine)
  @Field(() => Boolean, {
    description: 'Whether a deadline of its present state is over, whether or not anybody has acted on it.',
  })
  overdue!: boolean

  @Computed({ labels: fact.texts(MISSING_CREATIVES) }, ({ labels }) => labels)
  @Field(() => [String], {
    description: 'The required creatives that are not there, or not approved in their newest version.',
  })
  missingCreatives!: string[]

  @Column(wordsWhen('DECLINED'))
  @Field(() => String, { nullable: true, description: 'Why the channel declined it.' })
  declineReason!: string | null

  @Column(wordsWhen('CANCELLED'))
  @Field(() => String, { nullable: true, description: 'Why our team ended it, where it did.' })
  cancelReason!: string | null

  @Computed(openProposal.needs, openProposal.compute)
  @Field(() => CancellationProposal, {
    nullable: true,
    description: 'The proposal to end it that waits for an answer.',
  })
  proposal!: CancellationProposal | null

  @Column()
  @Field(() => Boolean, {
    description:
      'No mail has told the buyer that it is complete, or it came back: the money is not released by itself.',
  })
  releaseHeld!: boolean

  @Computed({ causes: fact.texts(standingCauses('t.order_id')) }, ({ causes }) => causes)
  @Field(() => [FreezeCauseEnum], {
    description: 'Why nothing of its money moves now; empty where it does.',
  })
  frozen!: string[]

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null

  @Actions(campaignMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change of state: give it as `expectedVersion`.' })
  version!: number
}

export const CampaignConnection = connectionOf(Campaign)
