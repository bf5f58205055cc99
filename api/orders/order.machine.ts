import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isMember } from '../lib/viewer.js'
import { orderEvents } from './order.events.js'

const facts = {
  buyerId: fact.text('t.buyer_id'),
  beneficiaryId: fact.text('t.beneficiary_id'),
  payBy: fact.time('t.pay_by'),
  liveOperation: fact.maybeText(
    `(select o.id from operations o where o.order_id = t.id and o.purpose = 'PAYMENT' and o.state in ('REQUESTED', 'SENT', 'UNKNOWN'))`,
  ),
  onboardedLines: fact.int(
    `(select count(*) from order_lines l where l.order_id = t.id and l.flow = 'ONBOARDED')`,
  ),
  openLines: fact.int('(select count(*) from order_lines l where l.order_id = t.id and l.ended is null)'),
  wellLines: fact.int(`(select count(*) from order_lines l where l.order_id = t.id and l.ended = 'WELL')`),
}
type OrderFacts = FactsOf<typeof facts>

const paymentUnderWay: Guard<OrderFacts> = {
  code: 'PAYMENT_IN_PROGRESS',
  doc: 'A payment for this order is under way; wait for its result.',
  refuses: (order) => (order.liveOperation ? { operationId: order.liveOperation } : undefined),
}

const notYetDue: Guard<OrderFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'There is still time to pay.',
  refuses: (order, { now }) =>
    now < order.payBy ? { current: 'AWAITING_PAYMENT', dueAt: order.payBy.toISOString() } : undefined,
}

const partsRemain: Guard<OrderFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'Not everything on the order has ended, or its work is delivered by people.',
  refuses: (order) => (order.onboardedLines > 0 || order.openLines > 0 ? { current: 'OPEN' } : undefined),
}

/** An order, from checkout to its end. */
export const orderMachine = machine({
  name: 'Order',
  table: 'orders',
  stream: 'id',
  doc: 'What was bought for one beneficiary in one checkout.',
  states: {
    AWAITING_PAYMENT: 'Placed; waits to be paid.',
    OPEN: 'Paid; the work runs.',
    COMPLETED: 'Everything on it has ended, at least one part well.',
    CANCELLED: 'Ended without result: not paid in time, or nothing on it came to a good end.',
  },
  initial: 'AWAITING_PAYMENT',
  final: ['COMPLETED', 'CANCELLED'],
  facts,
  roles: {
    buyer: (viewer, order) => isMember(viewer, order.buyerId),
  },
  deadlines: {
    'payment-expiry': { in: ['AWAITING_PAYMENT'], at: 'payBy', doc: 'The time to pay is over.' },
  },
  events: orderEvents,
  verbs: {
    payOrder: {
      from: ['AWAITING_PAYMENT'],
      by: ['buyer'],
      before: 'payment-expiry',
      unless: [paymentUnderWay],
      event: 'order.payment-requested',
      doc: 'The buyer pays: the gateway is asked to charge.',
    },
    settlePayment: {
      from: ['AWAITING_PAYMENT'],
      to: 'OPEN',
      by: ['system'],
      event: 'order.opened',
      doc: 'The payment is final: every part starts by itself.',
    },
    expirePayment: {
      from: ['AWAITING_PAYMENT'],
      to: 'CANCELLED',
      by: ['system'],
      unless: [notYetDue, paymentUnderWay],
      event: 'order.expired',
      doc: 'It was not paid in time.',
    },
    settleParts: {
      from: ['OPEN'],
      to: ['COMPLETED', 'CANCELLED'],
      by: ['system'],
      unless: [partsRemain],
      doc: 'Everything on it has ended.',
    },
  },
})
