import { quietFrom } from '../../lib/quiet-hours.js'

/** Longest that a text may wait at the provider, in seconds. */
const LONGEST_S = 4 * 3600

/** For how many seconds a text may still be sent to somebody in a zone: it does not come in the night. */
export function validFor(timeZone: string, now: Date): number {
  const untilQuiet = (quietFrom(now, timeZone).getTime() - now.getTime()) / 1000
  return Math.min(untilQuiet, LONGEST_S)
}
