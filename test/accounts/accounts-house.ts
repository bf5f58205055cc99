import { fastify, type FastifyInstance } from 'fastify'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoAccounts, demoAccounts } from '../../api/accounts/demo-accounts.js'
import { mountSignIn } from '../../api/accounts/mount-sign-in.js'
import { openSignIn, sendSignInLink, type SignIn, type SignInLink } from '../../api/accounts/sign-in.js'
import { onDutiesLost } from '../../api/accounts/staff.js'
import { openHouse } from '../../api/app/open-house.js'
import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import { type HouseConfig, readConfig } from '../../api/platform/config.js'
import type { House, Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { freePort } from '../../api/platform/postgres/free-port.js'
import { freshDatabase } from '../support/database.js'

/** A house with the demo people, its sign-in served over real HTTP, and what was mailed and released kept to be looked at. */
export interface AccountsHouse {
  readonly house: House
  readonly signIn: SignIn
  readonly demo: DemoAccounts
  readonly url: string
  readonly mailed: SignInLink[]
  readonly released: string[]
  as<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T>
  rows<T>(text: string, ...values: unknown[]): Promise<T[]>
  close(): Promise<void>
}

/** Opens it on a database of its own; `close()` in `afterAll`. */
export async function openAccountsHouse(overrides: Partial<HouseConfig> = {}): Promise<AccountsHouse> {
  const database = await freshDatabase()
  const home = await mkdtemp(join(tmpdir(), 'waybill-accounts-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const config = {
    ...readConfig({ WAYBILL_HOME: home, LOG_LEVEL: 'silent', PORT: String(port) }),
    databaseUrl: database.url,
    migrationUrl: database.url,
    ...overrides,
  }
  const opened = await openHouse(config)
  const mailed: SignInLink[] = []
  const released: string[] = []
  sendSignInLink.bind(async (link) => void mailed.push(link))
  onDutiesLost.bind(async (_tx, userId) => void released.push(userId))
  const signIn = openSignIn(opened.house)
  const app: FastifyInstance = fastify()
  await mountSignIn(app, signIn)
  await app.listen({ port, host: 'localhost' })
  return {
    house: opened.house,
    signIn,
    demo: await demoAccounts(opened.house),
    url,
    mailed,
    released,
    as: (viewer, work) => transaction(opened.house, viewer, work),
    rows: async <T>(text: string, ...values: unknown[]) =>
      (await opened.house.database.pool.query(text, values)).rows as T[],
    close: async () => {
      await app.close()
      await opened.close()
      await database.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Sends JSON to a path of sign-in. */
export function post(
  at: AccountsHouse,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${at.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: at.url, ...headers },
    body: JSON.stringify(body),
  })
}

/** The cookies of an answer as the next request sends them. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Signs a demo person in and returns their cookie. */
export async function signedIn(at: AccountsHouse, email: string, password = 'waybill-demo'): Promise<string> {
  const response = await post(at, 'sign-in/email', { email, password })
  if (response.status !== 200) throw new Error(`${email}: ${response.status} ${await response.text()}`)
  return cookieOf(response)
}

/** The code with which something is refused; throws where it is not. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  throw new Error('Nothing was refused')
}

export const demoSystem = system('test')

/** A team member by their roles. */
export function staffWith(id: string, ...roles: string[]): Viewer {
  return { ...anonymous, kind: 'staff', id, roles }
}

/** A member of an organisation. */
export function memberOf(id: string, organisation: string, owner = false): Viewer {
  return {
    ...anonymous,
    kind: 'member',
    id,
    organisations: [organisation],
    owned: owner ? [organisation] : [],
  }
}
