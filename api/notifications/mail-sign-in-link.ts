import type { SignInLink } from '../accounts/sign-in.js'
import { assert } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { TOKEN_SLOT } from '../platform/mailer/content.js'
import { transaction } from '../platform/transaction.js'
import { signInLink } from './emails/sign-in-link.js'
import { knownZone } from './format.js'
import { queueMail } from './queue-mail.js'

/** Mails a sign-in link. Its secret was made by sign-in, so it waits sealed, and is gone once the mail is taken. */
export async function mailSignInLink(house: House, link: SignInLink): Promise<void> {
  const page = new URL(link.url)
  const behind = new URLSearchParams(page.hash.slice(1))
  const token = behind.get('token')
  assert(token, 'a sign-in link has its token behind the #')
  behind.delete('token')
  page.hash = ''
  const to = {
    kind: 'user',
    id: link.userId,
    name: link.name,
    email: link.email,
    locale: link.locale ?? 'en',
    timeZone: knownZone(link.timeZone) ?? 'UTC',
  } as const
  const facts = { page: `${page.href}#token=${TOKEN_SLOT}&${behind}` }
  await transaction(house, system('sign-in'), (tx) =>
    queueMail(tx, { mail: signInLink, facts, to, token, eventId: null, orderId: null }),
  )
}
