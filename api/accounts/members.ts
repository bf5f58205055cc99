import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { endSessions } from './credentials.js'
import { endLinks } from './links.js'
import { memberMachine } from './member.machine.js'
import { lockOrganisation } from './organisations.js'
import type { MemberRole } from './roles.js'

/** Makes a member an owner, or an owner a member. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, LAST_OWNER */
export async function changeRole(tx: Tx, input: { id: string; role: MemberRole }): Promise<string> {
  await lockOrganisationOf(tx, input.id)
  await transition(tx, memberMachine, input.id, 'changeRole', (member) => ({
    set: { role: input.role },
    data: { from: member.role, to: input.role },
  }))
  return input.id
}

/**
 * Takes away a member's access to their organisation; who has none left is signed out everywhere at once.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, LAST_OWNER
 */
export async function disableMember(tx: Tx, input: { id: string }): Promise<string> {
  await lockOrganisationOf(tx, input.id)
  const { facts } = await transition(tx, memberMachine, input.id, 'disableMember', (member) => ({
    set: { disabled_at: tx.now },
    data: { organisationId: member.organisationId, userId: member.userId },
  }))
  await endLinks(tx, { subjectId: input.id })
  if (facts.userId && !(await hasAccess(tx, facts.userId))) await endSessions(tx, facts.userId)
  return input.id
}

/** Gives a member their access back; who never accepted is invited again. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION */
export async function enableMember(tx: Tx, input: { id: string }): Promise<string> {
  await transition(tx, memberMachine, input.id, 'enableMember', (member) => ({
    to: member.userId ? 'ACTIVE' : 'INVITED',
    set: { disabled_at: null },
    data: { organisationId: member.organisationId },
  }))
  return input.id
}

async function lockOrganisationOf(tx: Tx, memberId: string): Promise<void> {
  const member = await row<{ id: string }>(
    tx,
    sql`select organisation_id as id from members where id = ${memberId}`,
  )
  if (member) await lockOrganisation(tx, member.id)
}

async function hasAccess(tx: Tx, userId: string): Promise<boolean> {
  const found = await row(
    tx,
    sql`select from users u where u.id = ${userId} and (u.staff_roles <> '{}' or exists (select from members m where m.user_id = u.id and m.status = 'ACTIVE'))`,
  )
  return found !== undefined
}
