import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'

/** Notes that these services stand on an order now: from then on their flow stays as it is. Only the first time writes. */
export async function noteSold(tx: Tx, serviceIds: readonly string[]): Promise<void> {
  await rows(
    tx,
    sql`update services set sold_at = ${tx.now} where id in
      (select id from services where id = any(${serviceIds}) and sold_at is null order by id for no key update)`,
  )
}
