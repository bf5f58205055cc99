import type { FieldProblem } from '../lib/refusal.js'
import { isKeepable } from '../lib/words.js'

/** How long a text may be, and whether it may have several lines. */
export interface TextRule {
  readonly least?: number
  readonly most: number
  readonly lines?: true
}

/** What a text must be that it is not, as a list of none or one, at its path. Edges are not counted. */
export function textProblems(
  path: string,
  text: string,
  { least = 1, most, lines }: TextRule,
): FieldProblem[] {
  const { length } = text.trim()
  if (length < least || length > most) {
    const message = least === 0 ? `at most ${most} characters` : `${least} to ${most} characters`
    return [{ path, message: lines ? message : `${message} on one line` }]
  }
  if (!lines && /[\n\r]/.test(text.trim())) return [{ path, message: 'one line' }]
  return isKeepable(text) ? [] : [{ path, message: 'text without control characters' }]
}

/** The places, from 0, of what stood before in a list already. */
export function repeats(values: readonly string[]): number[] {
  return values.flatMap((value, i) => (values.indexOf(value) < i ? [i] : []))
}
