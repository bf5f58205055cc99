import { sameAs } from '../orders/orders-erasure.js'
import { eraseMentions, type ErasureRoom } from '../platform/erasure.js'
import { rows, sql } from '../platform/database.js'

/** Where people meet may name somebody. What was said and noted stands among the reasons. */
export const outreachErasure: ErasureRoom = {
  /** Whoever attends an appointment, or is to be reached for one, is waited for until it has ended. */
  async duties(tx, person) {
    const found = await rows<{ id: string }>(
      tx,
      sql`select a.id from appointments a join counterparts c on c.id = a.counterpart_id
        where a.ended_at is null and (a.attendee_contact_id = any(${person.contactIds}::text[]) or ${sameAs(person)}) order by a.id`,
    )
    return { appointments: found.map(({ id }) => id) }
  },

  async erase(tx, person) {
    return { mentions: await eraseMentions(tx, 'appointments', { place: 'text' }, person) }
  },
}
