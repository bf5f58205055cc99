import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { port } from '../platform/port.js'
import { enter, transition } from '../platform/transition.js'
import { endSessions } from './credentials.js'
import { endLinks } from './links.js'
import { tidyPerson } from './person.js'
import { type StaffRole, staffRoles } from './roles.js'
import { staffMachine } from './staff.machine.js'
import { UserEntity } from './user.entity.js'

/** Releases what a team member may not do any more, having lost their access, a role or a skill; bound by the app to the tasks. */
export const onDutiesLost = port<(tx: Tx, userId: string) => Promise<void>>('on duties lost')

/** What a team member does and is able to do. */
export interface StaffDuties {
  readonly roles: readonly StaffRole[]
  readonly skills: readonly string[]
}

/**
 * Invites a person to the team. Asked again before they have accepted, it invites once more, with these roles and
 * skills. @refuses FORBIDDEN, VALIDATION, ALREADY_MEMBER
 */
export async function inviteStaff(
  tx: Tx,
  input: { name: string; email: string } & StaffDuties,
): Promise<string> {
  if (!isStaff(tx.viewer, 'ADMIN') && tx.viewer.kind !== 'system') throw new Refusal('FORBIDDEN')
  const { name, email } = tidyPerson(input)
  const { roles, skills } = tidyDuties(input)
  const known = await row<{ id: string; status: string; staff: boolean }>(
    tx,
    sql`select id, status, staff_roles <> '{}' as staff from users where email = ${email} for no key update`,
  )
  if (known && (known.status !== 'INVITED' || !known.staff)) throw new Refusal('ALREADY_MEMBER')
  if (known) {
    const set = { staff_roles: roles, skills, name, invited_at: tx.now }
    await transition(tx, staffMachine, known.id, 'inviteStaff', { set, data: { roles } })
    return known.id
  }
  const id = newId('usr')
  await tx.em.insert(UserEntity, {
    id,
    name,
    email,
    status: 'INVITED',
    staffRoles: roles,
    skills,
    invitedAt: tx.now,
  })
  await enter(tx, staffMachine, id, { type: 'staff.invited', data: { roles } })
  return id
}

/**
 * Gives a team member other roles and skills; nobody changes their own. Tasks that ask for what they lost go back to be
 * claimed.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION, LAST_OWNER
 */
export async function changeStaff(tx: Tx, input: { id: string } & StaffDuties): Promise<string> {
  const { roles, skills } = tidyDuties(input)
  await lockTeam(tx)
  await transition(tx, staffMachine, input.id, 'changeStaff', {
    set: { staff_roles: roles, skills },
    data: { roles, skills },
  })
  await onDutiesLost.bound(tx, input.id)
  return input.id
}

/**
 * Takes away a team member's access: sessions end at once, their tasks go back to be claimed.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, LAST_OWNER
 */
export async function disableStaff(tx: Tx, input: { id: string }): Promise<string> {
  await lockTeam(tx)
  await transition(tx, staffMachine, input.id, 'disableStaff', { set: { disabled_at: tx.now } })
  await endLinks(tx, { subjectId: input.id })
  await endSessions(tx, input.id)
  await onDutiesLost.bound(tx, input.id)
  return input.id
}

/** Gives a team member their access back. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION */
export async function enableStaff(tx: Tx, input: { id: string }): Promise<string> {
  await transition(tx, staffMachine, input.id, 'enableStaff', (user) => ({
    to: user.accepted ? 'ACTIVE' : 'INVITED',
    set: { disabled_at: null },
  }))
  return input.id
}

/** One lock for the team, so that two admins who would each take away the other take turns. */
async function lockTeam(tx: Tx): Promise<void> {
  await row(tx, sql`select pg_advisory_xact_lock(hashtext('waybill team'))`)
}

function tidyDuties(input: StaffDuties): { roles: string[]; skills: string[] } {
  const roles = [...new Set(input.roles)].filter((role) => Object.hasOwn(staffRoles, role)).sort()
  if (!roles.length) refuseFields([{ path: 'roles', message: 'at least one' }])
  const skills = [...new Set(input.skills.map((skill) => skill.trim().toLowerCase()))].sort()
  if (skills.length > 50 || skills.some((skill) => !/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u.test(skill))) {
    refuseFields([{ path: 'skills', message: 'at most 50, each of letters, digits, spaces and dashes' }])
  }
  return { roles, skills }
}
