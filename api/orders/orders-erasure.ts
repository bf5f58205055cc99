import {
  changed,
  ERASED,
  ERASED_ADDRESS,
  eraseMentions,
  type ErasureRoom,
  type Person,
} from '../platform/erasure.js'
import { rows, sql } from '../platform/database.js'
import type { Sql } from '../platform/reading/scope.js'

/** The people copied onto carts and orders, and the words they gave with a verb. What was bought, and for how much, stays. */
export const ordersErasure: ErasureRoom = {
  async knownAs(tx, person) {
    const { contactIds } = person
    const found = await rows<{ text: string | null }>(
      tx,
      sql`select unnest(array[name, email, phone]) as text from counterparts c where ${sameAs(person)}
        union select unnest(array[recipient_name, recipient_email]) from order_lines where recipient_contact_id = any(${contactIds}::text[])
        union select unnest(array[recipient_name, recipient_email]) from cart_lines where recipient_contact_id = any(${contactIds}::text[])`,
    )
    return found.flatMap(({ text }) => (text && text !== ERASED_ADDRESS ? [text] : []))
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
    const counterparts = await changed(
      tx,
      sql`update counterparts c set name = ${ERASED}, email = null, phone = null, locale = null, erased_at = ${tx.now} where ${sameAs(person)} returning 1`,
    )
    let mentions = await eraseMentions(tx, 'deliveries', { summary: 'text' }, person)
    for (const table of ['cart_lines', 'order_lines'])
      mentions += await eraseMentions(tx, table, { wishes: 'text' }, person)
    return { lines, counterparts, mentions }
  },
}

/** Whoever is named as an outside person with the address of somebody we know is that person. */
export function sameAs({ contactIds, userIds }: Person): Sql {
  return sql`(c.erased_at is null and c.email in (select lower(p.email) from contacts p where p.id = any(${contactIds}::text[])
    union select lower(u.email) from users u where u.id = any(${userIds}::text[])))`
}
