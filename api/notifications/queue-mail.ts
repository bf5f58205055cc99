import { newId } from '../lib/ids.js'
import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { TOKEN_SLOT } from '../platform/mailer/content.js'
import { renderMail } from '../platform/mailer/render.js'
import { compose, type Email } from './email.js'
import type { LinkRef } from './mint-link.js'
import { mailroom } from './mailroom.js'
import type { Recipient } from './recipient.js'
import { sendMailJob } from './send-mail.task.js'

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
}

/**
 * Writes a mail into the outbox, to be handed over after the commit. Returns its id, or undefined where this was told to
 * this person before.
 */
export async function queueMail<F>(tx: Tx, addressed: Addressed<F>): Promise<string | undefined> {
  const { mail, to, eventId, orderId, link, token } = addressed
  const content = compose(mail, addressed.facts, to, tx.house.config.publicUrl)
  const { subject, html, text } = await renderMail(content)
  assert(
    text.includes(TOKEN_SLOT) === Boolean(link ?? token),
    `${mail.template} has a secret link and somebody who makes it`,
  )
  const { mailer, seals } = mailroom.bound
  const id = newId('eml')
  const sealed = token === undefined ? null : seals.seal(token)
  const queued = await row(
    tx,
    sql`insert into mails (id, event_id, template, recipient_kind, recipient_id, recipient_name, to_address, subject, html, text, link, sealed_token, message_id, order_id, queued_at)
      values (${id}, ${eventId}, ${mail.template}, ${to.kind}, ${to.id}, ${to.name}, ${to.email}, ${subject}, ${html}, ${text}, ${link ? JSON.stringify(link) : null}::jsonb, ${sealed}, ${mailer.messageId(id)}, ${orderId}, ${tx.now})
      on conflict (event_id, template, recipient_id) do nothing returning id`,
  )
  if (!queued) return undefined
  await tx.house.jobs.send(tx, sendMailJob, { mailId: id })
  return id
}
