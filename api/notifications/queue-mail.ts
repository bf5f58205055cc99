import { newId } from '../lib/ids.js'
import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { TOKEN_SLOT } from '../platform/mailer/content.js'
import { type RenderedMail, renderMail } from '../platform/mailer/render.js'
import { compose, type Composed, type Email } from './email.js'
import type { LinkRef } from './mint-link.js'
import { isUnwanted } from './mail-preferences.js'
import { mailroom } from './mailroom.js'
import type { Recipient } from './recipient.js'
import { sendMailJob } from './send-mail.task.js'
import { CALLED_MS } from './try-time.js'
import { withPreferences } from './with-preferences.js'

/** A mail to one person, before it is written. */
export interface Addressed<F> {
  readonly mail: Email<F>
  readonly facts: F
  readonly to: Recipient
  /** What it tells of; one event is told to one person once by one kind of mail. */
  readonly eventId: string | null
  readonly orderId: string | null
  /** What its secret link opens, where it has one that is made on sending. */
  readonly link?: LinkRef
  /** The secret itself, where somebody else made it; it is kept sealed until the mail is taken. */
  readonly token?: string
  /** Of mails that tell of messages: the number of the last entry of the order's feed that was told by then. */
  readonly toldTo?: number
}

/**
 * Writes a mail into the outbox, to be handed over after the commit. Returns its id, or undefined where this was told to
 * this person before, or where they do not want such mails.
 */
export async function queueMail<F>(tx: Tx, addressed: Addressed<F>): Promise<string | undefined> {
  const { mail, to, eventId, orderId, link, token } = addressed
  if (await isUnwanted(tx, { eventId, template: mail.template, to, orderId })) return undefined
  const { subject, html, text, calendar } = await written(tx, addressed)
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

/** The parts of the mail; one that its recipient may switch off says where. */
async function written<F>(
  tx: Tx,
  addressed: Addressed<F>,
): Promise<RenderedMail & Pick<Composed, 'calendar'>> {
  const { mail, facts, to, link, token } = addressed
  const content = compose(mail, facts, to, tx.house.config.publicUrl)
  const page = mailroom.bound.preferences.page(to.id)
  const { template } = mail
  const rendered = await renderMail(withPreferences(content, { template, to, page }))
  assert(
    rendered.text.includes(TOKEN_SLOT) === Boolean(link ?? token),
    `${template} has a secret link and somebody who makes it`,
  )
  return { ...rendered, calendar: content.calendar }
}
