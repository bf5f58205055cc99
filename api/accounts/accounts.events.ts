import type { EventSpec } from '../lib/machine.js'

/** What happens to organisations and people. All of it is for staff. */
export const accountEvents = {
  'organisation.added': { visibility: 'STAFF', doc: 'An agency, a client or a channel is known to us.' },
  'organisation.changed': { visibility: 'STAFF', doc: 'What we know of an organisation was changed.' },
  'contact.added': { visibility: 'STAFF', doc: 'A person at an organisation is known to us.' },
  'contact.changed': { visibility: 'STAFF', doc: 'What we know of a contact was changed.' },
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
  'person.signed-in': { visibility: 'STAFF', doc: 'Somebody signed in.' },
  'person.sign-in-refused': { visibility: 'STAFF', doc: 'Somebody tried to sign in with a wrong password.' },
  'person.signed-out': { visibility: 'STAFF', doc: 'Somebody signed out.' },
  'person.factor-set-up': { visibility: 'STAFF', doc: 'Somebody set up their second factor.' },
  'person.factor-proven': { visibility: 'STAFF', doc: 'Somebody proved their second factor.' },
  'person.factor-refused': {
    visibility: 'STAFF',
    doc: 'A code of the second factor was wrong or used before.',
  },
  'person.factor-locked': {
    visibility: 'STAFF',
    doc: 'Too many wrong codes: no code is taken for some minutes.',
  },
  'person.factor-removed': { visibility: 'STAFF', doc: 'Somebody took their second factor away.' },
  'person.backup-codes-renewed': { visibility: 'STAFF', doc: 'Somebody made new backup codes.' },
  'staff.factor-reset': {
    visibility: 'STAFF',
    doc: 'An admin took away the second factor of somebody who has lost it; they set up a new one.',
  },
  'api-key.created': { visibility: 'STAFF', doc: 'An owner made an API key of their organisation.' },
  'api-key.rotated': { visibility: 'STAFF', doc: 'An API key got a fresh secret.' },
  'api-key.revoked': { visibility: 'STAFF', doc: 'An API key was ended.' },
  'person.erased': { visibility: 'STAFF', doc: 'Everything that names a person was taken out of the rows.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. */
export interface AccountEventData {
  'organisation.added': { kind: string; agencyId: string | null }
  /** `fields` names what was changed; the values stand in the rows alone. */
  'organisation.changed': { fields: string[] }
  'contact.added': { contactId: string }
  'contact.changed': { contactId: string; fields: string[] }
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
  'person.signed-in': { by: 'password' | 'link' }
  'person.sign-in-refused': Record<string, never>
  'person.signed-out': Record<string, never>
  'person.factor-set-up': Record<string, never>
  'person.factor-proven': { by: 'code' | 'backup-code'; backupCodesLeft: number }
  'person.factor-refused': { failures: number }
  'person.factor-locked': { until: string }
  'person.factor-removed': Record<string, never>
  'person.backup-codes-renewed': Record<string, never>
  'staff.factor-reset': { reason: string }
  'api-key.created': { organisationId: string; scopes: string[] }
  'api-key.rotated': { organisationId: string }
  'api-key.revoked': { organisationId: string }
  /** How much was erased, by what it was; `subjects` are the contacts and the user that the person was. */
  'person.erased': { subjects: string[]; counts: Record<string, number>; reason: string }
}
