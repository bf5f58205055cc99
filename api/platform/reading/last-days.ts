import { sql } from 'kysely'
import { refuseFields } from '../../lib/refusal.js'
import type { Sql } from './scope.js'

/** The days that a chart goes back by default, and at most. */
export const DAYS_BACK = 30
export const MOST_DAYS_BACK = 366

/** The last so many days of a zone, for the statement of a chart. */
export interface LastDays {
  /** Each of them as the row `day`, today the last. */
  readonly days: Sql
  /** The moment at which the first of them begins. */
  readonly since: Sql
  /** The day on which a moment falls. */
  readonly dayOf: (moment: Sql) => Sql
}

/**
 * The last so many days up to today, by the trade's time in a zone: days of 23 and 25 hours are whole days, too.
 * @refuses VALIDATION for none, or more than {@link MOST_DAYS_BACK}
 */
export function lastDays({ days, zone }: { days: number; zone: string }): LastDays {
  if (days < 1 || days > MOST_DAYS_BACK)
    refuseFields([{ path: 'days', message: `1 to ${MOST_DAYS_BACK} days` }])
  const dayOf = (moment: Sql) => sql`(${moment} at time zone ${zone})::date`
  const first = sql`(${dayOf(sql`app_now()`)} - ${days - 1}::int)`
  return {
    days: sql`(select ${first} + n as day from generate_series(0, ${days - 1}::int) n)`,
    since: sql`(${first}::timestamp at time zone ${zone})`,
    dayOf,
  }
}
