import { isEmail, isLocale, isName, isTimeZone } from '../accounts/person.js'
import { newId } from '../lib/ids.js'
import { type FieldProblem, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { CounterpartEntity } from './counterpart.entity.js'

/** The outside person with whom an appointment is wanted; an e-mail address or a telephone number is needed. */
export interface NewCounterpart {
  readonly name: string
  readonly email?: string | null | undefined
  /** With its country; blanks, dashes and the like are taken out. */
  readonly phone?: string | null | undefined
  /** IANA. */
  readonly timeZone: string
  /** BCP-47. */
  readonly locale?: string | null | undefined
}

/** Source: ITU-T E.164: at most 15 digits, none of them a zero in front. */
const E164 = /^\+[1-9]\d{6,14}$/

/**
 * Writes down an outside person, for a line of a cart or an order to point to. `path` is where the input has them.
 * Returns their id. @refuses VALIDATION
 */
export async function nameCounterpart(tx: Tx, given: NewCounterpart, path = 'counterpart'): Promise<string> {
  const problems = problemsOf(given, path)
  if (problems.length) refuseFields(problems)
  const id = newId('cpt')
  await tx.em.insert(CounterpartEntity, {
    id,
    name: given.name.trim(),
    email: emailOf(given),
    phone: phoneOf(given),
    timeZone: given.timeZone.trim(),
    locale: given.locale?.trim() || null,
    erasedAt: null,
  })
  return id
}

/** An outside person as they were named before, to be named again; undefined where they were erased. */
export function knownCounterpart(tx: Tx, id: string): Promise<NewCounterpart | undefined> {
  return row<NewCounterpart>(
    tx,
    sql`select name, email, phone, time_zone as "timeZone", locale from counterparts where id = ${id} and erased_at is null`,
  )
}

const emailOf = ({ email }: NewCounterpart) => email?.trim().toLowerCase() || null
const phoneOf = ({ phone }: NewCounterpart) => phone?.replaceAll(/[\s()./-]/g, '') || null

function problemsOf(given: NewCounterpart, path: string): FieldProblem[] {
  const [email, phone, locale] = [emailOf(given), phoneOf(given), given.locale?.trim()]
  const wrong: [string, boolean, string][] = [
    ['name', !isName(given.name), '1 to 200 characters on one line'],
    ['email', email !== null && !isEmail(email), 'an e-mail address'],
    ['phone', phone !== null && !E164.test(phone), 'a telephone number with its country, like +4930123456'],
    ['timeZone', !isTimeZone(given.timeZone.trim()), 'a time zone like Europe/Berlin'],
    ['locale', Boolean(locale) && !isLocale(locale!), 'a language like en or de-AT'],
    ['email', email === null && phone === null, 'an e-mail address or a telephone number is needed'],
  ]
  return wrong.filter(([, is]) => is).map(([field, , message]) => ({ path: `${path}.${field}`, message }))
}
