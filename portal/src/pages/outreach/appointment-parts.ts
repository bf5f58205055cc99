import type { AppointmentPartsFragment, AttemptPartsFragment } from '../../gen/operations.js'
import { span } from '../../format/format.js'

/** An appointment as its order's page reads it. */
export type Appointment = AppointmentPartsFragment
/** One call, text or mail of ours. */
export type Attempt = AttemptPartsFragment

const ENDED = ['ATTENDED', 'NO_SHOW', 'CANCELLED']

/** Whether it may still take place. */
export function isOpen({ status }: Pick<Appointment, 'status'>): boolean {
  return !ENDED.includes(status)
}

/** What the counterpart is called, also once they were erased. */
export function nameOf({ counterpart }: Pick<Appointment, 'counterpart'>): string {
  return counterpart?.name ?? '—'
}

const MINUTE_MS = 60_000

/** When an appointment of that length is that begins then, in the reader's zone or a named one. */
export function spanOf(startsAt: string, minutes: number, timeZone?: string): string {
  return span(startsAt, new Date(Date.parse(startsAt) + minutes * MINUTE_MS).toISOString(), timeZone)
}
