import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { happened } from './funds.events.js'
import { lockOrder } from './held-funds.js'
import { CANCELLED, LIVE, lockOperation } from './operation.js'
import { callOffOperation } from './operation-jobs.js'

/** `OVER`: nothing is under way (any more). `ASKED`: the gateway decides, and its result will be told. */
export type CalledOff = 'OVER' | 'ASKED'

/**
 * Calls off an operation. One never sent ends here and now, and nobody is told but the log; one that was sent is the
 * gateway's to call off, and its result comes as every result does: failed, or the money after all.
 */
export async function cancelOperation(tx: Tx, { id }: { id: string }): Promise<CalledOff> {
  const operation = await lockOperation(tx, id)
  const { orderId, state, amount, currency, cancelAsked } = operation
  if (state === 'REQUESTED') {
    await row(
      tx,
      sql`update operations set state = 'FAILED', failure_code = ${CANCELLED}, failure_message = 'Called off before it was sent.', settled_at = ${tx.now}, overtaken_at = ${tx.now}, version = version + 1 where id = ${id}`,
    )
    await happened(tx, orderId, 'payment.cancelled', { operationId: id, amount: amount.toString(), currency })
    return 'OVER'
  }
  if (state !== 'SENT' && state !== 'UNKNOWN') return 'OVER'
  if (cancelAsked) return 'ASKED'
  await row(
    tx,
    sql`update operations set cancel_asked_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  await tx.house.jobs.send(tx, callOffOperation, { operationId: id })
  return 'ASKED'
}

/**
 * Calls off whatever payment of an order is under way, as its time to pay is over. `OVER`: the order may be cancelled at
 * once. `ASKED`: wait for the payment's result, which comes with `cancelAsked`.
 */
export async function cancelPayment(tx: Tx, { orderId }: { orderId: string }): Promise<CalledOff> {
  await lockOrder(tx, orderId)
  const live = await row<{ id: string }>(
    tx,
    sql`select id from operations where order_id = ${orderId} and purpose = 'PAYMENT' and state = any(${[...LIVE]})`,
  )
  return live ? cancelOperation(tx, live) : 'OVER'
}
