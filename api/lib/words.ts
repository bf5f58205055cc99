import { refuseFields } from './refusal.js'

/**
 * What somebody wrote, tidied: 1 to `longest` characters, 1000 unless told otherwise. `path` names the argument.
 * @refuses VALIDATION
 */
export function wordsGiven(text: string, path: string, longest = 1000): string {
  const tidy = text.trim()
  if (!tidy || tidy.length > longest) refuseFields([{ path, message: `1 to ${longest} characters` }])
  return tidy
}

/** Whether the database can keep a text, and people read it: no control characters but line ends and tabs, no halves of characters. */
export function isKeepable(text: string): boolean {
  return text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text)
}
