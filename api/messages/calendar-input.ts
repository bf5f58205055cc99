import { isTimeZone } from '../accounts/person.js'
import { type OpenHours, type OpenInterval, weekdays } from '../lib/open-hours.js'
import { type FieldProblem, refuseFields } from '../lib/refusal.js'

/** A calendar as somebody writes it down. */
export interface CalendarInput {
  readonly name: string
  readonly timeZone: string
  readonly intervals: readonly OpenInterval[]
  readonly holidays: readonly string[]
}

const LONGEST_NAME = 100
const MOST_INTERVALS = 70
const MOST_HOLIDAYS = 500
const WALL = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/

/** The calendar tidied: its intervals and holidays in order. All faults at once, each at its field. @refuses VALIDATION */
export function checkedCalendar({ name, timeZone, intervals, holidays }: CalendarInput): CalendarInput {
  const sorted = intervals
    .map(({ weekday, from, until }) => ({ weekday, from, until }))
    .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)))
  const tidy = { name: name.trim(), timeZone, intervals: sorted, holidays: [...new Set(holidays)].toSorted() }
  const problems: FieldProblem[] = []
  if (!tidy.name || tidy.name.length > LONGEST_NAME)
    problems.push({ path: 'name', message: `1 to ${LONGEST_NAME} characters` })
  if (!isTimeZone(timeZone)) problems.push({ path: 'timeZone', message: 'a time zone like Europe/Berlin' })
  if (!intervals.length || intervals.length > MOST_INTERVALS)
    problems.push({ path: 'intervals', message: `1 to ${MOST_INTERVALS}` })
  problems.push(...intervals.flatMap(faultOf))
  if (overlap(sorted))
    problems.push({ path: 'intervals', message: 'hours that do not overlap on the same day' })
  if (tidy.holidays.length > MOST_HOLIDAYS)
    problems.push({ path: 'holidays', message: `at most ${MOST_HOLIDAYS}` })
  if (problems.length) refuseFields(problems)
  return tidy
}

/** The hours that a calendar opens. */
export function openHours({ timeZone: zone, intervals, holidays }: Omit<CalendarInput, 'name'>): OpenHours {
  return { zone, intervals, holidays }
}

const placeOf = ({ weekday, from }: OpenInterval) => `${weekdays.indexOf(weekday)} ${from}`

function faultOf({ from, until }: OpenInterval, index: number): FieldProblem[] {
  const path = `intervals.${index}`
  if (!WALL.test(from) || !WALL.test(until)) return [{ path, message: 'times as HH:MM, from 00:00 to 24:00' }]
  return from < until ? [] : [{ path, message: 'ends after it begins, and at 24:00 at the latest' }]
}

function overlap(sorted: readonly OpenInterval[]): boolean {
  return sorted.some((interval, i) => {
    const before = sorted[i - 1]
    return before?.weekday === interval.weekday && before.until > interval.from
  })
}
