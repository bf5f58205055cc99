import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { reverseTransfer } from './book-transfer.js'
import { keyOf, lockOperation, type Operation } from './operation.js'
import { ruleOf } from './operation-rules.js'
import { requestOperation } from './request-operation.js'
import { type Result, settleOperation } from './settle-operation.js'

/** What its failure is called, beside the gateway's own codes. */
export const REFUND_RETURNED = 'refund_returned'
const MESSAGE = 'It had been given back, and came back from the buyer’s bank.'

/**
 * A refund that had been given back came back to us. What was booked is reversed, and what is due again is an operation of
 * its own that has failed: told, listed, tried again and looked into like any other. Once, however often it is heard.
 */
export async function noteReturnedRefund(tx: Tx, id: string, { key, result }: Result): Promise<void> {
  const refund = await lockOperation(tx, id)
  const { orderId, purpose, subjectId, kind, amount, currency, paymentId } = refund
  if (result !== 'FAILED' || kind !== 'REFUND' || refund.state !== 'SUCCEEDED' || refund.key !== key) return
  const transferId = await bookedFor(tx, refund)
  if (!transferId || !paymentId) return
  await reverseTransfer(tx, { transferId, memo: 'Refund came back' })
  const again = await requestOperation(tx, {
    orderId,
    purpose,
    subjectId,
    kind,
    amount,
    currency,
    paymentId,
  })
  const { attempt } = await lockOperation(tx, again)
  const failed = { result: 'FAILED', code: REFUND_RETURNED, message: MESSAGE } as const
  await settleOperation(tx, again, { ...failed, key: keyOf(again, attempt) })
}

/** What was booked when the money was given back, unless it came back before. */
async function bookedFor(tx: Tx, refund: Operation): Promise<string | undefined> {
  const cause = ruleOf(refund).books?.cause(refund)
  const booked = await row<{ id: string }>(
    tx,
    sql`select id from transfers t where order_id = ${refund.orderId} and cause = ${cause}
      and not exists (select from transfers r where r.order_id = t.order_id and r.cause = 'reversal:' || t.id)`,
  )
  return booked?.id
}
