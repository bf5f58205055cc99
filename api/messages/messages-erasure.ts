import { actorsOf, changed, eraseMentions, type ErasureRoom } from '../platform/erasure.js'
import { sql } from '../platform/database.js'

/** What they wrote on feeds; that they wrote, and when, stays. */
export const messagesErasure: ErasureRoom = {
  async erase(tx, person) {
    const messages = await changed(
      tx,
      sql`update messages set body = null where author_id = any(${actorsOf(person)}::text[]) and body is not null returning 1`,
    )
    return { messages, mentions: await eraseMentions(tx, 'messages', { body: 'text' }, person) }
  },
}
