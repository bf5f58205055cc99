import { z } from 'zod'
import { type FieldProblem, refuseFields } from '../lib/refusal.js'

const SHORTEST_PASSWORD = 10
const LONGEST_PASSWORD = 128
const LONGEST_NAME = 200
const LONGEST_REASON = 1000

/** A person as somebody typed them, tidied: name without edges, address in lower case. @refuses VALIDATION */
export function tidyPerson(input: { readonly name: string; readonly email: string }): {
  name: string
  email: string
} {
  const name = input.name.trim()
  const email = input.email.trim().toLowerCase()
  const problems: FieldProblem[] = []
  if (!isName(name)) problems.push({ path: 'name', message: `1 to ${LONGEST_NAME} characters on one line` })
  if (!isEmail(email)) problems.push({ path: 'email', message: 'an e-mail address' })
  if (problems.length) refuseFields(problems)
  return { name, email }
}

/** What a part of a person or business must be: a kind with a rule of its own, a fault that was found, or nothing wrong. */
export type Part = readonly [
  path: string,
  rule: keyof typeof RULES | (string & {}) | undefined,
  value: string | null | undefined,
]

const RULES = {
  name: [isName, `1 to ${LONGEST_NAME} characters on one line`],
  email: [isEmail, 'an e-mail address'],
  phone: [isPhone, 'a telephone number: digits, spaces and + ( ) - / .'],
  locale: [isLocale, 'a language like en or de-AT'],
  timeZone: [isTimeZone, 'a time zone like Europe/Berlin'],
} as const

/** Why somebody does something, tidied: 1 to 1000 characters. @refuses VALIDATION */
export function checkReason(text: string): string {
  const reason = text.trim()
  if (!reason || reason.length > LONGEST_REASON)
    refuseFields([{ path: 'reason', message: `1 to ${LONGEST_REASON} characters` }])
  return reason
}

/** Refuses what cannot be, all of it at once, each at its field; what was not given is not looked at. @refuses VALIDATION */
export function checkParts(parts: readonly Part[]): void {
  const problems = parts.flatMap(([path, rule, value]): FieldProblem[] => {
    if (rule === undefined || value === undefined || value === null) return []
    if (!Object.hasOwn(RULES, rule)) return [{ path, message: rule }]
    const [fits, message] = RULES[rule as keyof typeof RULES]
    return fits(value.trim()) ? [] : [{ path, message }]
  })
  if (problems.length) refuseFields(problems)
}

/** Whether a text can be a name: one line, something in it, nothing that steers a terminal or a mail. */
export function isName(text: string): boolean {
  return text.trim().length > 0 && text.length <= LONGEST_NAME && !/\p{Cc}/u.test(text)
}

/** Whether a text is an e-mail address. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success
}

function isPhone(text: string): boolean {
  return /^[+\d(][\d ()./-]{3,40}$/.test(text)
}

/** Whether a text is a language tag. */
export function isLocale(text: string): boolean {
  try {
    return text.length <= 35 && Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** Whether a text names a time zone; a bare offset is none. */
export function isTimeZone(text: string): boolean {
  try {
    return (
      /^[A-Za-z]/.test(text) &&
      new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0
    )
  } catch {
    return false
  }
}

/** A new password must have some length; nothing else is asked of it. Source: NIST SP 800-63B. @refuses VALIDATION */
export function checkPassword(password: string): void {
  if (password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD) return
  refuseFields([{ path: 'password', message: `${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters` }])
}
