import { newId } from '../lib/ids.js'
import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { enter, transition } from '../platform/transition.js'
import type { MemberRole } from './roles.js'
import { endLinks, mintLink } from './links.js'
import { memberMachine } from './member.machine.js'
import { addContact } from './contacts.js'
import { lockOrganisation, mayManage } from './organisations.js'
import { tidyPerson } from './person.js'
import { MemberEntity } from './user.entity.js'

/** Real days for which an invitation's link is good. */
const INVITATION_DAYS = 14

/**
 * Invites a person to be a member of an organisation, as a contact of it that is made where there is none with this
 * address. Asked again before they have accepted, it invites once more.
 * @refuses NOT_FOUND, FORBIDDEN, VALIDATION, ALREADY_MEMBER
 */
export async function inviteMember(
  tx: Tx,
  input: { organisationId: string; name: string; email: string; role: MemberRole },
): Promise<string> {
  const { organisationId, role } = input
  await mayManage(tx, organisationId)
  const { name, email } = tidyPerson(input)
  await lockOrganisation(tx, organisationId)
  const contact = await row<{ id: string; status: string | null }>(
    tx,
    sql`select c.id, m.status from contacts c left join members m on m.contact_id = c.id
      where c.organisation_id = ${organisationId} and lower(c.email) = ${email} order by m.id is null, c.id limit 1`,
  )
  if (contact?.status === 'ACTIVE' || contact?.status === 'DISABLED') throw new Refusal('ALREADY_MEMBER')
  const contactId = contact?.id ?? (await addContact(tx, { organisationId, name, email }))
  return inviteContact(tx, { contactId, role })
}

/**
 * Invites a contact to their organisation's dashboard. Who was invited and has not accepted is invited once more; a
 * member, active or disabled, is left as they are. Without a role they keep the one they were invited to, and are a
 * member where there was none. Returns the member. @refuses RECIPIENT_WITHOUT_EMAIL
 */
export async function inviteContact(
  tx: Tx,
  input: { contactId: string; role?: MemberRole },
): Promise<string> {
  const { contactId } = input
  const { organisationId, memberId, status, invitedTo } = await lockContact(tx, contactId)
  const role = input.role ?? invitedTo ?? 'MEMBER'
  const data = { organisationId, contactId, role }
  if (memberId && status !== 'INVITED') return memberId
  if (memberId) {
    const set = { invited_at: tx.now, role }
    await transition(tx, memberMachine, memberId, 'inviteMember', { set, data })
    return memberId
  }
  const id = newId('mem')
  const values = { id, organisationId, contactId, role, status: 'INVITED', invitedAt: tx.now }
  await tx.em.insert(MemberEntity, values)
  await enter(tx, memberMachine, id, { type: 'member.invited', data })
  return id
}

interface Invitable {
  readonly organisationId: string
  readonly email: string | null
  readonly memberId: string | null
  readonly status: string | null
  readonly invitedTo: MemberRole | null
}

/** A contact who can be written to, and their membership if there is one; nobody else invites there meanwhile. */
async function lockContact(tx: Tx, contactId: string): Promise<Invitable> {
  const at = await row<{ id: string }>(
    tx,
    sql`select organisation_id as id from contacts where id = ${contactId}`,
  )
  if (!at) throw new Refusal('NOT_FOUND')
  await lockOrganisation(tx, at.id)
  const contact = await row<Invitable>(
    tx,
    sql`select c.organisation_id as "organisationId", c.email, m.id as "memberId", m.status, m.role as "invitedTo"
      from contacts c left join members m on m.contact_id = c.id where c.id = ${contactId}`,
  )
  if (contact?.email) return contact
  throw new Refusal('RECIPIENT_WITHOUT_EMAIL', 'The contact has no e-mail address of their own to invite.', {
    contactId,
  })
}

/**
 * The token for the mail of an invitation, of a member or of a team member; links mailed earlier end. Called when the
 * mail is handed over, so that no token ever waits anywhere, with the address it goes to. Undefined where nobody waits for
 * it any more, or not at that address.
 */
export async function mintInvitation(
  tx: Tx,
  { subjectId, sentTo }: { readonly subjectId: string; readonly sentTo: string },
): Promise<string | undefined> {
  const pending = await row<{ contactId: string | null }>(
    tx,
    sql`select m.contact_id as "contactId" from members m join contacts c on c.id = m.contact_id
        where m.id = ${subjectId} and m.status = 'INVITED' and lower(c.email) = lower(${sentTo})
      union all select null from users where id = ${subjectId} and status = 'INVITED' and email = lower(${sentTo})`,
  )
  if (!pending) return undefined
  await endLinks(tx, { subjectId })
  return mintLink(tx, {
    subjectId,
    contactId: pending.contactId,
    sentTo,
    purpose: 'invitation',
    days: INVITATION_DAYS,
  })
}
