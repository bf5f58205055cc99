import type { EventSpec } from '../lib/machine.js'
import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'

/** What happens to orders and carts, and who may read it on the feed. */
export const orderEvents = {
  'order.placed': { visibility: 'BUYER', doc: 'The buyer checked out; the order waits for its payment.' },
  'order.payment-requested': { visibility: 'BUYER', doc: 'The buyer set the payment going.' },
  'order.opened': { visibility: 'PARTIES', doc: 'The payment is final and the work begins.' },
  'order.dashboard-invited': {
    visibility: 'PARTIES',
    doc: "The beneficiary's contact was invited to the dashboard.",
  },
  'order.communication-invited': { visibility: 'BUYER', doc: 'The buyer was told how to talk to the team.' },
  'order.communication-kept': {
    visibility: 'BUYER',
    doc: 'The mail server has taken that invitation: the 24-hour promise is kept.',
  },
  'order.payment-expiring': {
    visibility: 'BUYER',
    doc: 'The time to pay is over; the gateway is asked to call the payment off.',
  },
  'order.expired': { visibility: 'BUYER', doc: 'It was not paid in time and is cancelled.' },
  'order.completed': {
    visibility: 'PARTIES',
    doc: 'Everything on it has ended, at least one part of it well.',
  },
  'order.cancelled': { visibility: 'PARTIES', doc: 'Everything on it has ended without result.' },
  'order.delivered': { visibility: 'BUYER', doc: 'The finished work was handed to the buyer.' },
  'order.revision-requested': { visibility: 'BUYER', doc: 'The buyer said what is to be changed.' },
  'order.delivery-confirmed': { visibility: 'PARTIES', doc: 'The buyer has taken the work.' },
  'order.auto-completed': {
    visibility: 'PARTIES',
    doc: 'The buyer did not answer the delivery in time; it counts as confirmed.',
  },
  'order.held': { visibility: 'BUYER', doc: 'Our team holds the order; the clocks stand still.' },
  'order.resumed': { visibility: 'BUYER', doc: 'The order goes on; no time was lost.' },
  'order.called-off': { visibility: 'PARTIES', doc: 'The order was called off.' },
  'order.communication-at-risk': {
    visibility: 'STAFF',
    doc: 'The invitation to talk to the team has not gone out, and its 24 hours are nearly over.',
  },
  'order.communication-broken': {
    visibility: 'STAFF',
    doc: 'The invitation to talk to the team did not go out within 24 hours.',
  },
  'mail.bounced': { visibility: 'STAFF', doc: 'A mail about it did not reach its recipient.' },
  'mail.resent': { visibility: 'STAFF', doc: 'A mail about it was sent anew.' },
  'text.received': { visibility: 'STAFF', doc: 'Somebody outside has answered by text.' },
  'cart.checked-out': { visibility: 'BUYER', doc: 'The cart has become orders.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. */
export interface OrderEventData {
  'order.placed': { lines: number; amount: string; currency: string }
  'order.payment-requested': { operationId: string; amount: string; currency: string }
  'order.opened': { operationId: string; amount: string; currency: string }
  'order.dashboard-invited': { contactId: string }
  'order.communication-invited': { by: string }
  'order.communication-kept': Record<string, never>
  'order.payment-expiring': { operationId: string }
  'order.expired': Record<string, never>
  'order.completed': Record<string, never>
  'order.cancelled': Record<string, never>
  'order.delivered': { deliveryId: string; number: number; autoCompleteAt: string }
  /** `reasonId` names the words that somebody gave: they are in a row of their own, which can be erased. */
  'order.revision-requested': { deliveryId: string; revision: number; reasonId: string }
  'order.delivery-confirmed': Record<string, never>
  'order.auto-completed': Record<string, never>
  'order.held': { reasonId: string }
  /** `held` is how long, in milliseconds. */
  'order.resumed': { held: number }
  /** `refund` is what goes back to the buyer, in minor units. */
  'order.called-off': { reasonId: string; refund: string; currency: string }
  'order.communication-at-risk': { by: string }
  'order.communication-broken': { by: string }
  'mail.bounced': { mailId: string; template: string; recipientId: string }
  'mail.resent': { mailId: string }
  'text.received': { appointmentId: string; replyId: string; kind: string }
  'cart.checked-out': { orderIds: string[] }
}

/** Writes one of them on an order's stream, where no transition does. The stream is locked, or is locked here. */
export async function happened<T extends keyof OrderEventData>(
  tx: Tx,
  orderId: string,
  type: T,
  data: OrderEventData[T],
): Promise<void> {
  const { visibility } = orderEvents[type]
  await record(tx, { streamId: orderId, aggregateId: orderId, type, visibility, data })
}
