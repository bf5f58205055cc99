import { fact } from '../lib/facts.js'
import { machine } from '../lib/machine.js'
import { isOwner, isStaff } from '../lib/viewer.js'
import { fundsEvents } from './funds.events.js'

const facts = { organisationId: fact.text('t.organisation_id') }

/** Where a channel is paid out to, and whether anything may go there. */
export const payoutAccountMachine = machine({
  name: 'PayoutAccount',
  table: 'payout_accounts',
  stream: 'organisation_id',
  doc: 'The account at the gateway to which a channel’s money goes.',
  states: {
    PENDING: 'Named by the channel; the gateway has not said yet that it can pay out to it.',
    ACTIVE: 'Money may go there: the channel can accept campaigns.',
    SUSPENDED: 'Finance lets nothing go there for now, or the gateway can’t.',
  },
  initial: 'PENDING',
  final: [],
  facts,
  roles: {
    OWNER: (viewer, { organisationId }) => isOwner(viewer, organisationId),
    FINANCE: (viewer) => isStaff(viewer, 'FINANCE'),
  },
  deadlines: {},
  events: fundsEvents,
  verbs: {
    connectPayoutAccount: {
      from: ['PENDING', 'ACTIVE'],
      to: 'PENDING',
      by: ['OWNER', 'system'],
      event: 'payout-account.connected',
      doc: 'Names the account that the channel is paid out to; another one takes the place of the first.',
    },
    activatePayoutAccount: {
      from: ['PENDING'],
      to: 'ACTIVE',
      by: ['system'],
      event: 'payout-account.activated',
      doc: 'The gateway can pay out to it.',
    },
    suspendPayoutAccount: {
      from: ['ACTIVE'],
      to: 'SUSPENDED',
      by: ['FINANCE', 'system'],
      event: 'payout-account.suspended',
      doc: 'Lets nothing go there for now; what is due waits.',
    },
    reinstatePayoutAccount: {
      from: ['SUSPENDED'],
      to: 'ACTIVE',
      by: ['FINANCE', 'system'],
      event: 'payout-account.reinstated',
      doc: 'Lets money go there again; what waited for it is tried at once.',
    },
  },
})
