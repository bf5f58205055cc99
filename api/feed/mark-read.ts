import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { port } from '../platform/port.js'
import { feedNews } from '../messages/feed-topic.js'
import { requireOrder } from './sees-order.js'

/** What else is read with a feed: rooms above that told of its entries. Bound by the app. */
export const feedRead =
  port<(tx: Tx, read: { orderId: string; userId: string; upTo: bigint }) => Promise<void>>('feed read')

/**
 * Notes that the caller has read an order's feed up to a number, and told others with it; never less than before, and
 * never more than there is. Returns the order's id.
 * @refuses NOT_FOUND, FORBIDDEN for whoever is no person
 */
export async function markRead(
  tx: Tx,
  { orderId, upTo }: { orderId: string; upTo: bigint },
): Promise<string> {
  const { id: userId, kind, key } = tx.viewer
  if ((kind !== 'staff' && kind !== 'member') || key) throw new Refusal('FORBIDDEN')
  await requireOrder(tx, orderId)
  const marked = await row(
    tx,
    sql`insert into read_marks as k (order_id, user_id, up_to, read_at)
      select ${orderId}, ${userId}, least(${upTo}::bigint, last_sequence), ${tx.now} from streams where id = ${orderId} and least(${upTo}::bigint, last_sequence) > 0
      on conflict (order_id, user_id) do update set up_to = excluded.up_to, read_at = excluded.read_at where k.up_to < excluded.up_to
      returning up_to`,
  )
  if (!marked) return orderId
  await feedRead.bound(tx, { orderId, userId, upTo })
  tx.passing.push(feedNews(orderId, { what: 'read', userId }))
  return orderId
}
