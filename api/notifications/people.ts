import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { knownZone } from './format.js'
import type { Recipient } from './recipient.js'

interface Found {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  readonly businessLocale: string | null
  readonly businessTimeZone: string | null
}

/**
 * Contacts as recipients, at their own address: a contact without one gets no mail, and the business's address is never
 * used in its place.
 */
export async function contacts(tx: Tx, ids: readonly string[]): Promise<Recipient[]> {
  const found = await rows<Found>(
    tx,
    sql`select c.id, c.name, c.email, c.locale, c.time_zone as "timeZone", o.locale as "businessLocale", o.time_zone as "businessTimeZone"
      from contacts c join organisations o on o.id = c.organisation_id where c.id = any(${ids}::text[]) order by c.id`,
  )
  return found.flatMap((person) => recipient('contact', person))
}

/**
 * Counterparts of appointments as recipients, in their own language and zone; nobody writes to them at night. Who has no
 * address gets no mail.
 */
export async function counterparts(tx: Tx, ids: readonly string[]): Promise<Recipient[]> {
  const found = await rows<Found>(
    tx,
    sql`select id, name, email, locale, time_zone as "timeZone", null as "businessLocale", null as "businessTimeZone"
      from counterparts where id = any(${ids}::text[]) order by id`,
  )
  return found
    .flatMap((person) => recipient('counterpart', person))
    .map((person) => ({ ...person, quietZone: person.timeZone }))
}

/** How recipients of each kind are found by their ids. */
export const recipientsBy = { contact: contacts, user: users, counterpart: counterparts } as const

/** The team's active people with a role. */
export async function team(
  tx: Tx,
  role: 'ADMIN' | 'FULFILMENT' | 'SUPPORT' | 'FINANCE',
): Promise<Recipient[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select id from users where ${role} = any(staff_roles) and status = 'ACTIVE'`,
  )
  return users(
    tx,
    found.map((user) => user.id),
  )
}

/** Users as recipients, those who lost their access left out. */
export async function users(tx: Tx, ids: readonly string[]): Promise<Recipient[]> {
  const found = await rows<Found>(
    tx,
    sql`select id, name, email, locale, time_zone as "timeZone", null as "businessLocale", null as "businessTimeZone"
      from users where id = any(${ids}::text[]) and status <> 'DISABLED' order by id`,
  )
  return found.flatMap((person) => recipient('user', person))
}

function recipient(kind: Recipient['kind'], found: Found): Recipient[] {
  const { id, name, email } = found
  if (!email) return []
  const locale = found.locale ?? found.businessLocale ?? 'en'
  const timeZone = knownZone(found.timeZone) ?? knownZone(found.businessTimeZone) ?? 'UTC'
  return [{ kind, id, name, email, locale, timeZone }]
}
