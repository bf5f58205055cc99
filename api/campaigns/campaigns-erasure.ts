import { changed, type ErasureRoom } from '../platform/erasure.js'
import { sql } from '../platform/database.js'

/** To whom a mail could not be delivered. What was said with a campaign's verbs stands among the reasons. */
export const campaignsErasure: ErasureRoom = {
  async erase(tx, { contactIds }) {
    const bounces = await changed(
      tx,
      sql`update campaigns set bounced_contact_id = null, bounced_address = null where bounced_contact_id = any(${contactIds}::text[]) returning 1`,
    )
    return { bounces }
  },
}
