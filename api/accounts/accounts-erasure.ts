import { rows, sql } from '../platform/database.js'
import { changed, ERASED, type ErasureRoom } from '../platform/erasure.js'

/** People's own rows, their credentials, sessions and links, and what the house's machinery noted of them. */
export const accountsErasure: ErasureRoom = {
  async knownAs(tx, { contactIds, userIds }) {
    const found = await rows<{ text: string | null }>(
      tx,
      sql`select unnest(array[name, email, phone]) as text from contacts where id = any(${contactIds}::text[])
        union select unnest(array[name, email]) from users where id = any(${userIds}::text[])
        union select unnest(array[a.name, a.email]) from auth."user" a join users u on u.auth_user_id = a.id where u.id = any(${userIds}::text[])`,
    )
    return found.flatMap(({ text }) => (text ? [text] : []))
  },

  async erase(tx, person) {
    const { contactIds, userIds, mention } = person
    const contacts = await changed(
      tx,
      sql`update contacts set name = ${ERASED}, email = null, phone = null, locale = null, time_zone = null, erased_at = ${tx.now}, version = version + 1
        where id = any(${contactIds}::text[]) returning 1`,
    )
    const sessions = await changed(
      tx,
      sql`delete from auth.session s using users u where u.auth_user_id = s."userId" and u.id = any(${userIds}::text[]) returning 1`,
    )
    await rows(
      tx,
      sql`delete from auth."user" a using users u where u.auth_user_id = a.id and u.id = any(${userIds}::text[])`,
    )
    await rows(
      tx,
      sql`update users set name = ${ERASED}, email = lower('erased-' || id || '@waybill.invalid'), locale = null, time_zone = null where id = any(${userIds}::text[])`,
    )
    const links = await changed(
      tx,
      sql`update links set revoked_at = now() where id = any(${person.linkIds}::text[]) and revoked_at is null returning 1`,
    )
    await rows(tx, sql`update links set sent_to = null where id = any(${person.linkIds}::text[])`)
    await rows(
      tx,
      sql`update link_sessions set ended_at = now() where link_id = any(${person.linkIds}::text[]) and ended_at is null`,
    )
    if (mention !== null) {
      await rows(tx, sql`delete from auth.verification where value ~* ${mention} or identifier ~* ${mention}`)
      await rows(
        tx,
        sql`update api_keys set name = regexp_replace(name, ${mention}, ${ERASED}, 'gi') where name ~* ${mention}`,
      )
      await rows(tx, sql`update deadlines set last_error = null where last_error ~* ${mention}`)
      await rows(tx, sql`update pgboss.job set output = null where output::text ~* ${mention}`)
    }
    return { contacts, sessions, links }
  },
}
