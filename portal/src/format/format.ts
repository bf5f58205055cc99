/** The language of the strings in words/; dates and amounts are written the same way. */
export const LOCALE = 'en-GB'

const SHORT_MOMENT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const

/** A point in time in the reader's own zone, which is named: `24 Nov 2026, 09:30 GMT`. */
export function moment(at: string): string {
  return unbroken(new Intl.DateTimeFormat(LOCALE, SHORT_MOMENT).format(new Date(at)))
}

/** A zone such as `GMT−5` stays on one line: its hyphen becomes a minus sign, after which no line ends. */
function unbroken(text: string): string {
  return text.replace(/GMT-/g, 'GMT−')
}

/** A day, as `24 Nov 2026`. */
export function day(at: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' }).format(new Date(at))
}

/** A calendar day without a time, `2026-11-24`, as `24 Nov 2026`: the same day wherever the reader is. */
export function calendarDay(on: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(on))
}

/** The time of day, as `12:04`. */
export function clockTime(at: Date): string {
  return new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' }).format(at)
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A stretch of time in its two largest units, as `3 d 4 h`, `47 h 12 min` or `9 min 05 s`; up to 72 hours in hours. */
export function timeLeft(ms: number): string {
  const left = Math.max(0, ms)
  if (left >= 3 * DAY_MS) return pair(left, [DAY_MS, 'd'], [HOUR_MS, 'h'])
  if (left >= HOUR_MS) return pair(left, [HOUR_MS, 'h'], [MINUTE_MS, 'min'])
  if (left >= 10 * MINUTE_MS) return `${Math.floor(left / MINUTE_MS)} min`
  const seconds = String(Math.floor((left % MINUTE_MS) / 1000)).padStart(2, '0')
  return `${Math.floor(left / MINUTE_MS)} min ${seconds} s`
}

type Unit = [ms: number, name: string]

function pair(left: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  return `${Math.floor(left / large)} ${largeName} ${Math.floor((left % large) / small)} ${smallName}`
}

/** A size in bytes as people read it, as `1.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [unit, size] =
    bytes < 1e6 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const)
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size)
}

/** A name from code as words: `CHANGES_REQUESTED` and `changesRequested` become `Changes requested`. */
export function plain(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Two letters for a person's disc. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/)
  return `${parts[0]?.charAt(0) ?? ''}${parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase()
}

/** From when to when, in the reader's own zone or a named one: `Tue, 24 Nov 2026, 10:00 – 10:30 GMT`. */
export function span(from: string, until: string, timeZone?: string): string {
  const range = new Intl.DateTimeFormat(LOCALE, { ...SHORT_MOMENT, weekday: 'short', timeZone })
  return unbroken(range.formatRange(new Date(from), new Date(until)).replace(/\s*–\s*/, '–'))
}

/** The time of day in a named zone, as `15:04`. */
export function clockIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
}

/** The zone of the reader's browser, as `Europe/London`. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
