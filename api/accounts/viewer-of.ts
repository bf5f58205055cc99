import { anonymous, type Viewer } from '../lib/viewer.js'
import { isApiSecret } from './api-keys.js'
import { keyViewer } from './key-viewer.js'
import { hashToken } from './links.js'
import { needsFactor } from './second-factor.js'
import { sessionToken } from './session.js'
import type { SignIn } from './sign-in.js'

/**
 * Who calls, in one statement: a bearer token (of an API key or a link session), else the session cookie, else nobody. Rights are read
 * anew each time, so what was taken away is gone at the next request. For a socket: the headers of its upgrade, with
 * the `authorization` that its client sent on connecting; asked again from time to time.
 */
export async function viewerOf(signIn: SignIn, headers: Headers): Promise<Viewer> {
  const bearer = /^Bearer ([\w-]{20,100})$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (bearer) return isApiSecret(bearer) ? keyViewer(signIn, bearer) : linkViewer(signIn, bearer)
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

const SESSION = `select u.id, u.staff_roles as roles, u.skills, s."secondFactorAt" is not null as proven, f."confirmedAt" is not null as enrolled,
    coalesce(array_agg(m.organisation_id order by m.organisation_id) filter (where m.id is not null), '{}') as organisations,
    coalesce(array_agg(m.organisation_id order by m.organisation_id) filter (where m.role = 'OWNER'), '{}') as owned
  from auth.session s join users u on u.auth_user_id = s."userId" left join members m on m.user_id = u.id and m.status = 'ACTIVE'
    left join auth."secondFactor" f on f."userId" = s."userId"
  where s.token = $1 and s."expiresAt" > now() and u.status = 'ACTIVE' group by u.id, s.id, f."userId"`

type SessionRow = Pick<Viewer, 'id' | 'roles' | 'skills' | 'organisations' | 'owned'> & {
  readonly proven: boolean
  readonly enrolled: boolean
}

async function sessionViewer({ database, config }: SignIn, token: string): Promise<Viewer> {
  const { rows } = await database.pool.query<SessionRow>({
    name: 'session viewer',
    text: SESSION,
    values: [token],
  })
  const [found] = rows
  if (!found) return anonymous
  const { proven, enrolled, ...user } = found
  if (!proven && (enrolled || needsFactor(config.secondFactor, user.roles)))
    return { ...anonymous, factor: enrolled ? 'PROVE' : 'SET_UP' }
  const factor = proven ? ('PROVEN' as const) : undefined
  if (user.roles.length) return { ...user, kind: 'staff', subject: null, factor }
  return user.organisations.length ? { ...user, kind: 'member', subject: null, factor } : anonymous
}
