import { changed, eraseMentions, type ErasureRoom } from '../../platform/erasure.js'
import { sql } from '../../platform/database.js'

/** Where texts, and what came back, name somebody: their name is put out, and so is their number. */
export const textsErasure: ErasureRoom = {
  async erase(tx, person) {
    const columns = { body: 'text', to_name: 'text', to_number: 'text', failure: 'text' } as const
    const texts = await eraseMentions(tx, 'texts', columns, person)
    const replies = await eraseMentions(tx, 'text_replies', { body: 'text', from_number: 'text' }, person)
    return { texts, textReplies: replies }
  },
}
