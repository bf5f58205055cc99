import type { Config } from '../platform/config.js'
import { type BounceAddresses, bounceAddresses } from '../platform/mailer/bounce-address.js'
import { TOKEN_SLOT } from '../platform/mailer/content.js'
import { openMailer } from '../platform/mailer/mailer.js'
import type { Mailer } from '../platform/mailer/outgoing.js'
import { makeSeals, type Seals } from '../platform/mailer/seal.js'
import { port } from '../platform/port.js'
import { type PreferenceLinks, preferenceLinks } from './preference-links.js'

/** What the outbox works with: the way out and the way back, what hides secrets, and the links of people's choices. */
export interface Mailroom {
  readonly mailer: Mailer
  readonly seals: Seals
  readonly preferences: PreferenceLinks
  /** The addresses of bounces; absent where nothing listens for them. */
  readonly bounces: BounceAddresses | undefined
  /**
   * Whether the outbox is the only mailbox there is: the sandbox without SMTP. Only then are tokens of delivered mails
   * kept, sealed, and only an ADMIN reads them: whoever tries the product has to be able to follow the links.
   */
  readonly isMailbox: boolean
}

/** The house's mailroom; bound by the app. */
export const mailroom = port<Mailroom>('mailroom')

type MailroomConfig = Pick<Config, 'mode' | 'smtpUrl' | 'mailFrom' | 'mail' | 'publicUrl' | 'authSecret'>

/** Opens the mailroom that the configuration asks for. */
export function openMailroom(config: MailroomConfig): Mailroom {
  const { mail, smtpUrl, mailFrom, authSecret, publicUrl } = config
  const bounces = mail.bounces && bounceAddresses(mail.bounces.domain, authSecret)
  const { timeoutMs, replyTo, dkim } = mail
  return {
    mailer: openMailer({ smtpUrl, from: mailFrom, replyTo, dkim, bounces, timeoutMs }),
    seals: makeSeals(authSecret, 'tokens in mails'),
    preferences: preferenceLinks(publicUrl, authSecret),
    bounces,
    isMailbox: config.mode === 'sandbox' && !smtpUrl,
  }
}

const HIDDEN = '…hidden'

/** A body as its recipient gets it. */
export function withToken(body: string, token: string): string {
  return body.replaceAll(TOKEN_SLOT, encodeURIComponent(token))
}

/** A body as staff may read it: secrets hidden; in the sandbox that is its own mailbox an ADMIN sees them. */
export function asShown(body: string | null, sealedToken: string | null, isAdmin: boolean): string | null {
  if (body === null) return null
  const { isMailbox, seals } = mailroom.bound
  return isMailbox && isAdmin && sealedToken
    ? withToken(body, seals.open(sealedToken))
    : body.replaceAll(TOKEN_SLOT, HIDDEN)
}
