import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import type { Bounced } from '../platform/mailer/bounce-listener.js'
import type { DeliveryReport } from '../platform/mailer/delivery-report.js'
import { transaction } from '../platform/transaction.js'
import { tellUndelivered, type UndeliveredMail } from './undelivered-mail.js'

/** A report that comes later than this after its mail was taken says nothing any more. Mail servers give up after days. */
const USEFUL = sql.raw(`interval '14 days'`)

/**
 * A report about a mail has come back. One that says that the mail did not arrive makes it bounced, once; one that says
 * that it is still tried is noted. Nothing changes where the mail was sent anew since, has bounced already or was taken
 * too long ago: whoever sends a report again or makes one up from an old address changes nothing.
 */
export async function noteBounce(house: House, about: Bounced, report: DeliveryReport): Promise<void> {
  const { mailId, sending } = about
  await transaction(house, system('mail'), async (tx) => {
    const named = await row<{ orderId: string | null }>(
      tx,
      sql`select order_id as "orderId" from mails where id = ${mailId}`,
    )
    if (!named) return
    if (named.orderId) await lockStream(tx, named.orderId)
    const fits = sql`id = ${mailId} and sending = ${sending} and state in ('TAKEN', 'QUEUED') and coalesce(taken_at, queued_at) > ${tx.now}::timestamptz - ${USEFUL}`
    if (report.action === 'delayed') {
      await row(tx, sql`update mails set last_error = ${`Delayed: ${report.reason}`} where ${fits}`)
      return
    }
    const bounced = await row<UndeliveredMail>(
      tx,
      sql`update mails set state = 'BOUNCED', bounced_at = ${tx.now}, last_error = ${report.reason}, sealed_token = null, in_hand_until = null, try_at = null
        where ${fits} returning id, template, order_id as "orderId", recipient_id as "recipientId", recipient_name as "recipientName", to_address as "toAddress", sending, last_error as error`,
    )
    house.log.info({ mail: mailId, applied: Boolean(bounced) }, 'a mail came back')
    if (bounced) await tellUndelivered(tx, bounced)
  })
}
