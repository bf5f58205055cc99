import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { changedKeys, checkVersion } from './changed.js'
import { moveInvitation } from './move-invitation.js'
import { ContactEntity } from './organisation.entity.js'
import { lockOrganisation, mayKeep, told } from './organisations.js'
import { checkParts } from './person.js'

/** A person at an organisation; `email` is the person's own, where they have one. */
export interface NewContact {
  readonly organisationId: string
  readonly name: string
  readonly email?: string | null
  readonly phone?: string | null
  readonly locale?: string | null
  readonly timeZone?: string | null
}

/**
 * Adds a contact. By an admin or support, or by an owner of the organisation or of its agency.
 * @refuses NOT_FOUND, FORBIDDEN, VALIDATION
 */
export async function addContact(tx: Tx, input: NewContact): Promise<string> {
  const { organisationId } = input
  await mayKeep(tx, organisationId)
  await lockOrganisation(tx, organisationId)
  check(input)
  const id = newId('con')
  const values = tidy(input)
  await refuseTwin(tx, { id, organisationId, email: values.email })
  await tx.em.insert(ContactEntity, { id, organisationId, ...values, name: input.name.trim() })
  await told(tx, organisationId, 'contact.added', { contactId: id }, id)
  return id
}

/** What may be changed of a contact: what is left out stays, null takes away. */
export interface ContactChange extends Partial<Omit<NewContact, 'organisationId' | 'name'>> {
  readonly id: string
  readonly name?: string | null
}

interface Known extends Record<string, unknown> {
  readonly organisationId: string
  readonly version: number
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly locale: string | null
  readonly timeZone: string | null
}

/**
 * Changes what we know of a contact. Orders and documents keep the recipient that was copied onto them, and who signs in
 * keeps the address they sign in with; who was invited and has not accepted is invited at the new one. By an admin or
 * support, or by an owner of the organisation or of its agency.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, VALIDATION
 */
export async function changeContact(tx: Tx, input: ContactChange): Promise<string> {
  const { id } = input
  const { organisationId } = await known(tx, id)
  await mayKeep(tx, organisationId)
  await lockOrganisation(tx, organisationId)
  check(input)
  const before = await known(tx, id)
  checkVersion(tx, id, before.version)
  const asked = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const after = { name: input.name?.trim() ?? before.name, ...tidy({ ...before, ...asked }) }
  const fields = changedKeys(before, after)
  if (!fields.length) return id
  if (fields.includes('email')) await refuseTwin(tx, { id, organisationId, email: after.email })
  await row(
    tx,
    sql`update contacts set name = ${after.name}, email = ${after.email}, phone = ${after.phone}, locale = ${after.locale},
      time_zone = ${after.timeZone}, version = version + 1 where id = ${id}`,
  )
  await told(tx, organisationId, 'contact.changed', { contactId: id, fields }, id)
  if (fields.includes('email')) await moveInvitation(tx, { contactId: id, email: after.email })
  return id
}

async function known(tx: Tx, id: string): Promise<Known> {
  const contact = await row<Known>(
    tx,
    sql<Known>`select organisation_id as "organisationId", name, email, phone, locale, time_zone as "timeZone", version
      from contacts where id = ${id} and erased_at is null`,
  )
  if (!contact) throw new Refusal('NOT_FOUND')
  return contact
}

function check(input: Partial<NewContact> | ContactChange): void {
  checkParts([
    ['name', 'name', input.name],
    ['email', 'email', input.email || null],
    ['phone', 'phone', input.phone || null],
    ['locale', 'locale', input.locale || null],
    ['timeZone', 'timeZone', input.timeZone || null],
  ])
}

/** Texts without edges; what is empty is not there. */
function tidy({ email, phone, locale, timeZone }: Partial<NewContact>) {
  return {
    email: email?.trim().toLowerCase() || null,
    phone: phone?.trim() || null,
    locale: locale?.trim() || null,
    timeZone: timeZone?.trim() || null,
  }
}

/** Two contacts of one organisation with one address, or with one by which the other signs in, would be one person twice. */
async function refuseTwin(
  tx: Tx,
  { id, organisationId, email }: { id: string; organisationId: string; email: string | null },
): Promise<void> {
  if (!email) return
  const twin = await row<{ name: string }>(
    tx,
    sql`select c.name from contacts c left join members m on m.contact_id = c.id left join users u on u.id = m.user_id
      where c.organisation_id = ${organisationId} and c.id <> ${id} and (lower(c.email) = ${email} or u.email = ${email}) limit 1`,
  )
  if (!twin) return
  const message = `an address that nobody else here has or signs in with: choose ${twin.name}, or another address`
  refuseFields([{ path: 'email', message }])
}
