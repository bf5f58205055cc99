import { newId } from '../lib/ids.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { isUnwanted } from './mail-preferences.js'
import { mailroom } from './mailroom.js'
import { sendMailJob } from './send-mail.task.js'
import { CALLED_MS } from './try-time.js'
import { type Addressed, writeMail } from './write-mail.js'

/**
 * Writes a mail into the outbox, to be handed over after the commit. Returns its id, or undefined where this was told to
 * this person before, or where they do not want such mails.
 */
export async function queueMail<F>(tx: Tx, addressed: Addressed<F>): Promise<string | undefined> {
  const { mail, to, eventId, orderId, link, token } = addressed
  if (await isUnwanted(tx, { eventId, template: mail.template, to, orderId })) return undefined
  const { subject, html, text, calendar } = await writeMail(tx, addressed)
  const { mailer, seals } = mailroom.bound
  const id = newId('eml')
  const sealed = token === undefined ? null : seals.seal(token)
  const first = sql`(select message_id from mails where recipient_id = ${to.id} and order_id = ${orderId} order by queued_at, id limit 1)`
  const last = sql`(select message_id from mails where recipient_id = ${to.id} and order_id = ${orderId} order by queued_at desc, id desc limit 1)`
  const queued = await row(
    tx,
    sql`insert into mails (id, event_id, template, recipient_kind, recipient_id, recipient_name, to_address, subject, html, text, link, sealed_token, message_id, order_id, queued_at, try_at, thread_first, thread_last, calendar, quiet_zone, told_to)
      values (${id}, ${eventId}, ${mail.template}, ${to.kind}, ${to.id}, ${to.name}, ${to.email}, ${subject}, ${html}, ${text}, ${link ? JSON.stringify(link) : null}::jsonb, ${sealed}, ${mailer.messageId(id)}, ${orderId}, ${tx.now},
        ${new Date(tx.now.getTime() + CALLED_MS)}, ${first}, ${last},
        ${calendar ? JSON.stringify(calendar) : null}::jsonb, ${to.quietZone ?? null}, ${addressed.toldTo ?? null})
      on conflict (event_id, template, recipient_id) do nothing returning id`,
  )
  if (!queued) return undefined
  await tx.house.jobs.send(tx, sendMailJob, { mailId: id })
  return id
}
