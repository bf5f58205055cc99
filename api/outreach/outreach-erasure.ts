import { changed, eraseMentions, type ErasureRoom } from '../platform/erasure.js'
import { sql } from '../platform/database.js'

/** Where people meet may name somebody. What was said and noted stands among the reasons. */
export const outreachErasure: ErasureRoom = {
  /** An appointment that is still to come would have somebody wait for them. */
  async erase(tx, person) {
    return { mentions: await eraseMentions(tx, 'appointments', { place: 'text' }, person) }
  },
}
