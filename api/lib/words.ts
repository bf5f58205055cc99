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
