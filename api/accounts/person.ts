import { z } from 'zod'
import { type FieldProblem, refuseFields } from '../lib/refusal.js'

const SHORTEST_PASSWORD = 10
const LONGEST_PASSWORD = 128
const LONGEST_NAME = 200

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

/** Whether a text can be a name: one line, something in it, nothing that steers a terminal or a mail. */
export function isName(text: string): boolean {
  return text.trim().length > 0 && text.length <= LONGEST_NAME && !/\p{Cc}/u.test(text)
}

/** Whether a text is an e-mail address. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success
}

/** A new password must have some length; nothing else is asked of it. Source: NIST SP 800-63B. @refuses VALIDATION */
export function checkPassword(password: string): void {
  if (password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD) return
  refuseFields([{ path: 'password', message: `${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters` }])
}
