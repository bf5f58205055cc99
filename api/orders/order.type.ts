import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { Contact, Organisation } from '../accounts/organisation.type.js'
import { TaskBlueprint } from '../catalogue/blueprint.type.js'
import { Service } from '../catalogue/service.type.js'
import { Payment } from '../funds/money.type.js'
import { Actions, MoneyColumn, Overdue } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Money, Node } from '../platform/graphql/types.js'
import { Column, Computed, Many, One, Reading, throughParent } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { lineRecipients } from './cart-lines.js'
import { orderMachine } from './order.machine.js'
import { orderSearched } from './order-search.js'
import { PARTIES } from './parties-of.js'
import { type Stage, stages } from './stage.js'
import { type Actor, actors } from './plain-words.js'
import { reachWords } from './standing.js'
import { standingFacts, standingNow, standingWords } from './standing-facts.js'

export const OrderStatus = enumOf('OrderStatus', 'The state of an order.', orderMachine.states)
export const OrderStage = enumOf(
  'OrderStage',
  "What an order's parts say of it, the most urgent first.",
  stages,
)
export const LineRecipient = enumOf(
  'LineRecipient',
  "Whose contact gets a line's onboarding request.",
  lineRecipients,
)
const StandingActor = enumOf('StandingActor', 'Who has to act next.', actors)

/** Money is for the buyer, and for those of our staff who deal with it. */
export const seesMoney: Scope = (t, viewer) =>
  viewer.staff('ADMIN', 'FINANCE') ||
  (viewer.kind === 'member' && sql`${t}.buyer_id = any(${viewer.organisations}::text[])`)

/** What our team and the buyer tell each other is for these two. */
const talks: Scope = (t, viewer) =>
  viewer.staff() || (viewer.kind === 'member' && sql`${t}.buyer_id = any(${viewer.organisations}::text[])`)

@ObjectType({ simpleResolvers: true, description: 'Where an order stands, in plain words.' })
export class Standing {
  @Field(() => String, { description: 'Where it stands.' })
  summary!: string

  @Field(() => String, { nullable: true, description: 'What comes next.' })
  next!: string | null

  @Field(() => DateTime, { nullable: true, description: 'By when, where that is known.' })
  nextBy!: Date | null

  @Field(() => StandingActor, { description: 'Who has to act.' })
  actor!: Actor

  @Field(() => String, { description: 'How to reach us.' })
  reach!: string
}

@Reading({
  table: 'orders',
  scope: (t, viewer) =>
    viewer.staff('ADMIN', 'SUPPORT', 'FINANCE') ||
    (viewer.kind === 'member' &&
      sql`(${sql.join(
        PARTIES.map((party) => sql`${t}.${sql.id(party)} = any(${viewer.organisations}::text[])`),
        sql` or `,
      )})`),
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
    stage: { sql: (t) => sql`${t}.stage`, type: 'text' },
    number: { sql: (t) => sql`${t}.number`, type: 'text' },
    placedAt: { sql: (t) => sql`${t}.placed_at`, type: 'timestamptz' },
    buyerId: { sql: (t) => sql`${t}.buyer_id`, type: 'text' },
    beneficiaryId: { sql: (t) => sql`${t}.beneficiary_id`, type: 'text' },
    channelId: { sql: (t) => sql`${t}.channel_id`, type: 'text' },
  },
  searched: orderSearched,
  sorts: {
    placedAt: { sql: (t) => sql`${t}.placed_at`, type: 'timestamptz' },
    number: { sql: (t) => sql`${t}.number`, type: 'text' },
    totalAmount: { sql: (t) => sql`${t}.total_amount`, type: 'bigint', only: seesMoney },
  },
  defaultSort: ['placedAt', 'DESC'],
  foundBy: (viewer) =>
    viewer.kind === 'member' ? { columns: PARTIES, ids: viewer.organisations } : undefined,
})
@ObjectType({
  implements: Node,
  description: 'What was bought for one beneficiary in one checkout; it settles or expires alone.',
})
export class Order extends Node {
  @Column()
  @Field(() => String, { description: 'Its number for people, for example W-100001.' })
  number!: string

  @Column()
  @Field(() => OrderStatus, { description: 'Its state.' })
  status!: string

  @Column()
  @Field(() => OrderStage, { description: 'What its parts say of it, the most urgent first.' })
  stage!: Stage

  @Computed(standingFacts, (facts, { viewer }) => {
    const now = standingNow(facts)
    return { ...standingWords(now, facts, viewer), nextBy: now.nextBy, reach: reachWords(facts.answerHours) }
  })
  @Field(() => Standing, {
    description: 'Where it stands, in plain words: what is next, by when, who acts, how to reach us.',
  })
  standing!: Standing

