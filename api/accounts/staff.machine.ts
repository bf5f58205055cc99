import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isStaff, type Viewer } from '../lib/viewer.js'
import { accountEvents } from './accounts.events.js'

const facts = {
  id: fact.text('t.id'),
  isStaff: fact.bool(`(t.staff_roles <> '{}')`),
  accepted: fact.bool('(t.auth_user_id is not null)'),
  secondFactor: fact.bool(
    `exists (select from auth."secondFactor" f where f."userId" = t.auth_user_id and f."confirmedAt" is not null)`,
  ),
  erased: fact.bool('(t.erased_at is not null)'),
  lastAdmin:
    fact.bool(`(t.status = 'ACTIVE' and 'ADMIN' = any(t.staff_roles) and not exists (select from users other
    where other.id <> t.id and other.status = 'ACTIVE' and 'ADMIN' = any(other.staff_roles)))`),
}

type UserFacts = FactsOf<typeof facts>

const keepsAnAdmin: Guard<UserFacts> = {
  code: 'LAST_OWNER',
  doc: 'The team keeps at least one admin: make somebody else an admin first.',
  refuses: (user) => (user.lastAdmin ? {} : undefined),
}

const hasAFactor: Guard<UserFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'They have no second factor.',
  refuses: (user) => (user.secondFactor ? undefined : {}),
}

const notErased: Guard<UserFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'Nothing that names them is kept any more.',
  refuses: (user) => (user.erased ? {} : undefined),
}

const admin = (viewer: Viewer, user: UserFacts) => user.isStaff && isStaff(viewer, 'ADMIN')

/** Somebody who signs in. The verbs are for people of the team; members of organisations have a machine of their own. */
export const staffMachine = machine({
  name: 'User',
  table: 'users',
  stream: 'id',
  doc: 'A person on the team: invited, active with roles and skills, or disabled.',
  states: {
    INVITED: 'Invited, and has not accepted yet.',
    ACTIVE: 'May sign in.',
    DISABLED: 'Has no access any more.',
  },
  initial: 'INVITED',
  final: [],
  facts,
  roles: {
    ADMIN: admin,
    // Nobody decides about their own roles.
    OTHER_ADMIN: (viewer, user) => admin(viewer, user) && viewer.id !== user.id,
    // Of anybody who signs in, on the team or not.
    ANOTHER: (viewer, user) => isStaff(viewer, 'ADMIN') && viewer.id !== user.id,
    INVITED: (viewer, user) => viewer.kind === 'link' && viewer.subject === user.id,
  },
  deadlines: {},
  events: accountEvents,
  verbs: {
    inviteStaff: {
      from: ['INVITED'],
      by: ['ADMIN'],
      event: 'staff.invited',
      repeats: true,
      doc: 'Invites once more: a fresh link is mailed and the earlier ones end.',
    },
    acceptInvitation: {
      from: ['INVITED'],
      to: 'ACTIVE',
      by: ['INVITED'],
      event: 'staff.accepted',
      doc: 'The invited person follows the mailed link and chooses a password.',
    },
    changeStaff: {
      from: ['INVITED', 'ACTIVE'],
      by: ['OTHER_ADMIN'],
      unless: [keepsAnAdmin],
      event: 'staff.changed',
      doc: 'Gives a team member other roles and skills.',
    },
    disableStaff: {
      from: ['INVITED', 'ACTIVE'],
      to: 'DISABLED',
      by: ['ADMIN'],
      unless: [keepsAnAdmin],
      event: 'staff.disabled',
      doc: 'Takes away the access; sessions end at once and tasks are released.',
    },
    enableStaff: {
      from: ['DISABLED'],
      to: ['ACTIVE', 'INVITED'],
      by: ['OTHER_ADMIN'],
      event: 'staff.enabled',
      doc: 'Gives the access back; who never accepted is invited again.',
    },
    resetSecondFactor: {
      from: ['ACTIVE', 'DISABLED'],
      by: ['ANOTHER'],
      unless: [hasAFactor],
      event: 'staff.factor-reset',
      doc: 'Takes away the second factor of somebody who has lost it; their sessions end.',
    },
    erasePerson: {
      from: ['INVITED', 'ACTIVE', 'DISABLED'],
      to: 'DISABLED',
      by: ['ANOTHER'],
      unless: [notErased, keepsAnAdmin],
      event: 'person.erased',
      doc: 'Takes everything that names them out of the rows; what happened stays. It cannot be undone.',
    },
  },
})
