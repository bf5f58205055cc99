import { newId } from '../lib/ids.js'
import { refuseFields, Refusal } from '../lib/refusal.js'
import { isOwner, isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { record, startStream } from '../platform/events.js'
import type { AccountEventData } from './accounts.events.js'
import { accountEvents } from './accounts.events.js'
import { ContactEntity, OrganisationEntity } from './organisation.entity.js'
import { isEmail, isName } from './person.js'

/** A business that is to be known to us. `businessEmail` is its own address, never a person's. */
export interface NewOrganisation {
  readonly name: string
  readonly kind: 'AGENCY' | 'CLIENT' | 'CHANNEL'
  readonly businessEmail: string
  readonly locale?: string
  readonly timeZone?: string
  /** The agency whose client it is. */
  readonly agencyId?: string
}

/** Adds an organisation. By an admin, or by an owner of the agency whose client it is. @refuses FORBIDDEN, VALIDATION */
export async function addOrganisation(tx: Tx, input: NewOrganisation): Promise<string> {
  if (
    !isStaff(tx.viewer, 'ADMIN') &&
    tx.viewer.kind !== 'system' &&
    !isOwner(tx.viewer, input.agencyId ?? null)
  )
    throw new Refusal('FORBIDDEN')
  if (!isName(input.name)) refuseFields([{ path: 'name', message: '1 to 200 characters on one line' }])
  if (!isEmail(input.businessEmail)) refuseFields([{ path: 'businessEmail', message: 'an e-mail address' }])
  const id = newId('org')
  const { agencyId = null, ...rest } = input
  await tx.em.insert(OrganisationEntity, { id, ...rest, agencyId })
  await startStream(tx, id)
  await told(tx, id, 'organisation.added', { kind: input.kind, agencyId })
  return id
}

/** A person at an organisation; `email` is the person's own, where they have one. */
export interface NewContact {
  readonly organisationId: string
  readonly name: string
  readonly email?: string
  readonly phone?: string
  readonly locale?: string
  readonly timeZone?: string
}

/**
 * Adds a contact. By an admin, or by an owner of the organisation or of its agency.
 * @refuses NOT_FOUND, FORBIDDEN, VALIDATION
 */
export async function addContact(tx: Tx, input: NewContact): Promise<string> {
  await mayManage(tx, input.organisationId)
  if (!isName(input.name)) refuseFields([{ path: 'name', message: '1 to 200 characters on one line' }])
  if (input.email !== undefined && !isEmail(input.email))
    refuseFields([{ path: 'email', message: 'an e-mail address' }])
  const id = newId('con')
  await tx.em.insert(ContactEntity, { ...input, id, email: input.email?.toLowerCase() ?? null })
  await told(tx, input.organisationId, 'contact.added', { contactId: id })
  return id
}

/**
 * Whether the caller may manage an organisation's people: its owners, its agency's owners, admins, the system. To
 * others an organisation that they may not see is not there. @refuses NOT_FOUND, FORBIDDEN
 */
export async function mayManage(tx: Tx, organisationId: string): Promise<void> {
  const found = await row<{ agency: string | null }>(
    tx,
    sql`select agency_id as agency from organisations where id = ${organisationId}`,
  )
  const { viewer } = tx
  if (!found) throw new Refusal('NOT_FOUND')
  if (
    viewer.kind === 'system' ||
    isStaff(viewer, 'ADMIN') ||
    isOwner(viewer, organisationId) ||
    isOwner(viewer, found.agency)
  )
    return
  const sees =
    isStaff(viewer) || viewer.organisations.some((id) => id === organisationId || id === found.agency)
  throw new Refusal(sees ? 'FORBIDDEN' : 'NOT_FOUND')
}

/** Locks an organisation's stream first, so that two who would each take away the other's last owner take turns. */
export async function lockOrganisation(tx: Tx, organisationId: string): Promise<void> {
  await row(tx, sql`select id from streams where id = ${organisationId} for no key update`)
}

async function told<T extends 'organisation.added' | 'contact.added'>(
  tx: Tx,
  id: string,
  type: T,
  data: AccountEventData[T],
): Promise<void> {
  await record(tx, { streamId: id, aggregateId: id, type, visibility: accountEvents[type].visibility, data })
}
