import { fact } from '../lib/facts.js'
import { machine } from '../lib/machine.js'
import { isStaff } from '../lib/viewer.js'
import { fundsEvents } from './funds.events.js'

const facts = {
  orderId: fact.text('t.order_id'),
  amount: fact.text('t.amount::text'),
  currency: fact.text('t.currency'),
}

/** A buyer's bank that wants a payment back: the money is frozen until finance has settled it. */
export const chargebackMachine = machine({
  name: 'Chargeback',
  table: 'chargebacks',
  stream: 'order_id',
  doc: 'A payment that the buyer’s bank wants back.',
  states: {
    OPEN: 'The bank has not decided, or finance has not settled it: nothing of the order’s money moves.',
    WON: 'The payment stays.',
    LOST: 'The bank has taken the payment back.',
  },
  initial: 'OPEN',
  final: ['WON', 'LOST'],
  facts,
  roles: { FINANCE: (viewer) => isStaff(viewer, 'FINANCE') },
  deadlines: {},
  events: fundsEvents,
  verbs: {
    settleChargeback: {
      from: ['OPEN'],
      to: ['WON', 'LOST'],
      by: ['FINANCE'],
      event: 'chargeback.settled',
      doc: 'Says how it ended: won, and the money moves again; lost, and it is booked against what is held, else against what the channel owes.',
    },
  },
})
