import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { magicLink } from 'better-auth/plugins'
import { anonymous } from '../lib/viewer.js'
import type { Config } from '../platform/config.js'
import type { Database } from '../platform/database.js'
import { port } from '../platform/port.js'
import type { House } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'
import { personHappened } from './person-happened.js'
import { ADDRESS_HEADER } from './auth-request.js'
import { actorOf, type Door } from './session.js'

/** A sign-in link to be mailed: who asked, and the page that redeems it on a click. */
export interface SignInLink {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly url: string
  readonly locale: string | null
  readonly timeZone: string | null
}

/** Mails a sign-in link; bound by the app to the mailer. Called only for somebody who may sign in. */
export const sendSignInLink = port<(link: SignInLink) => Promise<void>>('send sign-in link')

/** Sign-in as the rest of the house uses it. */
export interface SignIn extends Door {
  readonly house: House
  /** Answers a request to one of the library's own paths below /api/auth. */
  readonly handle: (request: Request) => Promise<Response>
}

const LINK_MINUTES = 15
const SESSION_DAYS = 7
const DAY = 86_400

/** Opens sign-in: credentials and sessions only, by password and by mailed link. Nobody signs up by themselves. */
export function openSignIn(house: House): SignIn {
  const { config, database, log } = house
  const https = config.publicUrl.startsWith('https://')
  const db = database.orm.em.getKysely().withSchema('auth')
  const auth = betterAuth({
    appName: 'Waybill',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.authSecret,
    trustedOrigins: (request) => ownOrigins(config, request),
    database: { db: db as never, type: 'postgres' },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ part: 'sign-in' }, message),
    },
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: SESSION_DAYS * DAY, updateAge: DAY },
    rateLimit: rateLimit(config),
    advanced: {
      cookiePrefix: 'waybill',
      useSecureCookies: https,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: https },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: { session: { create: sessionHooks(house) } },
    plugins: [byLink(house)],
  })
  return {
    house,
    config,
    database,
    handle: auth.handler,
    cookie: `${https ? '__Secure-' : ''}waybill.session_token`,
  }
}

/** Nobody disabled gets a session, and every session stands in the log. */
function sessionHooks(house: House) {
  return {
    before: (session: { userId: string }) => refuseDisabled(house.database, session.userId),
    after: (session: { userId: string }, context: { path?: string } | null) =>
      noteSignIn(house, session.userId, context?.path),
  }
}

function byLink(house: House) {
  return magicLink({
    expiresIn: LINK_MINUTES * 60,
    disableSignUp: true,
    storeToken: 'hashed',
    // Not awaited: a known address must not answer later than an unknown one.
    sendMagicLink: async ({ email, token, url }) => {
      void mailLink(house, email, token, url).catch((err: unknown) =>
        house.log.error({ err }, 'a sign-in link was not mailed'),
      )
    },
  })
}

/** Our own address, and any under which this very request came: a browser's page of the same host. */
function ownOrigins({ publicUrl }: Config, request: Request | undefined): string[] {
  const origin = request?.headers.get('origin')
  const same = origin && URL.parse(origin)?.host === request?.headers.get('host')
  return [new URL(publicUrl).origin, ...(same ? [origin] : [])]
}

function rateLimit({ mode }: Config) {
  const tries = { window: 60, max: mode === 'production' ? 10 : 120 }
  return {
    enabled: true,
    storage: 'database' as const,
    window: 60,
    max: 600,
    customRules: { '/sign-in/email': tries, '/sign-in/magic-link': tries, '/magic-link/verify': tries },
  }
}

interface Person {
  id: string
  name: string
  locale: string | null
  timeZone: string | null
  staff: boolean
}

/** Who may sign in: an active user who is staff or an active member of something. */
const MAY_SIGN_IN = `status = 'ACTIVE' and (staff_roles <> '{}' or exists (select from members m where m.user_id = users.id and m.status = 'ACTIVE'))`

/** A right password or link of somebody disabled answers like a wrong one. */
async function refuseDisabled(database: Database, authUserId: string): Promise<void> {
  const { rowCount } = await database.pool.query(
    `select from users where auth_user_id = $1 and ${MAY_SIGN_IN}`,
    [authUserId],
  )
  if (!rowCount)
    throw new APIError('UNAUTHORIZED', {
      message: 'Invalid email or password',
      code: 'INVALID_EMAIL_OR_PASSWORD',
    })
}

/** Writes into the log that somebody signed in, and how. */
async function noteSignIn(house: House, authUserId: string, path: string | undefined): Promise<void> {
  const { rows } = await house.database.pool.query<{ userId: string; roles: string[] }>(
    `select id as "userId", staff_roles as roles from users where auth_user_id = $1`,
    [authUserId],
  )
  const [person] = rows
  if (!person) return
  const by = path?.startsWith('/magic-link') ? 'link' : 'password'
  await transaction(house, actorOf(person), (tx) =>
    personHappened(tx, person.userId, 'person.signed-in', { by }),
  )
}

/** Writes into the log that somebody tried a wrong password on a person we know. An unknown address leaves no trace. */
export async function noteRefusedSignIn(house: House, email: string): Promise<void> {
  const { rows } = await house.database.pool.query<{ id: string }>('select id from users where email = $1', [
    email.toLowerCase(),
  ])
  const [person] = rows
  if (!person) return
  await transaction(house, anonymous, (tx) => personHappened(tx, person.id, 'person.sign-in-refused', {}))
}

async function mailLink(house: House, email: string, token: string, asked: string): Promise<void> {
  const { rows } = await house.database.pool.query<Person>(
    `select id, name, locale, time_zone as "timeZone", staff_roles <> '{}' as staff from users where email = $1 and auth_user_id is not null and ${MAY_SIGN_IN}`,
    [email.toLowerCase()],
  )
  const person = rows[0]
  if (!person) return
  const { id: userId, name, locale, timeZone, staff } = person
  const page = new URLSearchParams({ token, to: wayBack(asked, staff) })
  await sendSignInLink.bound({
    userId,
    email: email.toLowerCase(),
    name,
    locale,
    timeZone,
    url: `${house.config.publicUrl}/portal/magic-link#${page}`,
  })
}

/** The page that the caller came from, where it is one of ours; else the person's own front door. */
function wayBack(asked: string, staff: boolean): string {
  const page = new URL(asked).searchParams.get('callbackURL') ?? ''
  const path = URL.parse(page, asked)?.pathname ?? ''
  return /^\/(portal|admin)\/[\w\-/]*$/.test(path) ? path : staff ? '/admin/' : '/portal/'
}
