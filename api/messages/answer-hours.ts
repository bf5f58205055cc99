import type { OpenHours } from '../lib/open-hours.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import type { Hours } from './promise-clock.js'

/** One number for the whole cluster: no clock is set while the hours change. */
const HOURS_LOCK = 7_240_026

interface Kept {
  readonly id: number
  readonly since: Date
  readonly open: OpenHours | null
}

/** The hours in force, as SQL: null where all count. */
export const HOURS_IN_FORCE = '(select hours from answer_hours order by id desc limit 1)'

/** The hours that count now; they do not change before this transaction has ended. */
export async function presentHours(tx: Tx): Promise<Hours> {
  await row(tx, sql`select pg_advisory_xact_lock_shared(${HOURS_LOCK}::bigint)`)
  const found = await row<Kept>(
    tx,
    sql`select id::int as id, since, hours as open from answer_hours order by id desc limit 1`,
  )
  return hoursOf(found!)
}

/** The hours under which a clock is counted, and whatever came after them. */
export async function hoursSince(tx: Tx, id: number): Promise<Hours[]> {
  const found = await rows<Kept>(
    tx,
    sql`select id::int as id, since, hours as open from answer_hours where id >= ${id} order by id`,
  )
  return found.map(hoursOf)
}

/** Nobody sets a clock, or changes the hours, until this transaction has ended. Before anything else is locked. */
export async function lockHours(tx: Tx): Promise<void> {
  await row(tx, sql`select pg_advisory_xact_lock(${HOURS_LOCK}::bigint)`)
}

/** From now on these hours count, or all where there are none. The hours are locked. */
export async function bringIntoForce(
  tx: Tx,
  { calendarId, open }: { calendarId: string | null; open: OpenHours | null },
): Promise<void> {
  await row(
    tx,
    sql`insert into answer_hours (since, calendar_id, hours)
      select greatest(${tx.now}::timestamptz, max(since)), ${calendarId}, ${open && JSON.stringify(open)}::jsonb from answer_hours`,
  )
}

function hoursOf({ id, since, open }: Kept): Hours {
  return { id, since: new Date(since), open }
}
