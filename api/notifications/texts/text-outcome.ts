import type { Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { tryTime } from '../try-time.js'
import { applyFate, instead } from './text-fate.js'
import type { TextInHand, TextOutcome } from './text-in-hand.js'

/** Seconds until the next try of a text that was surely not sent; its usefulness ends before they do. */
const PAUSES_S = [5, 15, 60, 180, 300, 600]
/** Seconds until a text of which nobody knows is looked for: its provider may need a while to show it. */
const LOOKED_FOR_AFTER_S = [60, 120, 300, 600, 1800]
/** After so many looks that found nobody to ask, nobody will ever know. */
const MOST_LOOKS = 60

/**
 * Writes down what came of one look at a text. The order's stream and the text are locked; what came in meanwhile is in
 * `text` already.
 */
export async function noteTextOutcome(tx: Tx, text: TextInHand, outcome: TextOutcome): Promise<void> {
  if (outcome.came === 'FATE') {
    await applyFate(tx, text, outcome.fate)
    return
  }
  const isSettled = text.providerId !== null || !['QUEUED', 'WAITING_FOR_MORNING'].includes(text.state)
  if (isSettled) return freeAgain(tx, text)
  if (outcome.came === 'NOT_SENT') return instead(tx, text, outcome.instead)
  await tryAgain(tx, text, outcome)
}

async function tryAgain(
  tx: Tx,
  { id, attemptId, attempts }: TextInHand,
  { kind, message }: Extract<TextOutcome, { came: 'TROUBLE' }>,
): Promise<void> {
  if (attempts >= MOST_LOOKS) return instead(tx, { id, attemptId }, { state: 'FAILED', cause: 'UNKNOWN' })
  const pauses = kind === 'later' ? PAUSES_S : LOOKED_FOR_AFTER_S
  const wait = pauses[Math.min(attempts, pauses.length) - 1]!
  const unknown = kind === 'later' ? sql`null` : sql`unknown_since`
  await row(
    tx,
    sql`update texts set in_hand_until = null, failure = ${message.slice(0, 500)}, try_at = ${tryTime(tx, wait)}, unknown_since = ${unknown},
        state = 'QUEUED' where id = ${id}`,
  )
}

/** Something came in while it was in hand, or nobody could be asked: what is known stays, and is asked for on. */
async function freeAgain(tx: Tx, text: TextInHand): Promise<void> {
  await applyFate(tx, text, { state: 'TAKEN', providerId: text.providerId })
}
