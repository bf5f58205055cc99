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
