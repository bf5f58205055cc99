import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isStaff, type Viewer } from '../lib/viewer.js'
import { accountEvents } from './accounts.events.js'

const facts = {
  id: fact.text('t.id'),
  isStaff: fact.bool(`(t.staff_roles <> '{}')`),
  accepted: fact.bool('(t.auth_user_id is not null)'),
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
  },
})
