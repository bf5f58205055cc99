import type { House, Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'

/** What mails said is kept so long. Counted in the trade's time, like everything that is shown of a mail. */
const BODIES_KEPT = '90 days'
const AT_ONCE = 1000

/** Erases what mails older than 90 days said; that they were sent, to whom and what became of them stays. Returns how many. */
export async function eraseOldMailBodies(house: House): Promise<number> {
  const { pool } = house.database
  for (let erased = 0; ;) {
    const { rowCount } = await pool.query(
      `update mails set html = null, text = null, calendar = null, sealed_token = null where id in (
         select id from mails where html is not null and state <> 'QUEUED' and queued_at < app_now() - interval '${BODIES_KEPT}' order by queued_at limit ${AT_ONCE})`,
    )
    erased += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) return erased
  }
}

/**
 * Erases a person from the outbox: what mails to them said, their name and address, and what they chose to get. That
 * mails were sent stays; those that wait are not sent any more. `recipientIds` are their contacts' and user's ids.
 */
export async function eraseMailsOf(tx: Tx, recipientIds: readonly string[]): Promise<void> {
  await rows(
    tx,
    sql`update mails set html = null, text = null, calendar = null, subject = '', recipient_name = '', to_address = '', sealed_token = null, in_hand_until = null, try_at = null,
      last_error = case state when 'QUEUED' then 'Not sent: its recipient was erased.' end, state = case state when 'QUEUED' then 'FAILED' else state end
      where recipient_id = any(${recipientIds}::text[])`,
  )
  await rows(tx, sql`delete from mail_preferences where recipient_id = any(${recipientIds}::text[])`)
}
