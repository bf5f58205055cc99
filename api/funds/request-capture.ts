import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockOrder } from './held-funds.js'
import { requestOperation } from './request-operation.js'
import { stopCaptureRetries } from './stop-captures.js'

/**
 * Takes in what was set aside for a campaign's order. With a `token` the buyer pays again, after a capture that was
 * refused: a fresh charge of the same amount, and what is still set aside is let go once that has succeeded. The result
 * goes to `operationResults.CAPTURE`. Returns the operation's id.
 * @refuses PAYMENT_IN_PROGRESS
 */
export async function requestCapture(
  tx: Tx,
  { orderId, token }: { orderId: string; token?: string },
): Promise<string> {
  await lockOrder(tx, orderId)
  const authorised = await row<{ id: string; amount: string; currency: string }>(
    tx,
    sql`select id, amount::text as amount, currency from operations where order_id = ${orderId} and kind = 'AUTHORISE' and state = 'SUCCEEDED' order by id desc limit 1`,
  )
  assert(authorised, 'what is captured was set aside')
  await stopCaptureRetries(tx, orderId)
  const amount = BigInt(authorised.amount)
  const what = token
    ? ({ kind: 'CHARGE', token } as const)
    : ({ kind: 'CAPTURE', paymentId: authorised.id } as const)
  return requestOperation(tx, { orderId, purpose: 'CAPTURE', amount, currency: authorised.currency, ...what })
}
