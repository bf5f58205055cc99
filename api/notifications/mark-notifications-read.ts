import { Refusal, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

const MOST = 100

/**
 * Notes that the caller has read what they were told of: these, or all of it. Those of others are passed over. Returns
 * the caller's id. @refuses FORBIDDEN for whoever is no person, VALIDATION
 */
export async function markNotificationsRead(
  tx: Tx,
  { ids }: { ids?: readonly string[] | null | undefined },
): Promise<string> {
  const { id: userId, kind, key } = tx.viewer
  if ((kind !== 'staff' && kind !== 'member') || key) throw new Refusal('FORBIDDEN')
  if (ids && ids.length > MOST) refuseFields([{ path: 'ids', message: `at most ${MOST}` }])
  const which = ids ? sql`id = any(${ids}::text[])` : sql`true`
  await row(
    tx,
    sql`update notifications set read_at = ${tx.now} where user_id = ${userId} and read_at is null and ${which}`,
  )
  return userId
}

/** What somebody was told of an order's feed up to a number is read with the feed. */
export async function readWithFeed(
  tx: Tx,
  { orderId, userId, upTo }: { orderId: string; userId: string; upTo: bigint },
): Promise<void> {
  await row(
    tx,
    sql`update notifications n set read_at = ${tx.now} from events e
      where n.user_id = ${userId} and n.order_id = ${orderId} and n.read_at is null and e.id = n.event_id and e.sequence <= ${upTo}`,
  )
}
