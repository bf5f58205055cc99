import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isStaff } from '../lib/viewer.js'
import { fundsEvents } from './funds.events.js'

const facts = {
  orderId: fact.text('t.order_id'),
  amount: fact.text('t.amount::text'),
  currency: fact.text('t.currency'),
  onItsWay: fact.bool(
    `(exists (select from operations o where o.order_id = t.order_id and o.payment_id = t.payment_id and o.kind in ('REFUND', 'RELEASE') and o.state in ('SENT', 'UNKNOWN')))`,
  ),
}

/** Whether it arrives decides what is left to cover a loss. */
const onItsWay: Guard<FactsOf<typeof facts>> = {
  code: 'PAYMENT_IN_PROGRESS',
  doc: 'A refund or a transfer of this payment is on its way: its result comes first.',
  refuses: (chargeback) => (chargeback.onItsWay ? {} : undefined),
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
      unless: [onItsWay],
      event: 'chargeback.settled',
      doc: 'Says how it ended: won, and the money moves again; lost, and it is booked against what is held or due and has not left, else against what the channel owes.',
    },
  },
})
