import { actorsOf, changed, eraseMentions, type ErasureRoom } from '../platform/erasure.js'
import { sql } from '../platform/database.js'

/** What they wrote on feeds, and their name in replies that are saved; that they wrote, and when, stays. */
export const messagesErasure: ErasureRoom = {
  async erase(tx, person) {
    const messages = await changed(
      tx,
      sql`update messages set body = null where author_id = any(${actorsOf(person)}::text[]) and body is not null returning 1`,
    )
    const inMessages = await eraseMentions(tx, 'messages', { body: 'text' }, person)
    const inReplies = await eraseMentions(tx, 'saved_replies', { title: 'text', body: 'text' }, person)
    return { messages, mentions: inMessages + inReplies }
  },
}
