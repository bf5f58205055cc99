import { sql } from '../platform/database.js'
import { changed, type ErasureRoom } from '../platform/erasure.js'

/** What they were told of inside Waybill. */
export const notificationsErasure: ErasureRoom = {
  async erase(tx, { userIds }) {
    const notifications = await changed(
      tx,
      sql`delete from notifications where user_id = any(${[...userIds]}::text[]) returning 1`,
    )
    return { notifications }
  },
}
