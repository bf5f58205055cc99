const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Seconds as people say them, in a unit that leaves something to say: 45 sec, 20 min, 3.5 hr, 2 days; a dash for none. */
export function howLong(seconds: number | null, locale: string): string {
  if (seconds === null) return '–'
  const [unit, size] = unitOf(seconds)
  const amount = seconds / size
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: size >= HOUR && amount < 10 ? 1 : 0,
  }).format(amount)
}

/** Rounded up to the next unit where it would be said as a whole one of that: 59.7 minutes are an hour. */
function unitOf(seconds: number): ['second' | 'minute' | 'hour' | 'day', number] {
  if (seconds < MINUTE - 0.5) return ['second', 1]
  if (seconds < HOUR - MINUTE / 2) return ['minute', MINUTE]
  return seconds < 2 * DAY - HOUR / 2 ? ['hour', HOUR] : ['day', DAY]
}
