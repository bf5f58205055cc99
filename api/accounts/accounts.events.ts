import type { EventSpec } from '../lib/machine.js'

/** What happens to organisations and people. All of it is for staff. */
export const accountEvents = {
  'organisation.added': { visibility: 'STAFF', doc: 'An agency, a client or a channel is known to us.' },
  'contact.added': { visibility: 'STAFF', doc: 'A person at an organisation is known to us.' },
  'member.invited': {
    visibility: 'STAFF',
    doc: 'A contact was invited to be a member of their organisation.',
  },
  'member.accepted': { visibility: 'STAFF', doc: 'An invited person accepted and is a member now.' },
  'member.roleChanged': { visibility: 'STAFF', doc: 'A member was made an owner, or an owner a member.' },
  'member.disabled': { visibility: 'STAFF', doc: 'A member lost their access to the organisation.' },
  'member.enabled': { visibility: 'STAFF', doc: 'A member got their access back.' },
  'staff.invited': { visibility: 'STAFF', doc: 'A person was invited to the team.' },
  'staff.accepted': { visibility: 'STAFF', doc: 'An invited person accepted and is on the team now.' },
  'staff.changed': { visibility: 'STAFF', doc: 'The roles or skills of a team member were changed.' },
  'staff.disabled': { visibility: 'STAFF', doc: 'A team member lost their access.' },
  'staff.enabled': { visibility: 'STAFF', doc: 'A team member got their access back.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. */
export interface AccountEventData {
  'organisation.added': { kind: string; agencyId: string | null }
  'contact.added': { contactId: string }
  'member.invited': { organisationId: string; contactId: string; role: string }
  'member.accepted': { organisationId: string; userId: string }
  'member.roleChanged': { from: string; to: string }
  'member.disabled': { organisationId: string; userId: string | null }
  'member.enabled': { organisationId: string }
  'staff.invited': { roles: string[] }
  'staff.accepted': Record<string, never>
  'staff.changed': { roles: string[]; skills: string[] }
  'staff.disabled': Record<string, never>
  'staff.enabled': Record<string, never>
}
