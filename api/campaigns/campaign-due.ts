import { sql } from 'kysely'
import { fundsFrozen } from '../funds/freeze-cause.js'
import type { Sql } from '../platform/reading/scope.js'

/** The deadline of its state, as SQL over a campaign's columns `t`; null where there is none, and while its release is held. */
const due = (t: string): string =>
  `case ${t}status when 'AWAITING_ACCEPTANCE' then ${t}accept_by when 'ACCEPTED' then least(${t}pay_again_by, ${t}proposal_answer_by) when 'READY' then ${t}proposal_answer_by when 'COMPLETION_CLAIMED' then case when not ${t}release_held then ${t}dispute_by end end`

/** The deadline that matters now, as SQL: while the money is frozen nothing is released by any. */
export const dueUnlessFrozen = (t: string): string =>
  `case when not (${t}status = 'COMPLETION_CLAIMED' and ${fundsFrozen(`${t}order_id`)}) then ${due(t)} end`

/**
 * That of its state for sorting, which knows no null: what has no deadline comes after everything that has one; what is
 * frozen keeps its place.
 */
const sorted = (t: string) => `coalesce(${due(t)}, '9999-12-31T00:00:00Z'::timestamptz)`

/** What lists by time left are indexed by. */
export const DUE_INDEX = sorted('')

/** The deadline that matters now, or null. */
export function dueNow(t: Sql): Sql {
  return over(t, dueUnlessFrozen)
}

/** By what lists by time left are sorted. */
export function sortedDue(t: Sql): Sql {
  return over(t, sorted)
}

/** The same text over a row by another name: each mark of the row becomes the row. */
function over(t: Sql, text: (mark: string) => string): Sql {
  const parts = text('§.').split('§.')
  return sql.join(
    parts.map((part) => sql.raw(part)),
    sql`${t}.`,
  )
}
