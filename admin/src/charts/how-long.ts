import { lengthOf } from '../shared/time-left.js'

/** Seconds as people say them; a dash where there is nothing to say. */
export function howLong(seconds: number | null): string {
  return seconds === null ? '–' : lengthOf(seconds * 1000)
}
