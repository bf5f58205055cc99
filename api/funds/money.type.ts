import { sql } from 'kysely'
import { Field, ObjectType } from 'type-graphql'
import { fact } from '../lib/facts.js'
import { MoneyColumn } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Money, Node } from '../platform/graphql/types.js'
import { Column, Computed, Many, Reading, throughParent } from '../platform/reading/declare.js'
import { predicate, type Scope } from '../platform/reading/scope.js'
import { standing } from './authorisations.js'
import { Chargeback } from './chargeback.type.js'
import { freezeCauses, standingCauses } from './freeze-cause.js'
import { FUNDS_STATE, fundsStates } from './funds-state.js'
import { Operation } from './operation.type.js'

export const FundsStateEnum = enumOf('FundsState', 'Where an order’s money is.', fundsStates)
export const FreezeCauseEnum = enumOf('FreezeCause', 'Why held money does not move.', freezeCauses)

/** Money is seen by the members of the buyer, and by those of the staff who deal with it. */
const ofTheBuyer: Scope = (t, viewer) =>
  viewer.staff('FINANCE', 'ADMIN') ||
  (viewer.kind === 'member' && sql`${t}.buyer_id = any(${viewer.organisations}::text[])`)

const money: Scope = (_t, viewer) => viewer.staff('FINANCE', 'ADMIN')
const ofTheBuyersOrder = throughParent('Payment', 'order_id')

/** And so is what belongs to an order's funds, but for the buyer what became of the channel's part. */
const booked: Scope = (t, viewer) => {
  const seen = ofTheBuyersOrder(t, viewer)
  if (typeof seen === 'boolean' || viewer.kind !== 'member') return seen
  return sql`(${predicate(seen)} and ${t}.account !~ '^(payable|receivable|fees)' and not exists (select from transfers m where m.id = ${t}.transfer_id and m.cause ~ '^(release|reversed):'))`
}

const sumOf = (postings: string) =>
  `(select coalesce(sum(p.amount), 0) from postings p where p.order_id = t.id and ${postings})`
const AUTHORISED = `(select coalesce(sum(o.amount), 0) from operations o where o.order_id = t.id and ${standing('o')})`
/** What left what is held for the channel, our fee included, and what of it was taken back. */
const RELEASED = `(select coalesce(-sum(p.amount), 0) from postings p join transfers m on m.id = p.transfer_id
  where p.order_id = t.id and p.account like 'held:%' and starts_with(m.cause, 'release-request:'))`

/** A field that is money in the order's currency, as an SQL expression over its funds `t` gives it. */
const inItsCurrency = (amount: string, only?: Scope) =>
  Computed({ amount: fact.text(`(${amount})::text`), currency: fact.text('t.currency') }, (m) => m, only)

@Reading({ table: 'postings', scope: booked })
@ObjectType({
  implements: Node,
  description: 'One account’s part in a movement of money. It is never changed.',
})
export class Posting extends Node {
  @Column()
  @Field(() => String, {
    description:
      'Who has the money: provider, held:<order>, refund-due:<order>, payable:<channel>, receivable:<channel>, revenue, fees.',
  })
  account!: string

  @MoneyColumn('amount', 'currency')
  @Field(() => Money, { description: 'Positive into the account, negative out of it.' })
  amount!: Money

  @Column()
  @Field(() => DateTime, { description: 'When it was booked.' })
  bookedAt!: Date

  @Column((t) => sql`(select m.memo from transfers m where m.id = ${t}.transfer_id)`)
  @Field(() => String, { description: 'What it was for.' })
  memo!: string
}

@Reading({ table: 'held_funds', scope: ofTheBuyer })
@ObjectType({ description: 'An order’s money, from the payment to where it belongs.' })
export class Payment {
  @Computed({ state: fact.text(FUNDS_STATE) }, ({ state }) => state)
  @Field(() => FundsStateEnum, { description: 'Where it is.' })
  state!: string

  @MoneyColumn('held', 'currency')
  @Field(() => Money, { description: 'How much is held for the order now.' })
  held!: Money

  @MoneyColumn('refund_due', 'currency')
  @Field(() => Money, { description: 'How much is on its way back to the buyer now.' })
  refundDue!: Money

  @inItsCurrency(AUTHORISED)
  @Field(() => Money, { description: 'How much is set aside at the buyer’s bank now; none of it has moved.' })
  authorised!: Money

  @inItsCurrency(RELEASED)
  @Field(() => Money, { description: 'How much of it was let go for the channel, our fee included.' })
  released!: Money

  @inItsCurrency(sumOf(`p.account = 'fees'`), money)
  @Field(() => Money, { nullable: true, description: 'Our fee of that; for finance and admins.' })
  fee!: Money | null

  @MoneyColumn('payable', 'currency', money)
  @Field(() => Money, {
    nullable: true,
    description: 'How much is on its way to the channel now; for finance and admins.',
  })
  payable!: Money | null

  @Computed({ causes: fact.texts(standingCauses('t.id')) }, ({ causes }) => causes)
  @Field(() => [FreezeCauseEnum], { description: 'Why nothing of it moves now; empty where it does.' })
  frozen!: string[]

  @Many({ to: 'order_id' })
  @Field(() => [Chargeback], {
    description: 'Payments that the buyer’s bank wanted back; for finance and admins.',
  })
  chargebacks!: Chargeback[]

  @Many({ to: 'order_id' })
  @Field(() => [Operation], {
    description: 'Everything that was asked of the gateway, in order; failed ones too.',
  })
  operations!: Operation[]

  @Many({ to: 'order_id' })
  @Field(() => [Posting], { description: 'Every booking of the order, in order.' })
  ledger!: Posting[]
}
