import { addOpenTime, type OpenHours, openTimeBetween } from '../lib/open-hours.js'

const MINUTE_MS = 60_000
/** After so much time that counts the team is warned. Source: article 001, "within 10–20 minutes". */
export const WARN_MS = 10 * MINUTE_MS
/** After so much the promise is broken. */
export const LIMIT_MS = 20 * MINUTE_MS

/** Which hours count from a moment on; `open` is null where all do. */
export interface Hours {
  readonly id: number
  readonly since: Date
  readonly open: OpenHours | null
}

/** A clock that runs: what it has used, since when it is counted, and when it will have used up half of it and all of it. */
export interface Clock {
  readonly usedMs: number
  readonly countedFrom: Date
  readonly warnAt: Date
  readonly dueAt: Date
  readonly hoursId: number
}

/** A clock that runs from a moment on, after so much that it has used already. */
export function runFrom(countedFrom: Date, { id: hoursId, open }: Hours, usedMs = 0): Clock {
  const at = (total: number) => later(countedFrom, Math.max(0, total - usedMs), open)
  return { usedMs, countedFrom, warnAt: at(WARN_MS), dueAt: at(LIMIT_MS), hoursId }
}

/** What a clock has used at a moment, in milliseconds that count. */
export function usedAt(clock: Clock, { open }: Hours, at: Date): number {
  return clock.usedMs + between(clock.countedFrom, at, open)
}

/**
 * The clock under the hours that came into force since it was counted, `hours[0]` being those it is counted under: what it
 * had used at each change stays used. What was used up before a change is used up.
 */
export function recounted(clock: Clock, hours: readonly Hours[]): Clock {
  return hours.slice(1).reduce<Clock>((before, next, i) => {
    if (before.dueAt <= next.since) return before
    const from = next.since > before.countedFrom ? next.since : before.countedFrom
    const usedMs = usedAt(before, hours[i]!, from)
    const after = runFrom(from, next, usedMs)
    return usedMs < WARN_MS ? after : { ...after, warnAt: before.warnAt }
  }, clock)
}

function later(from: Date, ms: number, open: OpenHours | null): Date {
  return open ? addOpenTime(from, ms, open) : new Date(from.getTime() + ms)
}

function between(from: Date, to: Date, open: OpenHours | null): number {
  return open ? openTimeBetween(from, to, open) : Math.max(0, to.getTime() - from.getTime())
}
