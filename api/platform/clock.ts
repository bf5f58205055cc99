import { refuseFields } from '../lib/refusal.js'
import type { House } from './context.js'
import { actOnNextDue } from './due.js'
import { actOnTimetables, timetables } from './timetable.js'

/** One number for the whole cluster: the clock is moved by one caller at a time. */
const CLOCK_LOCK = 7_240_002
const LONGEST_MS = 366 * 86_400_000
const DRAIN_MS = 20_000
const MOST_STEPS = 10_000

/** The sandbox's clock: the trade's time, and how far it runs ahead of the real one. */
export interface ClockReading {
  readonly now: Date
  readonly shiftMs: number
}

export async function readClock(house: House): Promise<ClockReading> {
  const { rows } = await house.database.pool.query<{ now: Date; shift: string }>(
    'select app_now() as now, shift_ms as shift from clock',
  )
  return { now: rows[0]!.now, shiftMs: Number(rows[0]!.shift) }
}

/**
 * Moves the sandbox's clock forward, from deadline to deadline: each acts at its own moment and its mails and payments
 * are done before the next, so that nothing is skipped and everything happens in its order.
 * @refuses VALIDATION for standing still, going back, or more than a year
 */
export async function advanceClock(house: House, byMs: number): Promise<ClockReading> {
  if (byMs <= 0 || byMs > LONGEST_MS) refuseFields([{ path: 'by', message: 'forward, by at most 366 days' }])
  const connection = await house.database.pool.connect()
  try {
    await connection.query('set statement_timeout to 0') // another move may take its time
    await connection.query('select pg_advisory_lock($1)', [CLOCK_LOCK])
    await connection.query('reset statement_timeout')
    const { rows } = await connection.query<{ target: Date }>(
      `select app_now() + $1 * interval '1 millisecond' as target`,
      [byMs],
    )
    const { target } = rows[0]!
    await finish(house)
    for (let step = 0; step < MOST_STEPS; step++) {
      const next = await connection.query<{ at: Date | null }>(nextStatement(), [target])
      const { at } = next.rows[0]!
      await connection.query(MOVE_TO, [at ?? target])
      if (!at) break
      await finish(house)
    }
    return await readClock(house)
  } finally {
    await connection.query('select pg_advisory_unlock($1)', [CLOCK_LOCK])
    connection.release()
  }
}

/** The next moment at which something is due, up to a moment. */
function nextStatement(): string {
  const times = [NEXT_DEADLINE, ...timetables.bound.map(({ next }) => next)]
  return `select min(at) as at from (${times.join(' union all ')}) times where at <= $1`
}

const NEXT_DEADLINE = 'select min(try_at) as at from deadlines where held_from is null'

/** Sets the clock to a moment; it never goes back. */
const MOVE_TO = `update clock set shift_ms = greatest(shift_ms, ceil(extract(epoch from $1::timestamptz - now()) * 1000)::bigint)`

/** Everything that is due now has acted, and what it set going has been done. */
async function finish(house: House): Promise<void> {
  while ((await actOnNextDue(house)) || (await actOnTimetables(house))) await house.jobs.drained(DRAIN_MS)
  await house.jobs.drained(DRAIN_MS)
}
