import type { Money } from '../lib/money.js'
import { assert, Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { port } from '../platform/port.js'

/** What an operation is for; who asked for it learns its result by it. */
export const purposes = {
  PAYMENT: 'What the buyer pays for the order, or has set aside for it.',
  CAPTURE: 'What the accepted campaign takes in.',
  VOID: 'What was set aside and goes back without having moved.',
  REFUND: 'What goes back to the buyer, of the whole order or of one line.',
  LATE_REFUND: 'What goes back because it arrived when nothing waited for it any more.',
  RELEASE: 'What the channel gets.',
} as const
export type Purpose = keyof typeof purposes

/** What is asked of the gateway. */
export const operationKinds = {
  CHARGE: 'Takes the money in at once.',
  AUTHORISE: 'Has the buyer’s bank set the money aside; none of it moves.',
  CAPTURE: 'Takes in what was set aside.',
  VOID: 'Lets go what was set aside.',
  REFUND: 'Gives money back to the buyer.',
  RELEASE: 'Transfers money to the channel’s payout account.',
} as const
export type OperationKind = keyof typeof operationKinds

export const operationStates = {
  REQUESTED: 'Decided, and not yet sent to the gateway.',
  SENT: 'Sent; the answer is awaited.',
  SUCCEEDED: 'Done.',
  FAILED: 'Refused or called off; no money has moved.',
  UNKNOWN: 'No answer came in time: the gateway is asked what became of it.',
} as const
export type OperationState = keyof typeof operationStates

/** One thing asked of the gateway. */
export interface Operation {
  readonly id: string
  readonly orderId: string
  readonly purpose: Purpose
  /** What of the order it is for: the order's id, or a line's. */
  readonly subjectId: string
  readonly kind: OperationKind
  readonly state: OperationState
  readonly attempt: number
  readonly amount: bigint
  readonly currency: string
  readonly key: string
  /** The buyer's means of payment; of a release, the account that it goes to. */
  readonly token: string | null
  /** The operation that brought the money, or set it aside: what is captured, let go, given back or passed on. */
  readonly paymentId: string | null
  /** The same by the gateway's own name. */
  readonly paymentRef: string | null
  /** The channel that a release goes to. */
  readonly payeeId: string | null
  readonly failureCode: string | null
  /** What the gateway says of another amount than was asked for; null where it said none, or that is over. */
  readonly otherAmount: string | null
  readonly asks: number
  /** Whether it was called off: its payment time was over, or the money is to go back. */
  readonly cancelAsked: boolean
  readonly version: number
}

/** Told of an operation's result, in the same transaction and after its booking, under the order's lock. */
export type OnResult = (tx: Tx, operation: Operation) => Promise<void>

/** Who is told of the results of each purpose. Bound by the app. */
export const operationResults = port<Readonly<Record<Purpose, OnResult>>>('operation results')

/** Told in the same transaction when a gateway says that another amount moved than was asked for. Bound by the app. */
export const onOtherAmount =
  port<(tx: Tx, operation: Operation, said: Money) => Promise<void>>('on other amount')
/** Told in the same transaction when that has been given back there. Bound by the app. */
export const onGivenBack = port<(tx: Tx, operation: Operation) => Promise<void>>('on given back')

/** The code of an operation that was called off before any money moved. */
export const CANCELLED = 'cancelled'
/** The code with which a gateway refuses to let go what has been captured already. */
export const CAPTURED_ALREADY = 'captured_already'
/** The code of an operation of which the gateway says that another amount moved than was asked for. */
export const AMOUNT_MISMATCH = 'amount_mismatch'
/** Whether that is still to be cleared up, as SQL over a row of operations: once its result is known it is over. */
export const otherAmountOpen = (of: string) =>
  `(${of}.failure_code = '${AMOUNT_MISMATCH}' and ${of}.settled_at is null)`
/** The code of a release whose channel has no active payout account: the gateway is not even asked. */
export const NO_PAYOUT_ACCOUNT = 'no_payout_account'

/** The states in which an operation is under way. */
export const LIVE = ['REQUESTED', 'SENT', 'UNKNOWN'] as const satisfies readonly OperationState[]

export function isLive(operation: Pick<Operation, 'state'>): boolean {
  return (LIVE as readonly string[]).includes(operation.state)
}

/** An operation, read as the transaction sees it; undefined where there is none. */
export async function findOperation(tx: Tx, id: string): Promise<Operation | undefined> {
  const found = await row<Omit<Operation, 'amount'> & { amount: string }>(
    tx,
    sql`select id, order_id as "orderId", purpose, subject_id as "subjectId", kind, state, attempt, amount::text as amount,
      currency, key, token, payment_id as "paymentId", (select p.provider_ref from operations p where p.id = operations.payment_id) as "paymentRef",
      payee_id as "payeeId", failure_code as "failureCode", case when ${sql.raw(otherAmountOpen('operations'))} then failure_message end as "otherAmount", asks, cancel_asked_at is not null as "cancelAsked", version
      from operations where id = ${id}`,
  )
  return found && { ...found, amount: BigInt(found.amount) }
}

/** Locks the operation's order and then reads the operation: what it says is true until the commit. */
export async function lockOperation(tx: Tx, id: string): Promise<Operation> {
  await row(
    tx,
    sql`select id from streams where id = (select order_id from operations where id = ${id}) for no key update`,
  )
  const found = await findOperation(tx, id)
  assert(found, `there is an operation ${id}`)
  return found
}

/** The same of one that a caller names, as the caller saw it. @refuses NOT_FOUND, STALE_VERSION */
export async function lockNamedOperation(tx: Tx, id: string): Promise<Operation> {
  if (!(await findOperation(tx, id))) throw new Refusal('NOT_FOUND')
  const operation = await lockOperation(tx, id)
  const { version } = operation
  if (tx.expected?.id === id && tx.expected.version !== version)
    throw new Refusal('STALE_VERSION', undefined, { current: version })
  return operation
}

/** The operation that a gateway's key belongs to (its id and attempt make the key); empty where it is no key of ours. */
export function operationOfKey(key: string): string {
  return /^(opn_[0-9a-z]{26})-\d{1,4}$/.exec(key)?.[1] ?? ''
}

/** What the gateway knows one attempt by. */
export function keyOf(operationId: string, attempt: number): string {
  return `${operationId}-${attempt}`
}
