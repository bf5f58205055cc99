import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isOwner, isStaff } from '../lib/viewer.js'
import { accountEvents } from './accounts.events.js'

const facts = {
  id: fact.text('t.id'),
  organisationId: fact.text('t.organisation_id'),
  agencyId: fact.maybeText('(select o.agency_id from organisations o where o.id = t.organisation_id)'),
  userId: fact.maybeText('t.user_id'),
  erased: fact.bool('exists (select from contacts c where c.id = t.contact_id and c.erased_at is not null)'),
  role: fact.text('t.role'),
  lastOwner: fact.bool(`(t.role = 'OWNER' and t.status = 'ACTIVE' and not exists (select from members other
    where other.organisation_id = t.organisation_id and other.id <> t.id and other.role = 'OWNER' and other.status = 'ACTIVE'))`),
}

const keepsAnOwner: Guard<FactsOf<typeof facts>> = {
  code: 'LAST_OWNER',
  doc: 'An organisation keeps at least one owner: make somebody else an owner first.',
  refuses: (member) => (member.lastOwner ? {} : undefined),
}

const notErased: Guard<FactsOf<typeof facts>> = {
  code: 'INVALID_TRANSITION',
  doc: 'Nothing that names them is kept any more: invite the person anew.',
  refuses: (member) => (member.erased ? {} : undefined),
}

/** A person's membership of an organisation. */
export const memberMachine = machine({
  name: 'Member',
  table: 'members',
  stream: 'id',
  doc: 'A person in an organisation: invited as a contact of it, a member once they have accepted.',
  states: {
    INVITED: 'Invited, and has not accepted yet.',
    ACTIVE: 'A member who may sign in.',
    DISABLED: 'Has no access any more.',
  },
  initial: 'INVITED',
  final: [],
  facts,
  roles: {
    OWNER: (viewer, member) => isOwner(viewer, member.organisationId) || isOwner(viewer, member.agencyId),
    ADMIN: (viewer) => isStaff(viewer, 'ADMIN'),
    INVITED: (viewer, member) => viewer.kind === 'link' && viewer.subject === member.id,
  },
  deadlines: {},
  events: accountEvents,
  verbs: {
    inviteMember: {
      from: ['INVITED'],
      by: ['OWNER', 'ADMIN', 'system'],
      event: 'member.invited',
      repeats: true,
      doc: 'Invites once more: a fresh link is mailed and the earlier ones end.',
    },
    acceptInvitation: {
      from: ['INVITED'],
      to: 'ACTIVE',
      by: ['INVITED'],
      event: 'member.accepted',
      doc: 'The invited person follows the mailed link and chooses a password.',
    },
    changeRole: {
      from: ['INVITED', 'ACTIVE'],
      by: ['OWNER', 'ADMIN'],
      unless: [keepsAnOwner],
      event: 'member.roleChanged',
      doc: 'Makes a member an owner, or an owner a member.',
    },
    disableMember: {
      from: ['INVITED', 'ACTIVE'],
      to: 'DISABLED',
      by: ['OWNER', 'ADMIN'],
      unless: [keepsAnOwner],
      event: 'member.disabled',
      doc: 'Takes away the access; a pending invitation ends.',
    },
    enableMember: {
      from: ['DISABLED'],
      to: ['ACTIVE', 'INVITED'],
      by: ['OWNER', 'ADMIN'],
      unless: [notErased],
      event: 'member.enabled',
      doc: 'Gives the access back; who never accepted is invited again.',
    },
  },
})
