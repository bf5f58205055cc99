import type { Viewer } from '../lib/viewer.js'
import { type MailKind, mailKinds, mailKindsFor } from './mail-kinds.js'

/** Whose choices: one person, under every id by which mails reach them. */
export interface Chooser {
  readonly kind: 'contact' | 'user'
  readonly ids: readonly string[]
}

/** One choice, as it is shown. */
export interface Choice {
  readonly kind: MailKind
  readonly about: string
  readonly isOn: boolean
  readonly canBeSwitched: boolean
}

interface Pool {
  query<T>(text: string, values: unknown[]): Promise<{ rows: T[] }>
}

/** The ids by which mails reach a viewer: a member's contacts, or the user of the team. */
export async function recipientsOf(pool: Pool, viewer: Viewer): Promise<Chooser> {
  if (viewer.kind === 'staff') return { kind: 'user', ids: [viewer.id] }
  const { rows } = await pool.query<{ id: string }>(
    `select contact_id as id from members where user_id = $1 and status = 'ACTIVE'`,
    [viewer.id],
  )
  return { kind: 'contact', ids: rows.map((member) => member.id) }
}

/** What somebody gets, kind by kind; everything is on until they say otherwise. */
export async function chosen(pool: Pool, { kind, ids }: Chooser): Promise<Choice[]> {
  const channels = await pool.query<{ role: string }>(
    `select m.role from members m join organisations o on o.id = m.organisation_id
      where m.contact_id = any($1::text[]) and m.status = 'ACTIVE' and o.kind = 'CHANNEL'`,
    [ids],
  )
  const roles = channels.rows.map(({ role }) => role)
  const { rows } = await pool.query<{ kind: string }>(
    'select distinct kind from mail_preferences where recipient_id = any($1::text[]) and not is_on',
    [ids],
  )
  const off = new Set(rows.map((row) => row.kind))
  return mailKindsFor({ kind, ofChannel: roles.length > 0 }).map((of) => {
    const { doc: about } = mailKinds[of]
    const canBeSwitched = mailKinds[of].canBeSwitched && (of !== 'CAMPAIGNS' || roles.includes('MEMBER'))
    return { kind: of, about, canBeSwitched, isOn: !canBeSwitched || !off.has(of) }
  })
}
