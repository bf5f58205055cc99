import { wordsGiven } from '../lib/words.js'

/** What somebody gave as a reason, tidied: 1 to 1000 characters. `path` names the argument. @refuses VALIDATION */
export function reasonGiven(text: string, path = 'reason'): string {
  return wordsGiven(text, path)
}
