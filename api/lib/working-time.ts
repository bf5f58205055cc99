import { addOpenTime, type OpenHours, openTimeBetween, stretches, weekdays } from './open-hours.js'

/** When people work: Monday to Friday, 09 to 17 o'clock in one zone, but on no holiday. */
export interface WorkingCalendar {
  /** IANA name of the zone. */
  readonly zone: string
  /** Days without working time, as YYYY-MM-DD in that zone. */
  readonly holidays: readonly string[]
}

const WORKING_DAYS = weekdays.slice(0, 5).map((weekday) => ({ weekday, from: '09:00', until: '17:00' }))

/** The moment at which so many milliseconds of working time have passed since another. */
export function addWorkingTime(from: Date, ms: number, calendar: WorkingCalendar): Date {
  return addOpenTime(from, ms, hoursOf(calendar))
}

/** How many milliseconds of working time lie between two moments; none where the second is not later. */
export function workingTimeBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  return openTimeBetween(from, to, hoursOf(calendar))
}

/** The working days from that of a moment on, each from its opening to its close in milliseconds since the epoch. */
export function workingDays(from: Date, calendar: WorkingCalendar): Generator<[number, number]> {
  return stretches(from, hoursOf(calendar))
}

function hoursOf(calendar: WorkingCalendar): OpenHours {
  return { ...calendar, intervals: WORKING_DAYS }
}
