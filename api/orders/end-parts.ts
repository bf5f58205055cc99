import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { eachPart } from './part-lines.js'

/**
 * The order has ended: no part of it runs on. What had ended stays as it ended; the rest of the work ended `how`, but an
 * add-on that was not active ended badly. The order's stream is locked.
 */
export async function endParts(tx: Tx, orderId: string, how: 'WELL' | 'BADLY'): Promise<void> {
  await eachPart(tx, orderId, (part, line) => part.end(tx, line))
  await row(
    tx,
    sql`update order_lines set stage = 'CLOSED', ended = coalesce(ended, case when flow = 'SELF_SERVICE' then 'BADLY' else ${how}::text end)
      where order_id = ${orderId}`,
  )
}
