import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines, setDeadline } from '../platform/deadlines.js'
import { port } from '../platform/port.js'
import { hoursSince } from './answer-hours.js'
import { placeInInbox } from './inbox.js'
import { type Clock, recounted, usedAt } from './promise-clock.js'
import { promised } from './promise.events.js'

/** The deadlines of the promise: they are the order's, of which one promise lives at a time. */
export const AT_RISK = 'answer-at-risk'
export const BROKEN = 'answer-broken'

/** A promise that nobody has kept yet. */
export interface LivePromise {
  readonly id: string
  readonly orderId: string
  readonly messageId: string
  readonly forParties: boolean
  readonly hoursId: number
  readonly usedMs: number
  /** The clock; absent while it stands still. */
  readonly clock: Clock | undefined
  readonly warnedAt: Date | null
  readonly brokenAt: Date | null
}

/** A broken promise is somebody's work until it is answered; tasks stand above messages. Bound by the app. */
export const brokenPromise = port<{
  /** The promise broke, and nobody has answered yet. */
  raise(tx: Tx, promise: { id: string; orderId: string; brokenAt: Date }): Promise<void>
  /** Somebody has answered. */
  settle(tx: Tx, promise: { id: string }): Promise<void>
}>('broken promise')

/**
 * The promise of an order that nobody has kept yet, as it truly stands now: counted by the hours that came into force
 * meanwhile, warned of and broken where the time for that is over, whether or not a worker has noticed. `answering`: it is
 * answered at this moment, so nobody needs to be warned or sent. The order's stream is locked.
 */
export async function livePromise(
  tx: Tx,
  orderId: string,
  { answering = false }: { answering?: boolean } = {},
): Promise<LivePromise | undefined> {
  const stored = await read(tx, orderId)
  if (!stored?.clock || stored.brokenAt) return stored
  const live = await recount(tx, { ...stored, clock: stored.clock })
  if (live.clock.dueAt <= tx.now) return breakPromise(tx, live, answering)
  if (live.clock.warnAt <= tx.now && !live.warnedAt && !answering) return warn(tx, live)
  return live
}

/** What a live promise has used of its time by now, in milliseconds that count. */
export async function usedNow(tx: Tx, { usedMs, clock }: LivePromise): Promise<number> {
  if (!clock) return usedMs
  const [under] = await hoursSince(tx, clock.hoursId)
  return usedAt(clock, under!, tx.now)
}

/** Writes a promise's clock, its deadlines and its place in the inbox. */
export async function setClock(
  tx: Tx,
  { id, orderId, warnedAt }: Pick<LivePromise, 'id' | 'orderId' | 'warnedAt'>,
  { hoursId, usedMs, countedFrom, warnAt, dueAt }: Clock,
): Promise<void> {
  await row(
    tx,
    sql`update promises set hours_id = ${hoursId}, used_ms = ${usedMs}, counted_from = ${countedFrom}, warn_at = ${warnAt}, due_at = ${dueAt}, paused_at = null
      where id = ${id}`,
  )
  const of = { machine: 'Order', subjectId: orderId, streamId: orderId }
  if (!warnedAt) await setDeadline(tx, of, AT_RISK, warnAt)
  await setDeadline(tx, of, BROKEN, dueAt)
  await placeInInbox(tx, orderId)
}

type Running = LivePromise & { readonly clock: Clock }

async function recount(tx: Tx, live: Running): Promise<Running> {
  const clock = recounted(live.clock, await hoursSince(tx, live.clock.hoursId))
  if (clock === live.clock) return live
  await setClock(tx, live, clock)
  return { ...live, usedMs: clock.usedMs, clock }
}

async function warn(tx: Tx, live: Running): Promise<LivePromise> {
  const { id, orderId, messageId, clock } = live
  await row(tx, sql`update promises set warned_at = ${clock.warnAt} where id = ${id}`)
  await cancelDeadlines(tx, orderId, [AT_RISK])
  await promised(tx, orderId, 'promise.at-risk', {
    promiseId: id,
    messageId,
    dueAt: clock.dueAt.toISOString(),
  })
  return { ...live, warnedAt: clock.warnAt }
}

/** It broke when its time was over, whenever that is found out, and once. */
async function breakPromise(tx: Tx, live: Running, answering: boolean): Promise<LivePromise> {
  const { id, orderId, messageId, clock } = live
  const brokenAt = clock.dueAt
  await row(tx, sql`update promises set broken_at = ${brokenAt} where id = ${id}`)
  await cancelDeadlines(tx, orderId, [AT_RISK, BROKEN])
  await promised(tx, orderId, 'promise.broken', {
    promiseId: id,
    messageId,
    brokenAt: brokenAt.toISOString(),
  })
  if (!answering) await brokenPromise.bound.raise(tx, { id, orderId, brokenAt })
  return { ...live, brokenAt }
}

interface Stored {
  readonly id: string
  readonly messageId: string
  readonly forParties: boolean
  readonly hoursId: number
  readonly usedMs: number
  readonly countedFrom: Date | null
  readonly warnAt: Date | null
  readonly dueAt: Date | null
  readonly warnedAt: Date | null
  readonly brokenAt: Date | null
}

async function read(tx: Tx, orderId: string): Promise<LivePromise | undefined> {
  const found = await row<Stored>(
    tx,
    sql`select id, message_id as "messageId", for_parties as "forParties", hours_id::int as "hoursId", used_ms::float8 as "usedMs",
        counted_from as "countedFrom", warn_at as "warnAt", due_at as "dueAt", warned_at as "warnedAt", broken_at as "brokenAt"
      from promises where order_id = ${orderId} and answered_at is null`,
  )
  if (!found) return undefined
  const { countedFrom, warnAt, dueAt, warnedAt, brokenAt, ...same } = found
  const { hoursId, usedMs } = same
  const at = (moment: Date | null) => moment && new Date(moment)
  return {
    ...same,
    orderId,
    clock: countedFrom
      ? { hoursId, usedMs, countedFrom: at(countedFrom)!, warnAt: at(warnAt)!, dueAt: at(dueAt)! }
      : undefined,
    warnedAt: at(warnedAt),
    brokenAt: at(brokenAt),
  }
}
