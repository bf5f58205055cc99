import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery, sql } from 'kysely'
import { refuseFields, Refusal } from '../lib/refusal.js'
import type { Viewer } from '../lib/viewer.js'
import type { House, Tx } from './context.js'
import type { Passing } from './live/live.js'
import type { Statement } from './reading/read.js'

const TRIES = 5
const DEADLOCK = '40P01'
const SERIALIZATION = '40001'
const LOCK_TIMEOUT = '55P03'
/** A NUL in a text, or in a text within JSON. */
const NUL = ['22021', '22P05']

/**
 * One transaction of the trade. What it asks for later (jobs, events) wakes its workers after the commit; a deadlock is
 * tried again with the first try's time; a lock that others hold too long is refused.
 * @refuses BUSY, VALIDATION for a text with a NUL
 */
export async function transaction<T>(
  house: House,
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
  with_: Pick<Tx, 'asked' | 'expected'> = {},
): Promise<T> {
  let now: Date | undefined
  for (let attempt = 1; ; attempt++) {
    const sent = new Set<string>()
    const passing: Passing[] = []
    try {
      const result = await house.database.orm.em.fork({ clear: true }).transactional(async (em) => {
        now ??= await tradeTime(em)
        return work({ house, viewer, em, now, sent, passing, ...with_ })
      })
      if (sent.size) {
        house.jobs.nudge(sent)
        house.relayNudge() // every event comes with the job that tells of it
      }
      for (const one of passing) house.live.pass(one)
      return result
    } catch (error) {
      const code = sqlState(error)
      if (code === LOCK_TIMEOUT) throw new Refusal('BUSY')
      if (code && NUL.includes(code)) refuseFields([{ path: 'input', message: 'no NUL in texts' }])
      if ((code !== DEADLOCK && code !== SERIALIZATION) || attempt === TRIES) throw error
    }
  }
}

/** Reads over the connection of a transaction, so that what it has not yet committed is seen. */
export function readInside(tx: Tx): (statement: Statement) => Promise<{ json: string }[]> {
  return async ({ text, values }) => {
    const result = await tx.em.getKysely().executeQuery<{ json: string }>(CompiledQuery.raw(text, values))
    return result.rows
  }
}

/** The database's clock at the start of the transaction, with the sandbox's shift. */
async function tradeTime(em: SqlEntityManager): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select app_now() as now`.execute(em.getKysely())
  return new Date(rows[0]!.now)
}

/** PostgreSQL's code of an error, however deep a library has wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error as { code?: unknown; cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    if (typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code
  }
  return undefined
}
