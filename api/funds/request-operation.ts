import { newId } from '../lib/ids.js'
import { assert, Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockOrder } from './held-funds.js'
import { keyOf, LIVE, type OperationKind, type Purpose } from './operation.js'
import { sendOperation } from './operation-jobs.js'

/** What is asked of the gateway: `amount` in minor units, more than zero; a payment has a token, the rest its payment. */
export interface NewOperation {
  readonly orderId: string
  readonly purpose: Purpose
  readonly kind: OperationKind
  readonly amount: bigint
  readonly currency: string
  /** What of the order it is for, where it is not the whole. */
  readonly subjectId?: string
  readonly token?: string
  readonly paymentId?: string
  /** Of a release: who gets it, and what we keep. */
  readonly payeeId?: string
  readonly fee?: bigint
}

/**
 * Takes the buyer's money for an order: `amount` minor units, with the token that the payment page gave. Returns the
 * operation's id.
 * @refuses PAYMENT_IN_PROGRESS
 */
export async function requestCharge(
  tx: Tx,
  charge: { orderId: string; amount: bigint; currency: string; token: string },
): Promise<string> {
  return requestOperation(tx, { ...charge, purpose: 'PAYMENT', kind: 'CHARGE' })
}

/**
 * Has the buyer's bank set money aside for a campaign's order: `amount` minor units, with the token that the payment page
 * gave. Returns the operation's id; its result is the payment's.
 * @refuses PAYMENT_IN_PROGRESS
 */
export async function requestAuthorisation(
  tx: Tx,
  authorisation: { orderId: string; amount: bigint; currency: string; token: string },
): Promise<string> {
  return requestOperation(tx, { ...authorisation, purpose: 'PAYMENT', kind: 'AUTHORISE' })
}

/**
 * Writes an operation in the business transaction that wants it, and has it sent once that has committed. There is never
 * more than one under way for the same purpose of an order. Returns its id.
 * @refuses PAYMENT_IN_PROGRESS
 */
export async function requestOperation(tx: Tx, wanted: NewOperation): Promise<string> {
  const {
    orderId,
    purpose,
    kind,
    amount,
    currency,
    subjectId = orderId,
    token = null,
    paymentId = null,
    payeeId = null,
    fee = null,
  } = wanted
  assert(amount > 0n, `an operation moves money, not ${amount}`)
  await lockOrder(tx, orderId)
  const earlier = await row<{ count: number; live: boolean | null }>(
    tx,
    sql`select count(*)::int as count, bool_or(state = any(${[...LIVE]})) as live from operations where order_id = ${orderId} and purpose = ${purpose} and subject_id = ${subjectId}`,
  )
  if (earlier?.live) throw new Refusal('PAYMENT_IN_PROGRESS')
  const id = newId('opn')
  const attempt = (earlier?.count ?? 0) + 1
  await row(
    tx,
    sql`insert into operations (id, order_id, purpose, subject_id, kind, state, attempt, amount, currency, key, token, payment_id, payee_id, fee, requested_at)
      values (${id}, ${orderId}, ${purpose}, ${subjectId}, ${kind}, 'REQUESTED', ${attempt}, ${amount}, ${currency}, ${keyOf(id, attempt)}, ${token}, ${paymentId}, ${payeeId}, ${fee}, ${tx.now})`,
  )
  await tx.house.jobs.send(tx, sendOperation, { operationId: id })
  return id
}
