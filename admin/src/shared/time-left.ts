const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long it is until a moment, or since it has passed, in its two largest units: `2 d 4 h`, `3 h 12 min`, `45 s`. */
export interface TimeLeft {
  text: string
  late: boolean
  /** Milliseconds until then; below zero once it has passed. */
  ms: number
}

/** The time left at `now` until the moment `at`, both in milliseconds. */
export function timeLeft(at: number, now: number): TimeLeft {
  const ms = at - now
  return { ms, late: ms <= 0, text: lengthOf(Math.abs(ms)) }
}

/** A length of time in its two largest units. */
export function lengthOf(ms: number): string {
  if (ms >= DAY) return two(ms, [DAY, 'd'], [HOUR, 'h'])
  if (ms >= HOUR) return two(ms, [HOUR, 'h'], [MINUTE, 'min'])
  if (ms >= MINUTE) return `${Math.floor(ms / MINUTE)} min`
  return `${Math.floor(ms / 1000)} s`
}

function two(ms: number, [big, bigName]: [number, string], [small, smallName]: [number, string]): string {
  const rest = Math.floor((ms % big) / small)
  return `${Math.floor(ms / big)} ${bigName}${rest ? ` ${rest} ${smallName}` : ''}`
}
