import { Temporal } from 'temporal-polyfill'

/** The days of the week as a calendar names them, Monday first. */
export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const

export type Weekday = (typeof weekdays)[number]

/** A stretch of a weekday on its zone's wall clock, `HH:MM`: open from its beginning until before its end, `24:00` at most. */
export interface OpenInterval {
  readonly weekday: Weekday
  readonly from: string
  readonly until: string
}

/** When somebody is there: some intervals a week in one zone, but on no holiday. There is at least one interval. */
export interface OpenHours {
  /** IANA name of the zone. */
  readonly zone: string
  /** In order of their weekdays and times, none over another. */
  readonly intervals: readonly OpenInterval[]
  /** Days that are closed, as YYYY-MM-DD in that zone. */
  readonly holidays: readonly string[]
}

/** The moment at which so many milliseconds of open time have passed since another; where it is closed for none, itself. */
export function addOpenTime(from: Date, ms: number, hours: OpenHours): Date {
  if (ms <= 0) return from
  let left = ms
  for (const [opens, closes] of stretches(from, hours)) {
    const start = Math.max(opens, from.getTime())
    if (closes - start >= left) return new Date(start + left)
    left -= Math.max(0, closes - start)
  }
  throw new Error('open days never end')
}

/** How many milliseconds of open time lie between two moments; none where the second is not later. */
export function openTimeBetween(from: Date, to: Date, hours: OpenHours): number {
  let sum = 0
  for (const [opens, closes] of stretches(from, hours)) {
    if (opens >= to.getTime()) return sum
    sum += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()))
  }
  return sum
}

/** The open stretches from the day of a moment on, without end, each from its opening to its close in milliseconds since the epoch. */
export function* stretches(
  from: Date,
  { zone, intervals, holidays }: OpenHours,
): Generator<[number, number]> {
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  for (;;) {
    if (!holidays.includes(day.toString())) {
      for (const interval of intervals)
        if (interval.weekday === weekdays[day.dayOfWeek - 1])
          yield [momentOf(day, interval.from, zone), momentOf(day, interval.until, zone)]
    }
    day = day.add({ days: 1 })
  }
}

/**
 * When a zone's wall clock shows a time on a day, in milliseconds since the epoch: the first of two where it is put back,
 * and the moment of the change where it is put forward over it. So a later time is never an earlier moment, and two
 * intervals that meet on the wall meet on every night.
 */
function momentOf(date: Temporal.PlainDate, wall: string, zone: string): number {
  const day = wall === '24:00' ? date.add({ days: 1 }) : date
  const plain = day.toPlainDateTime(wall === '24:00' ? '00:00' : wall)
  const shown = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (shown.toPlainDateTime().equals(plain)) return shown.epochMilliseconds
  return shown.getTimeZoneTransition('next')!.epochMilliseconds
}
