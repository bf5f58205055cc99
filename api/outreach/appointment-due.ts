import { sql } from 'kysely'
import type { Sql } from '../platform/reading/scope.js'

/** The deadline that matters now, as SQL over an appointment's columns; null where none does. */
const due = (t: string) =>
  `case ${t}status when 'PENDING' then ${t}outreach_due_at when 'OUTREACH' then ${t}give_up_at when 'FOLLOW_UP' then ${t}give_up_at when 'CONFIRMED' then ${t}starts_at when 'UNREACHABLE' then ${t}undecided_at when 'NO_SHOW' then case when ${t}ended_at is null then ${t}closes_at end end`

/** What has no such moment comes after everything that has one: a list is sorted by no null. */
const last = (expression: string) => `coalesce(${expression}, '9999-12-31T00:00:00Z'::timestamptz)`

/** What lists by time left are indexed by. */
export const DUE_INDEX = last(due(''))
/** What lists by start are indexed by. */
export const START_INDEX = last('starts_at')

/** The deadline that matters now, or null. */
export function dueOf(t: Sql): Sql {
  return over(t, due('§.'))
}

/**
 * Whether somebody has to decide on it: its counterpart could not be reached, or it is over and nobody said whether it
 * took place.
 */
export function isToDecide(t: Sql): Sql {
  return sql`(${t}.status = 'UNREACHABLE' or ${t}.status = 'CONFIRMED' and ${t}.ends_at <= app_now())`
}

/** By what lists by time left are sorted. */
export function sortedDue(t: Sql): Sql {
  return over(t, last(due('§.')))
}

/** By what lists by start are sorted. */
export function sortedStart(t: Sql): Sql {
  return over(t, last('§.starts_at'))
}

/** The same text over a row by another name: each mark of the row becomes the row. */
function over(t: Sql, text: string): Sql {
  const parts = text.split('§.')
  return sql.join(
    parts.map((part) => sql.raw(part)),
    sql`${t}.`,
  )
}
