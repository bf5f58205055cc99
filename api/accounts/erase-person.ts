import { Refusal } from '../lib/refusal.js'
import { isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { record } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { accountEvents } from './accounts.events.js'
import { checkVersion } from './changed.js'
import { accountsErasure } from './accounts-erasure.js'
import {
  type Counts,
  type ErasureRoom,
  erasureRooms,
  ERASED,
  type Person,
  type Sought,
} from '../platform/erasure.js'
import { disableMember } from './members.js'
import { mentionOf } from './mention.js'
import { checkReason } from './person.js'
import { onDutiesLost } from './staff.js'
import { staffMachine } from './staff.machine.js'

/** What an erasure took, or would take. */
export interface Erasure {
  /** The contacts and the user that the person was. */
  readonly subjects: readonly string[]
  readonly counts: Counts
  /** It had been done before; nothing was left to do. */
  readonly alreadyErased: boolean
}

/**
 * Erases a person: names, addresses, numbers, what they wrote, what was mailed to them, what they answered and uploaded.
 * What happened stays, by ids: the log, the ledger, every order. `id` is a contact or a user; whoever has the same e-mail
 * is the same person. Their tasks go back, their sessions and links end, and the address may be invited anew.
 * @refuses NOT_FOUND, FORBIDDEN, VALIDATION, STALE_VERSION, LAST_OWNER, OPEN_DUTIES
 */
export async function erasePerson(tx: Tx, input: { id: string; reason: string }): Promise<Erasure> {
  if (!isStaff(tx.viewer, 'ADMIN')) throw new Refusal('FORBIDDEN')
  const reason = checkReason(input.reason)
  const found = await personBy(tx, input.id)
  if (found.erased || !(found.userIds.length || found.contactIds.length))
    return { subjects: [input.id], counts: {}, alreadyErased: true }
  const person = await withLinks(tx, found)
  const rooms = [...erasureRooms.bound, accountsErasure]
  await refuseDuties(tx, rooms, person)
  await takeAccess(tx, person)
  const sought = await soughtIn(tx, rooms, person)
  const counts: Record<string, number> = {}
  for (const room of rooms)
    for (const [what, count] of Object.entries(await room.erase(tx, sought)))
      counts[what] = (counts[what] ?? 0) + count
  const subjects = [...person.userIds, ...person.contactIds]
  await happened(tx, person, { subjects, counts, reason: without(reason, sought) })
  return { subjects, counts, alreadyErased: false }
}

interface Found {
  readonly erased: boolean
  readonly contactIds: string[]
  readonly userIds: string[]
}

/** Everybody who is this contact or user: the same e-mail, or a contact as whom the user is a member. */
async function personBy(tx: Tx, id: string): Promise<Found> {
  const known = await row<{ version: number; erased: boolean; email: string | null }>(
    tx,
    sql`select version, erased_at is not null as erased, lower(email) as email from contacts where id = ${id}
      union all select version, erased_at is not null, email from users where id = ${id}`,
  )
  if (!known) throw new Refusal('NOT_FOUND')
  checkVersion(tx, id, known.version)
  const users = await rows<{ id: string }>(
    tx,
    sql`select u.id from users u where u.erased_at is null and (u.id = ${id} or u.email = ${known.email}
      or exists (select from members m where m.user_id = u.id and m.contact_id = ${id})) order by u.id`,
  )
  const userIds = users.map((user) => user.id)
  const contacts = await rows<{ id: string }>(
    tx,
    sql`select c.id from contacts c where c.erased_at is null and (c.id = ${id} or lower(c.email) = ${known.email}
      or lower(c.email) in (select email from users where id = any(${userIds}::text[]))
      or exists (select from members m where m.contact_id = c.id and m.user_id = any(${userIds}::text[]))) order by c.id for update`,
  )
  return { erased: known.erased, userIds, contactIds: contacts.map((contact) => contact.id) }
}

async function withLinks(tx: Tx, { contactIds, userIds }: Found): Promise<Person> {
  const links = await rows<{ id: string }>(
    tx,
    sql`select id from links where contact_id = any(${contactIds}::text[]) or subject_id = any(${userIds}::text[])`,
  )
  return { contactIds, userIds, linkIds: links.map((link) => link.id) }
}

async function refuseDuties(tx: Tx, rooms: readonly ErasureRoom[], person: Person): Promise<void> {
  const duties: Record<string, string[]> = {}
  for (const room of rooms) Object.assign(duties, await room.duties?.(tx, person))
  const open = Object.entries(duties).filter(([, ids]) => ids.length > 0)
  if (open.length) throw new Refusal('OPEN_DUTIES', undefined, Object.fromEntries(open))
}

/** Their memberships end, by the verb that guards the last owner. */
async function takeAccess(tx: Tx, { contactIds, userIds }: Person): Promise<void> {
  const members = await rows<{ id: string }>(
    tx,
    sql`select id from members where status <> 'DISABLED' and (contact_id = any(${contactIds}::text[]) or user_id = any(${userIds}::text[])) order by organisation_id, id`,
  )
  const asAsked: Tx = { ...tx, asked: undefined, expected: undefined }
  for (const { id } of members) await disableMember(asAsked, { id })
}

/** With everything they were ever called here; a name that somebody else has, too, is not looked for in others' words. */
async function soughtIn(tx: Tx, rooms: readonly ErasureRoom[], person: Person): Promise<Sought> {
  const texts = new Set<string>()
  for (const room of rooms) for (const text of (await room.knownAs?.(tx, person)) ?? []) texts.add(text)
  texts.delete(ERASED)
  const shared = await rows<{ name: string }>(
    tx,
    sql`select name from contacts where name = any(${[...texts]}::text[]) and id <> all(${person.contactIds}::text[])
      union select name from users where name = any(${[...texts]}::text[]) and id <> all(${person.userIds}::text[])`,
  )
  const names = new Set(shared.map(({ name }) => name))
  return { ...person, mention: mentionOf([...texts].filter((text) => !names.has(text))) }
}

async function happened(
  tx: Tx,
  { userIds, contactIds }: Person,
  data: { subjects: string[]; counts: Counts; reason: string },
): Promise<void> {
  const set = { erased_at: tx.now, disabled_at: tx.now, staff_roles: [], skills: [], auth_user_id: null }
  for (const id of userIds) {
    await transition({ ...tx, expected: undefined }, staffMachine, id, 'erasePerson', { set, data })
    await onDutiesLost.bound(tx, id)
  }
  if (userIds.length) return
  const { visibility } = accountEvents['person.erased']
  const [contactId] = contactIds
  const at = await row<{ id: string }>(
    tx,
    sql`select organisation_id as id from contacts where id = ${contactId}`,
  )
  await record(tx, { streamId: at!.id, aggregateId: contactId!, type: 'person.erased', visibility, data })
}

function without(reason: string, { mention }: Sought): string {
  return mention === null ? reason : reason.replace(new RegExp(mention, 'giu'), ERASED)
}
