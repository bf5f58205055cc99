import { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../lib/working-time.js'

/** How often an order is reported on. */
export const cadences = {
  NONE: 'No reports.',
  WEEKLY: 'Every Monday.',
  FORTNIGHTLY: 'Every second Monday.',
  MONTHLY: 'The first Monday of every month.',
} as const

export type Cadence = keyof typeof cadences
/** A cadence at which there are reports. */
export type Reporting = Exclude<Cadence, 'NONE'>

/** What an order has until somebody chooses otherwise. */
export const USUAL_CADENCE: Reporting = 'WEEKLY'

const HOUR = Temporal.PlainTime.from('09:00')
const MONDAY = 1
const SATURDAY = 6

/** The fewest days between two reports: an order that opened on a Friday is not reported on the Monday after. */
const GAP_DAYS: Readonly<Record<Reporting, number>> = { WEEKLY: 4, FORTNIGHTLY: 11, MONTHLY: 15 }

/**
 * When the report after a moment is due: nine o'clock in the team's zone, summer and winter alike, on the cadence's
 * Monday, or the first working day after it where that is a holiday.
 */
export function nextDue(after: Date, cadence: Reporting, calendar: WorkingCalendar): Date {
  const { zone, holidays } = calendar
  let day = Temporal.Instant.fromEpochMilliseconds(after.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: GAP_DAYS[cadence] })
  while (day.dayOfWeek !== MONDAY || (cadence === 'MONTHLY' && day.day > 7)) day = day.add({ days: 1 })
  while (day.dayOfWeek >= SATURDAY || holidays.includes(day.toString())) day = day.add({ days: 1 })
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: HOUR }).epochMilliseconds)
}

/** The last due moment that is not after now, counted on from one that was: reports that were missed become one. */
export function lastDue(from: Date, now: Date, cadence: Reporting, calendar: WorkingCalendar): Date {
  let last = from
  for (let next = nextDue(last, cadence, calendar); next <= now; next = nextDue(last, cadence, calendar))
    last = next
  return last
}
