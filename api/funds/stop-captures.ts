import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'

/** Nobody waits any more for what an order failed to take in: it leaves the list of what failed. */
export async function forgetFailedCaptures(tx: Tx, orderId: string): Promise<void> {
  await stopCaptureRetries(tx, orderId)
  await rows(
    tx,
    sql`update operations set overtaken_at = ${tx.now}, version = version + 1 where order_id = ${orderId} and purpose = 'CAPTURE' and state = 'FAILED' and overtaken_at is null`,
  )
}

/** Earlier captures that were refused are not tried again by themselves: something newer takes their place. */
export async function stopCaptureRetries(tx: Tx, orderId: string): Promise<void> {
  await rows(
    tx,
    sql`delete from deadlines where machine = 'Operation' and kind = 'retry' and subject_id in (select id from operations where order_id = ${orderId} and purpose = 'CAPTURE')`,
  )
}
