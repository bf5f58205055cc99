import { newId } from '../lib/ids.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { heldSince } from '../platform/hold-stream.js'
import { presentHours } from './answer-hours.js'
import { placeInInbox, showInInbox } from './inbox.js'
import {
  AT_RISK,
  BROKEN,
  brokenPromise,
  type LivePromise,
  livePromise,
  setClock,
  usedNow,
} from './live-promise.js'
import { runFrom } from './promise-clock.js'
import { promised } from './promise.events.js'
import type { Side } from './side.js'

/** What was written on a feed, as the promise to answer looks at it. */
export interface Said {
  readonly orderId: string
  readonly messageId: string
  /** The id of the message's event, which is its entry in the feed. */
  readonly entryId: string
  readonly kind: 'MESSAGE' | 'QUESTION' | 'STATUS_REQUEST'
  readonly visibility: 'STAFF' | 'BUYER' | 'PARTIES'
  /** On whose side it was written. */
  readonly side: Side
}

/**
 * Takes note of a message for the promise to answer within 10 to 20 minutes. The first that asks us something after our
 * last answer starts the clock: from the buyer or the beneficiary any question or request for the status, and a message to
 * us (`BUYER`); what the parties tell each other starts none. What one of our people writes and whoever waits can read
 * keeps it; a card with the status is no answer, whoever asked for it. The order's stream is locked: call it once the
 * message is written.
 */
export async function noteMessage(tx: Tx, said: Said): Promise<void> {
  const { orderId, messageId } = said
  const answering = answersThem(said)
  const live = await livePromise(tx, orderId, { answering })
  const answered = answering && live !== undefined && canBeReadByWhoWaits(said, live)
  if (asksUs(said)) await (live ? alsoAsked(tx, live, said) : start(tx, said))
  if (answered) await keep(tx, live, messageId)
  await showInInbox(tx, said, answering ? tx.viewer.id : null)
}

function asksUs({ side, kind, visibility }: Said): boolean {
  if (side !== 'BUYER' && side !== 'BENEFICIARY') return false
  return kind !== 'MESSAGE' || visibility === 'BUYER'
}

function answersThem({ side, kind, visibility }: Said): boolean {
  return side === 'STAFF' && visibility !== 'STAFF' && kind !== 'STATUS_REQUEST'
}

function canBeReadByWhoWaits({ visibility }: Said, { forParties }: LivePromise): boolean {
  return visibility === 'PARTIES' || !forParties
}

/** The clock runs; while the order is held it stands still from the start. */
async function start(tx: Tx, { orderId, messageId, side }: Said): Promise<void> {
  const id = newId('prm')
  const hours = await presentHours(tx)
  const held = await heldSince(tx, orderId)
  const clock = held ? undefined : runFrom(tx.now, hours)
  await row(
    tx,
    sql`insert into promises (id, order_id, message_id, for_parties, started_at, hours_id, counted_from, warn_at, due_at, paused_at)
      values (${id}, ${orderId}, ${messageId}, ${side === 'BENEFICIARY'}, ${tx.now}, ${hours.id}, ${clock?.countedFrom ?? null}, ${clock?.warnAt ?? null},
        ${clock?.dueAt ?? null}, ${held ? tx.now : null})`,
  )
  await promised(tx, orderId, 'promise.started', {
    promiseId: id,
    messageId,
    dueAt: clock?.dueAt.toISOString() ?? null,
  })
  if (clock) await setClock(tx, { id, orderId, warnedAt: null }, clock)
}

/** Somebody else asks while the clock runs: it is the same promise, answered when both can read it. */
async function alsoAsked(tx: Tx, { id, forParties }: LivePromise, { side }: Said): Promise<void> {
  if (side === 'BENEFICIARY' && !forParties)
    await row(tx, sql`update promises set for_parties = true where id = ${id}`)
}

async function keep(tx: Tx, live: LivePromise, answerId: string): Promise<void> {
  const { id, orderId, messageId, brokenAt } = live
  const usedMs = await usedNow(tx, live)
  await row(
    tx,
    sql`update promises set answered_at = ${tx.now}, answered_by_id = ${tx.viewer.id}, answer_id = ${answerId}, used_ms = ${usedMs}, counted_from = null
      where id = ${id}`,
  )
  await cancelDeadlines(tx, orderId, [AT_RISK, BROKEN])
  await promised(tx, orderId, 'promise.kept', {
    promiseId: id,
    messageId,
    answerId,
    late: brokenAt !== null,
    usedMs,
  })
  await brokenPromise.bound.settle(tx, { id })
  await placeInInbox(tx, orderId)
}
