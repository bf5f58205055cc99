import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { prefixOf } from '../lib/ids.js'
import type { MailKind } from './mail-kinds.js'

/** Who is meant by a link of a mail: somebody at an organisation, or of the team. */
export interface LinkedPerson {
  readonly kind: 'contact' | 'user'
  readonly id: string
}

/** The links by which people say which mails they want, without signing in. */
export interface PreferenceLinks {
  /** The page with all of somebody's choices. Its secret stands behind `#`, where no server and no log sees it. */
  page(recipientId: string): string
  /** Where a mail program's POST switches one kind off. */
  oneClick(recipientId: string, kind: MailKind): string
  /** Whose page a token opens; undefined where it is none of ours. */
  readPage(token: string): LinkedPerson | undefined
  /** Whose mails of which kind a token switches off. */
  readOneClick(token: string): (LinkedPerson & { readonly mailKind: string }) | undefined
}

/** Below this path a mail program switches a kind of mail off. */
export const ONE_CLICK_PATH = '/mails/unsubscribe'

const TOKEN = /^([a-z]{3}_[0-9a-z]{26})(?:\.([A-Z]+))?\.([0-9a-f]{32})$/

/**
 * Links signed with a key of their own, derived from the house's secret. They open nothing but these choices, so they
 * have no end: who keeps a mail for years can still stop the next one.
 */
export function preferenceLinks(publicUrl: string, secret: string): PreferenceLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'links to mail preferences', 32))
  const sign = (what: string) =>
    `${what}.${createHmac('sha256', key).update(what).digest('hex').slice(0, 32)}`
  const read = (token: string) => {
    const [, id, mailKind] = TOKEN.exec(token) ?? []
    if (!id) return undefined
    const right = Buffer.from(sign(mailKind ? `${id}.${mailKind}` : id))
    const given = Buffer.from(token)
    const kind = { con: 'contact', usr: 'user' }[String(prefixOf(id))] as LinkedPerson['kind'] | undefined
    if (!kind || given.length !== right.length || !timingSafeEqual(given, right)) return undefined
    return { kind, id, mailKind }
  }
  return {
    page: (id) => `${publicUrl}/portal/preferences#token=${sign(id)}`,
    oneClick: (id, kind) => `${publicUrl}${ONE_CLICK_PATH}/${sign(`${id}.${kind}`)}`,
    readPage: (token) => {
      const found = read(token)
      return found && !found.mailKind ? { kind: found.kind, id: found.id } : undefined
    },
    readOneClick: (token) => {
      const found = read(token)
      return found?.mailKind ? { kind: found.kind, id: found.id, mailKind: found.mailKind } : undefined
    },
  }
}
