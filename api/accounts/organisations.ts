import { newId } from '../lib/ids.js'
import { Refusal } from '../lib/refusal.js'
import { isOwner, isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { record, startStream } from '../platform/events.js'
import type { AccountEventData } from './accounts.events.js'
import { accountEvents } from './accounts.events.js'
import { changedKeys, checkVersion } from './changed.js'
import { OrganisationEntity } from './organisation.entity.js'
import { checkParts } from './person.js'

/** A business that is to be known to us. `businessEmail` is its own address, never a person's. */
export interface NewOrganisation {
  readonly name: string
  readonly kind: 'AGENCY' | 'CLIENT' | 'CHANNEL'
  readonly businessEmail: string
  /** A BCP-47 tag; English where nothing is said. */
  readonly locale?: string | null
  /** An IANA zone; UTC where nothing is said. */
  readonly timeZone?: string | null
  /** The agency whose client it is. */
  readonly agencyId?: string | null
}

/**
 * Adds an organisation. By an admin or support, or by an owner of the agency whose client it is.
 * @refuses FORBIDDEN, VALIDATION
 */
export async function addOrganisation(tx: Tx, input: NewOrganisation): Promise<string> {
  const agencyId = input.agencyId ?? null
  if (!keepsCustomers(tx) && !isOwner(tx.viewer, agencyId)) throw new Refusal('FORBIDDEN')
  checkParts([
    ['name', 'name', input.name],
    ['businessEmail', 'email', input.businessEmail],
    ['locale', 'locale', input.locale],
    ['timeZone', 'timeZone', input.timeZone],
    ['agencyId', (await isAgencyFor(tx, input)) ? undefined : 'an agency, and only of a client', agencyId],
  ])
  const id = newId('org')
  await tx.em.insert(OrganisationEntity, {
    id,
    name: input.name.trim(),
    kind: input.kind,
    businessEmail: input.businessEmail.trim().toLowerCase(),
    locale: input.locale ?? 'en',
    timeZone: input.timeZone ?? 'UTC',
    agencyId,
  })
  await startStream(tx, id)
  await told(tx, id, 'organisation.added', { kind: input.kind, agencyId })
  return id
}

async function isAgencyFor(tx: Tx, { agencyId, kind }: NewOrganisation): Promise<boolean> {
  if (!agencyId) return true
  const agency = await row(tx, sql`select id from organisations where id = ${agencyId} and kind = 'AGENCY'`)
  return kind === 'CLIENT' && agency !== undefined
}

/** What may be changed of an organisation; what is left out stays. */
export interface OrganisationChange {
  readonly id: string
  readonly name?: string | null
  readonly businessEmail?: string | null
  readonly locale?: string | null
  readonly timeZone?: string | null
}

/**
 * Changes what we know of an organisation. By an admin or support, or by an owner of it or of its agency.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, VALIDATION
 */
export async function changeOrganisation(tx: Tx, input: OrganisationChange): Promise<string> {
  const { id } = input
  await mayKeep(tx, id)
  await lockOrganisation(tx, id)
  checkParts([
    ['name', 'name', input.name],
    ['businessEmail', 'email', input.businessEmail],
    ['locale', 'locale', input.locale],
    ['timeZone', 'timeZone', input.timeZone],
  ])
  const before = await row<Record<string, unknown> & { version: number }>(
    tx,
    sql`select name, business_email as "businessEmail", locale, time_zone as "timeZone", version from organisations where id = ${id}`,
  )
  checkVersion(tx, id, before!.version)
  const after = {
    name: input.name?.trim() ?? before!['name'],
    businessEmail: input.businessEmail?.trim().toLowerCase() ?? before!['businessEmail'],
    locale: input.locale ?? before!['locale'],
    timeZone: input.timeZone ?? before!['timeZone'],
  }
  const fields = changedKeys(before!, after)
  if (!fields.length) return id
  await row(
    tx,
    sql`update organisations set name = ${after.name}, business_email = ${after.businessEmail}, locale = ${after.locale},
      time_zone = ${after.timeZone}, version = version + 1 where id = ${id}`,
  )
  await told(tx, id, 'organisation.changed', { fields })
  return id
}

/** Whether the caller keeps the book of customers: admins and support, and the system itself. */
function keepsCustomers({ viewer }: Tx): boolean {
  return viewer.kind === 'system' || isStaff(viewer, 'ADMIN', 'SUPPORT')
}

/**
 * Whether the caller may change what is known of an organisation and its people: its owners, its agency's owners, admins
 * and support, the system. @refuses NOT_FOUND, FORBIDDEN
 */
export function mayKeep(tx: Tx, organisationId: string): Promise<void> {
  return may(tx, organisationId, keepsCustomers(tx))
}

/**
 * Whether the caller may manage who signs in for an organisation: its owners, its agency's owners, admins, the system. To
 * others an organisation that they may not see is not there. @refuses NOT_FOUND, FORBIDDEN
 */
export function mayManage(tx: Tx, organisationId: string): Promise<void> {
  return may(tx, organisationId, tx.viewer.kind === 'system' || isStaff(tx.viewer, 'ADMIN'))
}

async function may(tx: Tx, organisationId: string, ours: boolean): Promise<void> {
  const found = await row<{ agency: string | null }>(
    tx,
    sql`select agency_id as agency from organisations where id = ${organisationId}`,
  )
  const { viewer } = tx
  if (!found) throw new Refusal('NOT_FOUND')
  if (ours || isOwner(viewer, organisationId) || isOwner(viewer, found.agency)) return
  const sees =
    isStaff(viewer) || viewer.organisations.some((id) => id === organisationId || id === found.agency)
  throw new Refusal(sees ? 'FORBIDDEN' : 'NOT_FOUND')
}

/** Locks an organisation's stream first, so that two who would each take away the other's last owner take turns. */
export async function lockOrganisation(tx: Tx, organisationId: string): Promise<void> {
  await row(tx, sql`select id from streams where id = ${organisationId} for no key update`)
}

/** Writes on an organisation's stream what happened to it or to one of its contacts. */
export async function told<
  T extends 'organisation.added' | 'organisation.changed' | 'contact.added' | 'contact.changed',
>(tx: Tx, id: string, type: T, data: AccountEventData[T], aggregateId = id): Promise<void> {
  await record(tx, { streamId: id, aggregateId, type, visibility: accountEvents[type].visibility, data })
}
