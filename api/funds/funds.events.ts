import type { EventSpec } from '../lib/machine.js'
import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'

/** What happens to an order's money, on the order's stream. Amounts are minor units, as text. */
export const fundsEvents = {
  'payment.charged': { visibility: 'BUYER', doc: 'The payment arrived and is held for the order.' },
  'payment.refused': {
    visibility: 'BUYER',
    doc: 'The payment was refused, or did not happen; it may be tried again.',
  },
  'payment.cancelled': { visibility: 'BUYER', doc: 'The payment was called off before any money moved.' },
  'payment.came-late': {
    visibility: 'BUYER',
    doc: 'Money arrived that nothing waits for any more; it is refunded.',
  },
  'refund.requested': { visibility: 'BUYER', doc: 'Money is on its way back to the buyer.' },
  'refund.issued': { visibility: 'BUYER', doc: 'The money was given back.' },
  'refund.failed': { visibility: 'BUYER', doc: 'The refund was refused; it stays due and is tried again.' },
  'refund.retried': { visibility: 'STAFF', doc: 'A refused refund is tried again.' },
  'revenue.recognised': { visibility: 'STAFF', doc: 'Held money has been earned.' },
} as const satisfies Record<string, EventSpec>

interface Moved {
  operationId: string
  amount: string
  currency: string
}
type Failed = Moved & { failure: string; attempt: number }

/** What each event of this room carries. */
export interface FundsEventData {
  'payment.charged': Moved
  'payment.refused': Failed
  'payment.cancelled': Moved
  'payment.came-late': Moved
  'refund.requested': Moved & { purpose: string; subjectId: string }
  'refund.issued': Moved
  'refund.failed': Failed
  'refund.retried': Moved & { attempt: number }
  'revenue.recognised': { amount: string; currency: string; earnedBy: string }
}

/** Writes one of them. The order's lock is held, or is taken here. */
export async function happened<T extends keyof FundsEventData>(
  tx: Tx,
  orderId: string,
  type: T,
  data: FundsEventData[T],
): Promise<string> {
  const { visibility } = fundsEvents[type]
  return record(tx, {
    streamId: orderId,
    aggregateId: orderId,
    type,
    visibility,
    data: { ...data },
  })
}
