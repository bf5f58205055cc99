import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { fact, type FactsOf } from '../lib/facts.js'
import type { AvailableAction } from '../lib/machine.js'
import { isStaff, type Viewer } from '../lib/viewer.js'
import { MoneyColumn } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Money, Node } from '../platform/graphql/types.js'
import { Column, Computed, Reading, throughParent } from '../platform/reading/declare.js'
import { predicate, type Scope } from '../platform/reading/scope.js'
import { operationKinds, operationStates, otherAmountOpen, purposes } from './operation.js'
import { BRING_MONEY, isOtherPayment, NOT_ANOTHER_AMOUNT } from './mark-payment-given-back.js'
import { retriedKinds } from './operation-rules.js'
import { NOT_RETRIABLE } from './retry-operation.js'

export const OperationPurpose = enumOf('OperationPurpose', 'What money is moved for.', purposes)
export const OperationKindEnum = enumOf('OperationKind', 'What is asked of the gateway.', operationKinds)
export const OperationStateEnum = enumOf('OperationState', 'How far an operation is.', operationStates)

const ofTheBuyersOrder = throughParent('Payment', 'order_id')

/**
 * Whoever sees an order's money sees what was asked of the gateway for it, but the buyer not what the channel gets; and a
 * channel's members see that alone.
 */
const seen: Scope = (t, viewer) => {
  const money = ofTheBuyersOrder(t, viewer)
  if (typeof money === 'boolean' || viewer.kind !== 'member') return money
  return sql`(${t}.payee_id = any(${viewer.organisations}::text[]) or ${t}.payee_id is null and ${predicate(money)})`
}

const looked = {
  kind: fact.text('t.kind'),
  state: fact.text('t.state'),
  overtaken: fact.bool('t.overtaken_at is not null'),
  otherAmount: fact.bool(otherAmountOpen('t')),
}

/**
 * What was refused may be tried again at once, and a payment of another amount marked as given back, by those who look
 * after money.
 */
function actionsOf(of: FactsOf<typeof looked>, viewer: Viewer): AvailableAction[] {
  if (!isStaff(viewer, 'FINANCE', 'ADMIN')) return []
  const retriable = of.state === 'FAILED' && !of.overtaken && retriedKinds.includes(of.kind)
  const retry = action('retryOperation', retriable, NOT_RETRIABLE)
  if (!BRING_MONEY.includes(of.kind)) return [retry]
  return [retry, action('markPaymentGivenBack', isOtherPayment(of), NOT_ANOTHER_AMOUNT)]
}

function action(name: string, allowed: boolean, why: string): AvailableAction {
  const refused = { refusal: 'INVALID_TRANSITION', message: why } as const
  return { name, allowed, deadline: null, ...(allowed ? { refusal: null, message: null } : refused) }
}

@Reading({
  table: 'operations',
  scope: seen,
  sorts: { requestedAt: { sql: (t) => sql`${t}.requested_at`, type: 'timestamptz' } },
  defaultSort: ['requestedAt', 'ASC'],
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    kind: { sql: (t) => sql`${t}.kind`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    payeeId: { sql: (t) => sql`${t}.payee_id`, type: 'text' },
    state: { sql: (t) => sql`${t}.state`, type: 'text' },
  },
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

  @MoneyColumn('fee', 'currency')
  @Field(() => Money, {
    nullable: true,
    description:
      'Of what a channel gets: our fee, which was kept of it before; `amount` is what the channel gets.',
  })
  fee!: Money | null

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

  @Computed(looked, (operation, { viewer }) => actionsOf(operation, viewer))
  @Field(() => [Action], { description: 'What the viewer may do about it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const OperationConnection = connectionOf(Operation)