  @One({ from: 'buyer_id' })
  @Field(() => Organisation, { nullable: true, description: 'Who pays.' })
  buyer!: Organisation | null

  @One({ from: 'beneficiary_id' })
  @Field(() => Organisation, {
    nullable: true,
    description: 'Whom the work is for: the buyer itself, or a client of it.',
  })
  beneficiary!: Organisation | null

  @One({ from: 'channel_id' })
  @Field(() => Organisation, {
    nullable: true,
    description:
      'The channel to which its campaign was offered, once it is paid, where the viewer may see it.',
  })
  channel!: Organisation | null

  @One({ from: 'placed_by_contact_id' })
  @Field(() => Contact, {
    nullable: true,
    description: "The buyer's contact who placed it: its mails go there.",
  })
  placedBy!: Contact | null

  @Column()
  @Field(() => DateTime, { description: 'When it was placed.' })
  placedAt!: Date

  @Column()
  @Field(() => DateTime, { description: 'Until when it may be paid.' })
  payBy!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When its payment was final.' })
  paidAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'By when we promised to tell the buyer how to talk to our team.',
  })
  communicationBy!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the mail server had taken that invitation: the promise was kept.',
  })
  communicatedAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'Since when it is held; nothing while it is not.' })
  heldSince!: Date | null

  @Column((t) => sql`(select r.text from reasons r where r.id = ${t}.reason_id)`, { only: talks })
  @Field(() => String, {
    nullable: true,
    description: 'Why it is held, or was called off; for the team and the buyer.',
  })
  reason!: string | null

  @MoneyColumn('total_amount', 'currency', seesMoney)
  @Field(() => Money, {
    nullable: true,
    description: 'What it costs; for the buyer and those of staff who deal with money.',
  })
  total!: Money | null

  @One({}, seesMoney)
  @Field(() => Payment, {
    nullable: true,
    description: 'Where its money is; for the buyer and those of staff who deal with money.',
  })
  payment!: Payment | null

  @Column()
  @Field(() => String, { description: 'The version of the terms of use accepted at checkout.' })
  termsVersion!: string

  @Many({ to: 'order_id', orderBy: 'position', limit: 50 })
  @Field(() => [OrderLine], { description: 'What was bought.' })
  lines!: OrderLine[]

  @Overdue(orderMachine)
  @Field(() => Boolean, {
    description: 'Whether a deadline of its present state is over, whether or not anybody has acted on it.',
  })
  overdue!: boolean

  @Actions(orderMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change of state: give it as `expectedVersion`.' })
  version!: number
}

const seesPrice: Scope = throughBuyer()

@Reading({ table: 'order_lines', scope: throughParent('Order', 'order_id') })
@ObjectType({ implements: Node, description: 'One service on an order.' })
export class OrderLine extends Node {
  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it stands on.' })
  order!: Order | null

  @One({ from: 'service_id' })
  @Field(() => Service, { nullable: true, description: 'What was bought.' })
  service!: Service | null

  @One({ from: 'blueprint_id' })
  @Field(() => TaskBlueprint, {
    nullable: true,
    description: 'The tasks that it becomes: the version it was bought with; for staff.',
  })
  blueprint!: TaskBlueprint | null

  @MoneyColumn('price_amount', 'currency', seesPrice)
  @Field(() => Money, {
    nullable: true,
    description: 'Its price at checkout; for the buyer and those of staff who deal with money.',
  })
  price!: Money | null

  @Column()
  @Field(() => LineRecipient, {
    nullable: true,
    description: 'Whose contact got its onboarding request; nobody’s for a campaign or an appointment.',
  })
  recipient!: string | null

  @One({ from: 'recipient_contact_id' })
  @Field(() => Contact, { nullable: true, description: 'That contact as they are now.' })
  recipientContact!: Contact | null

  @Column()
  @Field(() => String, {
    nullable: true,
    description: 'The name of that person, as chosen when the service was added to the cart.',
  })
  recipientName!: string | null

  @Column()
  @Field(() => OrderStage, {
    nullable: true,
    description: 'What its part says of it; nothing before it has begun.',
  })
  stage!: Stage | null
}

export const OrderConnection = connectionOf(Order)

function throughBuyer(): Scope {
  return (t, viewer) =>
    viewer.staff('ADMIN', 'FINANCE') ||
    (viewer.kind === 'member' &&
      sql`exists (select from orders bought where bought.id = ${t}.order_id and bought.buyer_id = any(${viewer.organisations}::text[]))`)
}
