import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/** The places of orders in the inbox lie in three bands: clocks that run, clocks that stand still, talk that is answered. */
export const HELD_FROM = 1_000_000_000_000_000
export const ANSWERED_FROM = 2_000_000_000_000_000
/** Later than any message: what was written last comes first among what is answered. */
const LATEST_MS = 100_000_000_000_000

/** An order whose feed somebody wrote on stands in the team's inbox. `answeredBy` is whose talk it is now. */
export async function showInInbox(
  tx: Tx,
  { orderId, entryId }: { orderId: string; entryId: string },
  answeredBy: string | null,
): Promise<void> {
  await row(
    tx,
    sql`insert into inbox_entries (id, place, last_entry_id, last_message_at, assigned_to_id) values (${orderId}, 0, ${entryId}, ${tx.now}, ${answeredBy})
      on conflict (id) do update set last_entry_id = excluded.last_entry_id, last_message_at = excluded.last_message_at,
        assigned_to_id = coalesce(excluded.assigned_to_id, inbox_entries.assigned_to_id)`,
  )
  await placeInInbox(tx, orderId)
}

/** Its place by its promise's clock, as it now is. */
export async function placeInInbox(tx: Tx, orderId: string): Promise<void> {
  const ms = (moment: string) => sql`(extract(epoch from ${sql.ref(moment)}) * 1000)::bigint`
  await row(
    tx,
    sql`update inbox_entries e set promise_id = p.id, place = case
        when p.id is null then ${sql.lit(ANSWERED_FROM + LATEST_MS)} - ${ms('e.last_message_at')}
        when p.due_at is null then ${sql.lit(HELD_FROM)} + ${ms('p.started_at')}
        else ${ms('p.due_at')} end
      from inbox_entries mine left join promises p on p.order_id = mine.id and p.answered_at is null
      where mine.id = ${orderId} and e.id = mine.id`,
  )
}
