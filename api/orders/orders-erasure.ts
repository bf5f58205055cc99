import { changed, ERASED, ERASED_ADDRESS, eraseMentions, type ErasureRoom } from '../platform/erasure.js'
import { rows, sql } from '../platform/database.js'

/** The people copied onto carts and orders, and the words they gave with a verb. What was bought, and for how much, stays. */
export const ordersErasure: ErasureRoom = {
  async knownAs(tx, { contactIds }) {
    const found = await rows<{ text: string }>(
      tx,
      sql`select unnest(array[recipient_name, recipient_email]) as text from order_lines where recipient_contact_id = any(${contactIds}::text[])
        union select unnest(array[recipient_name, recipient_email]) from cart_lines where recipient_contact_id = any(${contactIds}::text[])`,
    )
    return found.map(({ text }) => text).filter((text) => text !== ERASED_ADDRESS)
  },

  /** An order that waits for its payment would ask them next. */
  async duties(tx, { contactIds }) {
    const found = await rows<{ id: string }>(
      tx,
      sql`select distinct o.id from orders o join order_lines l on l.order_id = o.id
        where o.status = 'AWAITING_PAYMENT' and l.recipient_contact_id = any(${contactIds}::text[]) order by o.id`,
    )
    return { orders: found.map(({ id }) => id) }
  },

  async erase(tx, person) {
    const { contactIds } = person
    const set = sql`recipient_name = ${ERASED}, recipient_email = ${ERASED_ADDRESS} where recipient_contact_id = any(${contactIds}::text[])`
    await rows(
      tx,
      sql`delete from cart_lines l using carts c where c.id = l.cart_id and c.status = 'FILLING' and l.recipient_contact_id = any(${contactIds}::text[])`,
    )
    await rows(tx, sql`update cart_lines set ${set}`)
    const lines = await changed(tx, sql`update order_lines set ${set} returning 1`)
    return { lines, mentions: await eraseMentions(tx, 'deliveries', { summary: 'text' }, person) }
  },
}
