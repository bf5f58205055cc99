import { sql } from '../platform/database.js'
import { changed, type ErasureRoom } from '../platform/erasure.js'

/** How far they had read feeds, and when they were there. */
export const feedErasure: ErasureRoom = {
  async erase(tx, { userIds }) {
    const marks = await changed(
      tx,
      sql`delete from read_marks where user_id = any(${[...userIds]}::text[]) returning 1`,
    )
    return { readMarks: marks }
  },
}
