import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { fact } from '../lib/facts.js'
import type { AvailableAction } from '../lib/machine.js'
import { isStaff, type Viewer } from '../lib/viewer.js'
import { MoneyColumn } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Money, Node } from '../platform/graphql/types.js'
import { Column, Computed, Many, Reading, throughParent } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { FUNDS_STATE, fundsStates } from './funds-state.js'
import { operationKinds, operationStates, purposes } from './operation.js'

export const FundsStateEnum = enumOf('FundsState', 'Where an order’s money is.', fundsStates)
export const OperationPurpose = enumOf('OperationPurpose', 'What money is moved for.', purposes)
export const OperationKindEnum = enumOf('OperationKind', 'What is asked of the gateway.', operationKinds)
export const OperationStateEnum = enumOf('OperationState', 'How far an operation is.', operationStates)

/** Money is seen by the members of the buyer, and by those of the staff who deal with it. */
const ofTheBuyer: Scope = (t, viewer) =>
  viewer.staff('FINANCE', 'ADMIN') ||
  (viewer.kind === 'member' && sql`${t}.buyer_id = any(${viewer.organisations}::text[])`)

/** And so is what belongs to an order's funds. */
const ofTheBuyersOrder = throughParent('Payment', 'order_id')

const retried = { kind: fact.text('t.kind'), state: fact.text('t.state') }

/** A refused refund may be tried again at once, by those who look after money. */
function actionsOf({ kind, state }: { kind: string; state: string }, viewer: Viewer): AvailableAction[] {
  if (!isStaff(viewer, 'FINANCE', 'ADMIN')) return []
  const allowed = kind === 'REFUND' && state === 'FAILED'
  const why = {
    refusal: 'INVALID_TRANSITION',
    message: 'Only a refused refund is tried again.',
  } as const
  return [
    {
      name: 'retryOperation',
      allowed,
      deadline: null,
      ...(allowed ? { refusal: null, message: null } : why),
    },
  ]
}

@Reading({
  table: 'operations',
  scope: ofTheBuyersOrder,
  sorts: { requestedAt: { sql: (t) => sql`${t}.requested_at`, type: 'timestamptz' } },
  defaultSort: ['requestedAt', 'ASC'],
})
@ObjectType({ implements: Node, description: 'One thing asked of the payment gateway.' })
export class Operation extends Node {
  @Column()
  @Field(() => OperationPurpose, { description: 'What it is for.' })
  purpose!: string

  @Column()
  @Field(() => OperationKindEnum, { description: 'What is asked.' })
  kind!: string

  @Column()
  @Field(() => OperationStateEnum, { description: 'How far it is.' })
  state!: string

  @Column()
  @Field(() => Int, { description: 'The how-manieth try for this purpose; refusals may be tried again.' })
  attempt!: number

  @MoneyColumn('amount', 'currency')
  @Field(() => Money, { description: 'How much is asked for.' })
  amount!: Money

  @Column('failure_code')
  @Field(() => String, { nullable: true, description: 'Why it failed, in the gateway’s code.' })
  failureCode!: string | null

  @Column('failure_message')
  @Field(() => String, { nullable: true, description: 'Why it failed, for people.' })
  failure!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When it was decided.' })
  requestedAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When its result was known.' })
  settledAt!: Date | null

  @Column((t) => sql`(select d.due_at from deadlines d where d.subject_id = ${t}.id and d.kind = 'retry')`)
  @Field(() => DateTime, { nullable: true, description: 'When it is tried again by itself, if it is.' })
  nextTryAt!: Date | null

  @Computed(retried, (operation, { viewer }) => actionsOf(operation, viewer))
  @Field(() => [Action], { description: 'What the viewer may do about it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const OperationConnection = connectionOf(Operation)

@Reading({ table: 'postings', scope: ofTheBuyersOrder })
@ObjectType({
  implements: Node,
  description: 'One account’s part in a movement of money. It is never changed.',
})
export class Posting extends Node {
  @Column()
  @Field(() => String, {
    description: 'Who has the money: provider, held:<order>, refund-due:<order>, revenue, fees.',
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

  @Many({ to: 'order_id' })
  @Field(() => [Operation], {
    description: 'Everything that was asked of the gateway, in order; failed ones too.',
  })
  operations!: Operation[]

  @Many({ to: 'order_id' })
  @Field(() => [Posting], { description: 'Every booking of the order, in order.' })
  ledger!: Posting[]
}
