import type { OrderTalk } from '../orders/order-talk.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { presentHours } from './answer-hours.js'
import { placeInInbox } from './inbox.js'
import { AT_RISK, BROKEN, livePromise, setClock, usedNow } from './live-promise.js'
import { runFrom } from './promise-clock.js'

/** The order is held: its promise's clock stands still, with what it has used. What is broken stays broken. */
async function hold(tx: Tx, orderId: string): Promise<void> {
  const live = await livePromise(tx, orderId)
  if (!live?.clock || live.brokenAt) return
  const usedMs = await usedNow(tx, live)
  await row(
    tx,
    sql`update promises set used_ms = ${usedMs}, counted_from = null, warn_at = null, due_at = null, paused_at = ${tx.now} where id = ${live.id}`,
  )
  await cancelDeadlines(tx, orderId, [AT_RISK, BROKEN])
  await placeInInbox(tx, orderId)
}

/** It goes on: its promise has the time that was left, of the hours that count now. */
async function resume(tx: Tx, orderId: string): Promise<void> {
  const live = await livePromise(tx, orderId)
  if (!live || live.clock) return
  await setClock(tx, live, runFrom(tx.now, await presentHours(tx), live.usedMs))
}

/** What the talk on an order does while it is held. For orders' port. */
export const talkOfOrder: OrderTalk = { hold, resume }
