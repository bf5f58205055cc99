import { createHmac, timingSafeEqual } from 'node:crypto'
import { anonymous, type Viewer } from '../lib/viewer.js'
import { hashToken } from './links.js'
import type { SignIn } from './sign-in.js'

/**
 * Who calls, in one statement: a link session's bearer token, else the session cookie, else nobody. Rights are read
 * anew each time, so what was taken away is gone at the next request. For a socket: the headers of its upgrade, with
 * the `authorization` that its client sent on connecting; asked again from time to time.
 */
export async function viewerOf(signIn: SignIn, headers: Headers): Promise<Viewer> {
  const bearer = /^Bearer ([\w-]{20,100})$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (bearer) return linkViewer(signIn, bearer)
  const session = sessionToken(signIn, headers.get('cookie') ?? '')
  return session ? sessionViewer(signIn, session) : anonymous
}

/** Who holds a link session's token: somebody who may see and do one thing. */
async function linkViewer({ database }: SignIn, token: string): Promise<Viewer> {
  const { rows } = await database.pool.query<{ id: string; subject: string }>({
    name: 'link viewer',
    text: 'select link_id as id, subject_id as subject from link_sessions where token_hash = $1 and ended_at is null and expires_at > now()',
    values: [hashToken(token)],
  })
  return rows[0] ? { ...anonymous, kind: 'link', ...rows[0] } : anonymous
}

const SESSION = `select u.id, u.staff_roles as roles, u.skills,
    coalesce(array_agg(m.organisation_id order by m.organisation_id) filter (where m.id is not null), '{}') as organisations,
    coalesce(array_agg(m.organisation_id order by m.organisation_id) filter (where m.role = 'OWNER'), '{}') as owned
  from auth.session s join users u on u.auth_user_id = s."userId" left join members m on m.user_id = u.id and m.status = 'ACTIVE'
  where s.token = $1 and s."expiresAt" > now() and u.status = 'ACTIVE' group by u.id`

type SessionRow = Pick<Viewer, 'id' | 'roles' | 'skills' | 'organisations' | 'owned'>

async function sessionViewer({ database }: SignIn, token: string): Promise<Viewer> {
  const { rows } = await database.pool.query<SessionRow>({
    name: 'session viewer',
    text: SESSION,
    values: [token],
  })
  const user = rows[0]
  if (user?.roles.length) return { ...user, kind: 'staff', subject: null }
  return user?.organisations.length ? { ...user, kind: 'member', subject: null } : anonymous
}

/** The token in the session's cookie, where its signature is ours: `token.base64(HMAC-SHA-256)`, as the library signs. */
function sessionToken({ cookie, config }: SignIn, header: string): string | undefined {
  const value = header
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${cookie}=`))
    ?.slice(cookie.length + 1)
  const signed = value && decoded(value)
  if (!signed) return undefined
  const dot = signed.lastIndexOf('.')
  const token = signed.slice(0, Math.max(dot, 0))
  const expected = createHmac('sha256', config.authSecret).update(token).digest()
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
