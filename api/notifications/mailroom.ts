import type { Config } from '../platform/config.js'
import { openMailer } from '../platform/mailer/mailer.js'
import type { Mailer } from '../platform/mailer/outgoing.js'
import { TOKEN_SLOT } from '../platform/mailer/content.js'
import { makeSeals, type Seals } from '../platform/mailer/seal.js'
import { port } from '../platform/port.js'

/** What the outbox works with: the way out, and what hides the secrets of links. */
export interface Mailroom {
  readonly mailer: Mailer
  readonly seals: Seals
  /**
   * Whether the outbox is the only mailbox there is: the sandbox without SMTP. Only then are tokens of delivered mails
   * kept, sealed, and only an ADMIN reads them: whoever tries the product has to be able to follow the links.
   */
  readonly isMailbox: boolean
}

/** The house's mailroom; bound by the app. */
export const mailroom = port<Mailroom>('mailroom')

/** Opens the mailroom that the configuration asks for. */
export function openMailroom(config: Pick<Config, 'mode' | 'smtpUrl' | 'mailFrom' | 'authSecret'>): Mailroom {
  return {
    mailer: openMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom }),
    seals: makeSeals(config.authSecret, 'tokens in mails'),
    isMailbox: config.mode === 'sandbox' && !config.smtpUrl,
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
