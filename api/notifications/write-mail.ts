import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { TOKEN_SLOT } from '../platform/mailer/content.js'
import { type RenderedMail, renderMail } from '../platform/mailer/render.js'
import { compose, type Composed, type Email } from './email.js'
import { mailroom } from './mailroom.js'
import type { LinkRef } from './mint-link.js'
import type { Recipient } from './recipient.js'
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

/** The parts of a mail as it goes out; one that its recipient may switch off says where. */
export async function writeMail<F>(
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
