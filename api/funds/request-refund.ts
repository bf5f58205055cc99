import { assert, Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { account, move } from './book-transfer.js'
import { happened } from './funds.events.js'
import { movableFunds } from './held-funds.js'
import { findOperation, type Purpose } from './operation.js'
import { requestOperation } from './request-operation.js'

/**
 * Gives held money back: `amount` minor units, or all that is held, for the order or one of its lines. It leaves what is
 * held at once and is due to the buyer until the gateway has given it back. Returns the operation's id.
 * @refuses AMOUNT_EXCEEDED, PAYMENT_IN_PROGRESS, FUNDS_FROZEN
 */
export async function requestRefund(
  tx: Tx,
  { orderId, subjectId = orderId, amount }: { orderId: string; subjectId?: string; amount?: bigint },
): Promise<string> {
  const { held, currency } = await movableFunds(tx, orderId)
  const back = amount ?? held
  if (back > held || back <= 0n) throw new Refusal('AMOUNT_EXCEEDED', undefined, { maximum: held.toString() })
  const paymentId = await paymentHeld(tx, orderId)
  const id = await refund(tx, {
    orderId,
    subjectId,
    purpose: 'REFUND',
    paymentId,
    amount: back,
    currency,
  })
  const [from, to] = [account.held(orderId), account.refundDue(orderId)]
  await move(tx, {
    orderId,
    cause: `refund-request:${id}`,
    memo: 'Refund requested',
    from,
    to,
    amount: back,
    currency,
  })
  return id
}

/** The charge or authorisation whose money an order holds; the order's lock is held. */
export async function paymentHeld(tx: Tx, orderId: string): Promise<string> {
  const payment = await row<{ id: string }>(
    tx,
    sql`select o.id from operations o join transfers t on t.order_id = o.order_id and t.cause in ('charge:' || o.id, 'capture:' || o.id)
      join postings p on p.transfer_id = t.id and p.account = ${account.held(orderId)} where o.order_id = ${orderId}`,
  )
  assert(payment, 'what is held was paid')
  return payment.id
}

/** Asks for the refund of money that came when nothing waited for it: it is booked as due already. */
export async function refundLateMoney(tx: Tx, { id }: { id: string }): Promise<string> {
  const late = await findOperation(tx, id)
  assert(late, 'what came late came by an operation')
  const { orderId, amount, currency } = late
  const paymentId = late.paymentId ?? id
  return refund(tx, { orderId, subjectId: id, purpose: 'LATE_REFUND', paymentId, amount, currency })
}

interface Back {
  orderId: string
  subjectId: string
  purpose: Purpose
  paymentId: string
  amount: bigint
  currency: string
}

async function refund(tx: Tx, back: Back): Promise<string> {
  const operationId = await requestOperation(tx, { ...back, kind: 'REFUND' })
  const { orderId, amount, currency, purpose, subjectId } = back
  await happened(tx, orderId, 'refund.requested', {
    operationId,
    amount: amount.toString(),
    currency,
    purpose,
    subjectId,
  })
  return operationId
}
