import type { Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { optOutOfTexts } from '../../platform/texts/text-opt-outs.js'
import type { TextFate } from '../../platform/texts/text-provider.js'
import { tryTime } from '../try-time.js'
import type { Instead, TextInHand } from './text-in-hand.js'
import type { TextState } from './text.entity.js'
import { attemptFates, textRoom } from './text-room.js'
import { hasArrived, seeToUndelivered } from './undelivered-text.js'

/** What a text is known by when something becomes of it. */
export type Fated = Pick<TextInHand, 'id' | 'attemptId' | 'state' | 'providerId' | 'asked' | 'toNumber'>

/** How much is known of a text in each state: a report that knows less, or the same, changes nothing. */
const RANK: Readonly<Record<TextState, number>> = {
  QUEUED: 0,
  WAITING_FOR_MORNING: 0,
  SENT: 1,
  UNDELIVERED: 2,
  FAILED: 2,
  REFUSED_OPTED_OUT: 2,
  DELIVERED: 3,
}

/** Seconds after which the fate of a text is asked for that nobody has reported; after the last it is not known. */
const ASKED_AFTER_S = [30, 120, 600, 3600, 21_600, 86_400, 259_200]

/**
 * Writes down what the provider says of a text, where that is more than was known, and tells the attempt that it was.
 * The order's stream is locked. Returns whether anything changed.
 */
export async function applyFate(
  tx: Tx,
  text: Fated,
  { providerId, ...fate }: TextFate & { readonly providerId: string | null },
): Promise<boolean> {
  if (fate.state === 'TAKEN') return keepAsking(tx, text, providerId)
  if (RANK[fate.state] <= RANK[text.state as TextState]) return keepAsking(tx, text, providerId)
  const failed = 'cause' in fate ? fate : undefined
  const isSent = fate.state === 'SENT'
  await row(
    tx,
    sql`update texts set state = ${fate.state}, cause = ${failed?.cause ?? null}, failure = ${failed?.failure ?? null}, provider_id = coalesce(provider_id, ${providerId}),
        sent_at = coalesce(sent_at, ${wasSent(fate.state) ? tx.now : null}), ended_at = ${isSent ? null : tx.now}, try_at = ${isSent ? nextAsk(tx, text) : null},
        in_hand_until = null, unknown_since = null, sealed_token = ${keptToken()}
      where id = ${text.id}`,
  )
  if (failed?.cause === 'OPTED_OUT') await optOutOfTexts(tx, { phone: text.toNumber, by: 'provider' })
  if (failed) await seeToUndelivered(tx, text.id, failed.cause)
  else if (RANK[text.state as TextState] >= RANK.FAILED) await hasArrived(tx, text.id)
  await tellAttempt(tx, text, fate.state)
  return true
}

/** A text does not go out now, or ever: it waits for the morning, or ends. The order's stream is locked. */
export async function instead(
  tx: Tx,
  text: Pick<TextInHand, 'id' | 'attemptId'>,
  becomes: Instead,
): Promise<void> {
  const waits = becomes.state === 'WAITING_FOR_MORNING'
  await row(
    tx,
    sql`update texts set state = ${becomes.state}, cause = ${waits ? null : becomes.cause}, ended_at = ${waits ? null : tx.now}, try_at = ${waits ? becomes.until : null},
        in_hand_until = null, unknown_since = null, sealed_token = null
      where id = ${text.id}`,
  )
  if (!waits) await seeToUndelivered(tx, text.id, becomes.cause)
  await tellAttempt(tx, text, becomes.state)
}

/** On its way, as far as anybody knows. A text of which the provider never says that it went out has failed in the end. */
async function keepAsking(tx: Tx, text: Fated, providerId: string | null): Promise<boolean> {
  const isLive = RANK[text.state as TextState] < RANK.FAILED
  const tryAt = isLive ? nextAsk(tx, text) : null
  if (isLive && tryAt === null && text.state !== 'SENT') {
    await instead(tx, text, { state: 'FAILED', cause: 'UNKNOWN' })
    return true
  }
  await row(
    tx,
    sql`update texts set provider_id = coalesce(provider_id, ${providerId}), try_at = ${tryAt}, in_hand_until = null, unknown_since = null,
        sealed_token = ${keptToken()}, state = case state when 'WAITING_FOR_MORNING' then 'QUEUED' else state end
      where id = ${text.id}`,
  )
  return false
}

function nextAsk(tx: Tx, { asked }: Fated): Date | null {
  const pause = ASKED_AFTER_S[asked]
  return pause === undefined ? null : tryTime(tx, pause)
}

/** Where the outbox is the phone its links can be followed; else the secret goes once it is with the provider. */
function keptToken() {
  return textRoom.bound.isPhone ? sql`sealed_token` : sql`null`
}

const wasSent = (state: TextState) => ['SENT', 'DELIVERED', 'UNDELIVERED'].includes(state)

async function tellAttempt(tx: Tx, { attemptId }: Pick<Fated, 'attemptId'>, state: TextState): Promise<void> {
  if (attemptId === null || state === 'QUEUED') return
  await attemptFates.bound(tx, { attemptId, state: state === 'UNDELIVERED' ? 'FAILED' : state })
}
