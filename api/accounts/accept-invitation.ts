import { newId } from '../lib/ids.js'
import { Refusal } from '../lib/refusal.js'
import { anonymous, type Viewer } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { startStream } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { createCredentials } from './credentials.js'
import { redeemLink, type RedeemedLink } from './links.js'
import { memberMachine } from './member.machine.js'
import { checkPassword } from './person.js'
import { staffMachine } from './staff.machine.js'
import { UserEntity } from './user.entity.js'

/**
 * Accepts an invitation by its link, once, and sets the password of somebody who has none yet. Returns the member, or
 * the user where the invitation was to the team. Nothing is proved but the address that the link was mailed to: where the
 * invited person has another by now, it has ended. @refuses LINK_ENDED, VALIDATION, INVALID_TRANSITION, ALREADY_MEMBER
 */
export async function acceptInvitation(tx: Tx, input: { token: string; password: string }): Promise<string> {
  checkPassword(input.password)
  const link = await redeemLink(tx, { token: input.token, purpose: 'invitation' })
  const asInvited: Tx = { ...tx, viewer: invited(link.linkId, link.subjectId) }
  if (link.subjectId.startsWith('usr_')) await joinTeam(asInvited, link, input.password)
  else await joinOrganisation(asInvited, link, input.password)
  return link.subjectId
}

/** Who holds an invitation's link: may see and accept that one membership. */
export function invited(linkId: string, subject: string): Viewer {
  return { ...anonymous, kind: 'link', id: linkId, subject }
}

async function joinTeam(tx: Tx, { subjectId: id, sentTo }: RedeemedLink, password: string): Promise<void> {
  const person = await row<{ name: string; email: string }>(
    tx,
    sql`select name, email from users where id = ${id} and email = ${sentTo}`,
  )
  if (!person) throw new Refusal('LINK_ENDED')
  const authUserId = await createCredentials(tx, { ...person, password })
  await transition(tx, staffMachine, id, 'acceptInvitation', {
    set: { auth_user_id: authUserId, accepted_at: tx.now },
  })
}

async function joinOrganisation(
  tx: Tx,
  { subjectId: id, sentTo }: RedeemedLink,
  password: string,
): Promise<void> {
  const contact = await row<{ name: string; email: string; organisationId: string }>(
    tx,
    sql`select c.name, lower(c.email) as email, m.organisation_id as "organisationId" from members m join contacts c on c.id = m.contact_id
      where m.id = ${id} and lower(c.email) = ${sentTo}`,
  )
  if (!contact) throw new Refusal('LINK_ENDED')
  const { organisationId } = contact
  const userId = await userFor(tx, contact, password)
  await refuseMember(tx, { organisationId, userId })
  const data = { organisationId, userId }
  await transition(tx, memberMachine, id, 'acceptInvitation', {
    set: { user_id: userId, accepted_at: tx.now },
    data,
  })
}

/** Who signs in here with this address belongs to another contact here: one person is not a member twice. */
async function refuseMember(
  tx: Tx,
  { organisationId, userId }: { organisationId: string; userId: string },
): Promise<void> {
  const member = await row(
    tx,
    sql`select from members where organisation_id = ${organisationId} and user_id = ${userId}`,
  )
  if (!member) return
  const message = 'You sign in here with this address already: there is nothing to accept.'
  throw new Refusal('ALREADY_MEMBER', message)
}

/** The user with this address, known from another organisation or new. */
async function userFor(tx: Tx, person: { name: string; email: string }, password: string): Promise<string> {
  const authUserId = await createCredentials(tx, { ...person, password })
  const known = await row<{ id: string }>(
    tx,
    sql`update users set auth_user_id = ${authUserId} where email = ${person.email} returning id`,
  )
  if (known) return known.id
  const id = newId('usr')
  await tx.em.insert(UserEntity, {
    id,
    name: person.name,
    email: person.email,
    authUserId,
    status: 'ACTIVE',
    acceptedAt: tx.now,
  })
  await startStream(tx, id)
  return id
}
