import { type OpenHours, weekdays } from './open-hours.js'

/** A Monday: which days are named by. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/**
 * Open hours as people write them, for example `Mon–Thu 09:00–12:30, 13:30–18:00; Fri 09:00–14:00 (Europe/Berlin)`; the
 * days' names are in the locale's language.
 */
export function hoursInWords({ zone, intervals }: OpenHours, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const nameOf = (day: number) => name.format(MONDAY + day * DAY_MS)
  const runs: { first: number; last: number; times: string }[] = []
  for (const [day, weekday] of weekdays.entries()) {
    const times = intervals
      .filter((one) => one.weekday === weekday)
      .map(({ from, until }) => `${from}–${until}`)
      .join(', ')
    const before = runs.at(-1)
    if (before?.times === times && before.last === day - 1) before.last = day
    else if (times) runs.push({ first: day, last: day, times })
  }
  const days = (first: number, last: number) =>
    first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`
  return `${runs.map(({ first, last, times }) => `${days(first, last)} ${times}`).join('; ')} (${zone})`
}
