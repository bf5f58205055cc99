import { Migrator } from '@mikro-orm/migrations'
import { type EntitySchema, MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { Statement } from './reading/read.js'

/** The role the program works as: it owns nothing, so that no slip of ours can change a table or a guard. */
export const APP_ROLE = 'waybill_app'
/** How long a command waits for a lock that others hold, in milliseconds. */
export const LOCK_TIMEOUT_MS = 1500
const STATEMENT_TIMEOUT_MS = 15_000

export interface DatabaseOptions {
  readonly url: string
  readonly entities: readonly EntitySchema[]
  readonly commandPool?: number
  readonly readingPool?: number
}

/** The database as the program uses it: commands through MikroORM, readings through a pool of their own. */
export interface Database {
  readonly url: string
  readonly orm: MikroORM
  /** Runs a planned reading. */
  readonly read: (statement: Statement) => Promise<{ json: string }[]>
  /** A connection outside any command, for what needs one of its own (the relay, a lock). */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens both pools; a click that waits for a lock never stalls a reading. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const session = `-c role=${APP_ROLE} -c timezone=UTC -c statement_timeout=${STATEMENT_TIMEOUT_MS}`
  const orm = await MikroORM.init({
    ...ormOptions(options.url, options.entities),
    pool: { min: 1, max: options.commandPool ?? 6 },
    driverOptions: { options: `${session} -c lock_timeout=${LOCK_TIMEOUT_MS}` },
  })
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.readingPool ?? 4,
    idleTimeoutMillis: 0, // prepared statements live as long as their connection
    options: `${session} -c plan_cache_mode=force_generic_plan`,
  })
  pool.on('error', () => undefined) // a connection lost while idle: the pool drops it, the next query opens another
  return {
    url: options.url,
    orm,
    pool,
    read: async (statement) => (await pool.query<{ json: string }>(statement)).rows,
    close: async () => {
      await Promise.all([orm.close(), pool.end()])
    },
  }
}

/** Settings that the program, the migrations and the drift test share. */
export function ormOptions(url: string, entities: readonly EntitySchema[]) {
  return {
    clientUrl: url,
    entities: [...entities],
    extensions: [Migrator],
    timezone: 'UTC',
    discovery: { warnWhenNoEntities: false },
    schemaGenerator: {
      ignoreSchema: ['auth', 'pgboss', 'sandbox'],
      skipTables: ['migrations'],
      skipViews: [/./],
      ignoreRoutines: true,
      ignoreTriggers: true,
    },
  }
}

/** The rows of a statement inside a command's transaction. */
export async function rows<T>(tx: { em: SqlEntityManager }, statement: RawBuilder<T>): Promise<T[]> {
  return (await statement.execute(tx.em.getKysely())).rows
}

/** The one row of a statement inside a command's transaction, or undefined. */
export async function row<T>(tx: { em: SqlEntityManager }, statement: RawBuilder<T>): Promise<T | undefined> {
  return (await rows(tx, statement))[0]
}

export { sql }
