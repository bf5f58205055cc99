import { actorsOf, changed, eraseMentions, type ErasureRoom } from '../platform/erasure.js'
import { sql } from '../platform/database.js'

/** What they said in disputes. That it was said, and what was decided, stays; their files are the files room's to erase. */
export const disputesErasure: ErasureRoom = {
  async erase(tx, person) {
    const statements = await changed(
      tx,
      sql`update dispute_statements set text = null where given_by_id = any(${actorsOf(person)}::text[]) and text is not null returning 1`,
    )
    return { statements, mentions: await eraseMentions(tx, 'dispute_statements', { text: 'text' }, person) }
  },
}
