import { Refusal } from '../lib/refusal.js'
import { isMember, isStaff } from '../lib/viewer.js'
import type { Visibility } from '../messages/message-words.js'
import type { Ctx } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { atMostEvery } from '../platform/live/fading.js'
import { inPlain } from '../platform/reading/plain.js'
import { feedNews } from '../messages/feed-topic.js'
import { comeTo } from './looking.js'
import { seenBy } from './sees-order.js'

/** How often somebody's typing on a feed is passed on at most, in milliseconds; what comes between is swallowed. */
const PASSED_ON_EVERY = 1000
const isTime = atMostEvery(PASSED_ON_EVERY)

/**
 * Passes on that the caller is typing on an order's feed, to whoever could read what they write; all that is
 * kept is that they look at it. Without
 * a visibility it is the narrowest they may write for, but staff alone. Gives whether it was passed on.
 * @refuses NOT_FOUND, FORBIDDEN
 */
export async function noteTyping(
  ctx: Ctx,
  { orderId, visibility }: { orderId: string; visibility?: Visibility | null | undefined },
): Promise<boolean> {
  const { viewer } = ctx
  const [order] = await inPlain<{ buyerId: string }>(
    ctx,
    sql<{
      buyerId: string
    }>`select t.buyer_id as "buyerId" from orders t where t.id = ${orderId} and ${seenBy(viewer)}`,
  )
  if (!order) throw new Refusal('NOT_FOUND')
  const close = isStaff(viewer) || isMember(viewer, order.buyerId)
  const to = visibility ?? (close ? 'BUYER' : 'PARTIES')
  if ((to === 'STAFF' && !isStaff(viewer)) || (to === 'BUYER' && !close)) throw new Refusal('FORBIDDEN')
  if (!isTime(`${viewer.id} ${orderId} ${to}`)) return false
  await comeTo(ctx, { orderId, userId: viewer.id })
  ctx.house.live.pass(feedNews(orderId, { what: 'typing', userId: viewer.id, visibility: to }))
  return true
}
