import { createHmac, timingSafeEqual } from 'node:crypto'
import { anonymous, type Viewer } from '../lib/viewer.js'
import type { Config } from '../platform/config.js'
import type { Database } from '../platform/database.js'

/** By what a session is found. */
export interface Door {
  readonly config: Config
  readonly database: Database
  /** The name of the session's cookie. */
  readonly cookie: string
}

/** A session as sign-in's own steps see it: whose it is, whatever is still to be proven. */
export interface Session {
  readonly token: string
  readonly userId: string
  readonly authUserId: string
  readonly email: string
  readonly roles: readonly string[]
}

const SESSION = `select s.token, u.id as "userId", u.auth_user_id as "authUserId", u.email, u.staff_roles as roles
  from auth.session s join users u on u.auth_user_id = s."userId"
  where s.token = $1 and s."expiresAt" > now() and u.status = 'ACTIVE'`

/** The session of a request, by its cookie, or undefined. */
export async function sessionOf(signIn: Door, headers: Headers): Promise<Session | undefined> {
  const token = sessionToken(signIn, headers.get('cookie') ?? '')
  if (!token) return undefined
  return (await signIn.database.pool.query<Session>(SESSION, [token])).rows[0]
}

/** The person of a session, as the log names who acted. */
export function actorOf({ userId, roles }: Pick<Session, 'userId' | 'roles'>): Viewer {
  return { ...anonymous, kind: roles.length ? 'staff' : 'member', id: userId }
}

/** The token in the session's cookie, where its signature is ours: `token.base64(HMAC-SHA-256)`, as the library signs. */
export function sessionToken({ cookie, config }: Door, header: string): string | undefined {
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
