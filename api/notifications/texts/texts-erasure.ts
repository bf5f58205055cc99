import type { Tx } from '../../platform/context.js'
import { changed, ERASED, eraseMentions, type ErasureRoom } from '../../platform/erasure.js'
import { sql } from '../../platform/database.js'

/**
 * Texts to an outside person who was erased, and what they answered, whole; and their name or number where other texts
 * say it. That there were such texts stays. Runs after the orders' room, which says who was erased.
 */
export const textsErasure: ErasureRoom = {
  async erase(tx, person) {
    const [texts, textReplies] = [await eraseTexts(tx), await eraseReplies(tx)]
    const columns = { body: 'text', to_name: 'text', to_number: 'text', failure: 'text' } as const
    const mentions =
      (await eraseMentions(tx, 'texts', columns, person)) +
      (await eraseMentions(tx, 'text_replies', { body: 'text', from_number: 'text' }, person))
    return { texts, textReplies, mentions }
  },
}

const ofErased = sql`counterpart_id in (select c.id from counterparts c where c.erased_at is not null)`

/** One that still waits is not sent any more. */
function eraseTexts(tx: Tx): Promise<number> {
  const waits = sql`state in ('QUEUED', 'WAITING_FOR_MORNING')`
  return changed(
    tx,
    sql`update texts set to_name = ${ERASED}, to_number = '', body = null, sealed_token = null, failure = null, in_hand_until = null, unknown_since = null, try_at = null,
        cause = case when ${waits} then 'OVERTAKEN' else cause end, ended_at = case when ${waits} then ${tx.now}::timestamptz else ended_at end,
        state = case when ${waits} then 'FAILED' else state end
      where to_number <> '' and ${ofErased} returning 1`,
  )
}

function eraseReplies(tx: Tx): Promise<number> {
  return changed(
    tx,
    sql`update text_replies set from_number = '', body = null where from_number <> '' and ${ofErased} returning 1`,
  )
}
