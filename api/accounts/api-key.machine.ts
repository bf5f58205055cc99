import { fact } from '../lib/facts.js'
import { machine } from '../lib/machine.js'
import { isOwner, isStaff } from '../lib/viewer.js'
import { accountEvents } from './accounts.events.js'

const facts = {
  organisationId: fact.text('t.organisation_id'),
}

/** An API key: good until it is revoked, by a secret that may be exchanged. */
export const apiKeyMachine = machine({
  name: 'ApiKey',
  table: 'api_keys',
  stream: 'id',
  doc: 'A secret with which a program of an organisation acts for it, within the scopes that an owner gave it.',
  states: {
    ACTIVE: 'Calls may be made with it.',
    REVOKED: 'It is good for nothing any more.',
  },
  initial: 'ACTIVE',
  final: ['REVOKED'],
  facts,
  roles: {
    OWNER: (viewer, key) => !viewer.key && isOwner(viewer, key.organisationId),
    ADMIN: (viewer) => isStaff(viewer, 'ADMIN'),
  },
  deadlines: {},
  events: accountEvents,
  verbs: {
    rotateApiKey: {
      from: ['ACTIVE'],
      by: ['OWNER'],
      event: 'api-key.rotated',
      repeats: true,
      doc: 'Gives it a fresh secret; the one before is good for an hour more. Who does it answers for the key.',
    },
    revokeApiKey: {
      from: ['ACTIVE'],
      to: 'REVOKED',
      by: ['OWNER', 'ADMIN'],
      event: 'api-key.revoked',
      doc: 'Ends it at once, with every socket that it opened.',
    },
  },
})
