import { REACHED } from './attempt-words.js'

/** Why outreach was given up, so that nobody reads of attempts that were not made, or of somebody who was reached as not. */
export type GivenUpWhy = 'NOT_AGREED' | 'NEW_TIME' | 'SILENT' | 'NOT_REACHED'

const reached = REACHED.map((outcome) => `'${outcome}'`).join(', ')

/**
 * The same of an appointment's row, as SQL, by its present round: they were talked to or have declined, did not answer about
 * a new time, did not answer while nobody called or wrote, or else were not reached though it was tried.
 */
export const givenUpWhy = (a: string): string => `(case
    when ${a}.decline_reason_id is not null
      or exists (select from attempts made where made.appointment_id = ${a}.id and made.round = ${a}.round and made.outcome in (${reached})) then 'NOT_AGREED'
    when ${a}.proposed_starts_at is not null then 'NEW_TIME'
    when ${a}.attempts_made = 0 then 'SILENT'
    else 'NOT_REACHED' end)`
