import { refuseFields } from '../lib/refusal.js'

const LONGEST = 1000

/** What somebody gave as a reason, tidied: 1 to 1000 characters. `path` names the argument. @refuses VALIDATION */
export function reasonGiven(text: string, path = 'reason'): string {
  const tidy = text.trim()
  if (!tidy || tidy.length > LONGEST) refuseFields([{ path, message: `1 to ${LONGEST} characters` }])
  return tidy
}
