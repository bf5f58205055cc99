import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { SignIn } from '../../api/accounts/sign-in.js'
import { startHouse } from '../../api/app/house.js'
import { readConfig } from '../../api/platform/config.js'
import type { House } from '../../api/platform/context.js'
import { THROW_AWAY_SECRET } from '../../scripts/make-demo-world.js'
import { type Caller, signedIn } from '../support/caller.js'
import { freshDatabase } from '../support/database.js'

/** A Waybill that answers, and in which no worker runs: what is due stays due until a test acts on it. */
export interface StillHouse {
  readonly house: House
  readonly signIn: SignIn
  as(email: string): Promise<Caller>
  /** Rows of the database, as its owner. */
  rows<T = Record<string, unknown>>(statement: string, values?: unknown[]): Promise<T[]>
  /** A connection of the owner's own, for locks that are held. */
  readonly owner: pg.Client
  close(): Promise<void>
}

/** Opens one on the demo world; close it in `afterAll`. */
export async function openStillHouse(): Promise<StillHouse> {
  const database = await freshDatabase('demo')
  const home = await mkdtemp(join(tmpdir(), 'waybill-still-'))
  const config = readConfig({
    DATABASE_URL: database.url,
    WAYBILL_HOME: home,
    AUTH_SECRET: THROW_AWAY_SECRET,
    LOG_LEVEL: 'silent',
    PORT: '0',
  })
  const running = await startHouse({ ...config, databaseUrl: database.url, migrationUrl: database.url }, [
    'web',
  ])
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  const known = new Map<string, Promise<Caller>>()
  return {
    house: running.house,
    signIn: running.bound.signIn,
    owner,
    as: (email) => {
      const caller = known.get(email) ?? signedIn(running.address, email)
      known.set(email, caller)
      return caller
    },
    rows: async <T>(statement: string, values: unknown[] = []) =>
      (await owner.query(statement, values)).rows as T[],
    close: async () => {
      await owner.end()
      await running.stop()
      await database.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
