import { Temporal } from 'temporal-polyfill'

/** When people work: Monday to Friday, 09 to 17 o'clock in one zone, but on no holiday. */
export interface WorkingCalendar {
  /** IANA name of the zone. */
  readonly zone: string
  /** Days without working time, as YYYY-MM-DD in that zone. */
  readonly holidays: readonly string[]
}

const OPENS = Temporal.PlainTime.from('09:00')
const CLOSES = Temporal.PlainTime.from('17:00')
const SATURDAY = 6

/** The moment at which so many milliseconds of working time have passed since another. */
export function addWorkingTime(from: Date, ms: number, calendar: WorkingCalendar): Date {
  if (ms <= 0) return from
  let left = ms
  for (const [opens, closes] of workingDays(from, calendar)) {
    const start = Math.max(opens, from.getTime())
    if (closes - start >= left) return new Date(start + left)
    left -= Math.max(0, closes - start)
  }
  throw new Error('working days never end')
}

/** How many milliseconds of working time lie between two moments; none where the second is not later. */
export function workingTimeBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  let sum = 0
  for (const [opens, closes] of workingDays(from, calendar)) {
    if (opens >= to.getTime()) return sum
    sum += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()))
  }
  return sum
}

/** The working days from that of a moment on, each from its opening to its close in milliseconds since the epoch. */
export function* workingDays(from: Date, { zone, holidays }: WorkingCalendar): Generator<[number, number]> {
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  for (;;) {
    if (day.dayOfWeek < SATURDAY && !holidays.includes(day.toString())) {
      const at = (plainTime: Temporal.PlainTime) =>
        day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
      yield [at(OPENS), at(CLOSES)]
    }
    day = day.add({ days: 1 })
  }
}
