import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningHouse, startHouse } from '../../api/app/house.js'
import { checkLedger } from '../../api/funds/ledger-check.js'
import { advanceClock } from '../../api/platform/clock.js'
import { readConfig } from '../../api/platform/config.js'
import { THROW_AWAY_SECRET } from '../../scripts/make-demo-world.js'
import { anonymousCaller, type Caller, signedIn } from './caller.js'
import { freshDatabase } from './database.js'
import { inboxOf, type ReceivedMail } from './inbox.js'

/** A whole Waybill of a test file's own: database with the demo world, web and worker, on a free port. */
export interface World {
  readonly running: RunningHouse
  readonly address: string
  /** Somebody of the demo world, signed in with their password. */
  as(email: string): Promise<Caller>
  /** A caller without a session, or with a link's token. */
  caller(token?: string): Caller
  /** Rows of the database, as its owner would see them. */
  rows<T>(statement: string, values?: unknown[]): Promise<T[]>
  /** Waits until everything that was set going is done: jobs, mails, payments, due deadlines. */
  settled(): Promise<void>
  /** Moves the clock, deadline by deadline, for example `PT48H` in milliseconds. */
  move(ms: number): Promise<void>
  /** What has arrived in somebody's mailbox. */
  inbox(email: string): Promise<ReceivedMail[]>
  /** The invariants of the ledger; empty when all is well. */
  ledgerFaults(): Promise<unknown[]>
  close(): Promise<void>
}

export const HOUR = 3_600_000

/** Opens a world; close it in `afterAll`: that also throws where the ledger breaks an invariant. */
export async function openWorld(overrides: Record<string, string> = {}): Promise<World> {
  const database = await freshDatabase('demo')
  const home = await mkdtemp(join(tmpdir(), 'waybill-world-'))
  const config = readConfig({
    DATABASE_URL: database.url,
    WAYBILL_HOME: home,
    AUTH_SECRET: THROW_AWAY_SECRET,
    LOG_LEVEL: 'error',
    PORT: '0',
    ...overrides,
  })
  const running = await startHouse({ ...config, databaseUrl: database.url, migrationUrl: database.url }, [
    'web',
    'worker',
  ])
  const { house, address } = running
  const known = new Map<string, Promise<Caller>>()
  const rows = async <T>(statement: string, values: unknown[] = []) =>
    (await house.database.pool.query(statement, values)).rows as T[]
  const ledgerFaults = () => checkLedger((statement: string) => rows(statement))
  return {
    running,
    address,
    rows,
    as: (email) => {
      const caller = known.get(email) ?? signedIn(address, email)
      known.set(email, caller)
      return caller
    },
    caller: (token) => anonymousCaller(address, token),
    settled: async () => void (await house.jobs.drained(60_000)),
    move: async (ms) => {
      await advanceClock(house, ms)
    },
    inbox: (email) => inboxOf(rows, email),
    ledgerFaults,
    close: async () => {
      const faults = await ledgerFaults()
      await running.stop()
      await database.drop()
      await rm(home, { recursive: true, force: true })
      if (faults.length) throw new Error(`The ledger is wrong: ${JSON.stringify(faults)}`)
    },
  }
}
