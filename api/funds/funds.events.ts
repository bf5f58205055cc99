import type { EventSpec } from '../lib/machine.js'
import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'
import type { FreezeCause } from './freeze-cause.js'

/** What happens to an order's money, on the order's stream. Amounts are minor units, as text. */
export const fundsEvents = {
  'payment.charged': { visibility: 'BUYER', doc: 'The payment arrived and is held for the order.' },
  'payment.authorised': {
    visibility: 'BUYER',
    doc: 'The buyer’s bank has set the money aside; none has moved.',
  },
  'payment.captured': { visibility: 'BUYER', doc: 'The accepted campaign’s money was taken in and is held.' },
  'payment.capture-refused': {
    visibility: 'BUYER',
    doc: 'What was set aside could not be taken in, or the fresh payment was refused: the buyer may pay again.',
  },
  'payment.capture-retried': { visibility: 'STAFF', doc: 'A refused capture is tried again.' },
  'payment.refused': {
    visibility: 'BUYER',
    doc: 'The payment was refused, or did not happen; it may be tried again.',
  },
  'payment.cancelled': { visibility: 'BUYER', doc: 'The payment was called off before any money moved.' },
  'payment.came-late': {
    visibility: 'BUYER',
    doc: 'Money arrived, or was set aside, that nothing waits for any more; it goes back.',
  },
  'payment.given-back': {
    visibility: 'STAFF',
    doc: 'Finance says that a payment of another amount than was asked for was given back at the gateway.',
  },
  'payment.void-requested': { visibility: 'BUYER', doc: 'What was set aside is being let go.' },
  'payment.voided': { visibility: 'BUYER', doc: 'What was set aside was let go, and no money moved.' },
  'payment.void-failed': {
    visibility: 'BUYER',
    doc: 'What was set aside could not be let go; it is tried again, or refunded where it had been taken in.',
  },
  'payment.void-retried': { visibility: 'STAFF', doc: 'A refused void is tried again.' },
  'refund.requested': { visibility: 'BUYER', doc: 'Money is on its way back to the buyer.' },
  'refund.issued': { visibility: 'BUYER', doc: 'The money was given back.' },
  'refund.failed': { visibility: 'BUYER', doc: 'The refund was refused; it stays due and is tried again.' },
  'refund.retried': { visibility: 'STAFF', doc: 'A refused refund is tried again.' },
  'refund.called-off': {
    visibility: 'BUYER',
    doc: 'A refund that was due is not sent: the buyer’s bank has given the money back.',
  },
  'release.requested': { visibility: 'STAFF', doc: 'Money is on its way to the channel.' },
  'release.issued': { visibility: 'STAFF', doc: 'The channel has its money.' },
  'release.failed': {
    visibility: 'STAFF',
    doc: 'The transfer was refused; it stays due and is tried again.',
  },
  'release.retried': { visibility: 'STAFF', doc: 'A refused transfer is tried again.' },
  'release.called-off': {
    visibility: 'STAFF',
    doc: 'A transfer to the channel that was due is not sent: the buyer’s bank took the money back.',
  },
  'release.reversed': {
    visibility: 'STAFF',
    doc: 'What the channel was paid was taken back at the gateway, whole or in part.',
  },
  'revenue.recognised': { visibility: 'STAFF', doc: 'Held money has been earned.' },
  'funds.frozen': { visibility: 'BUYER', doc: 'Nothing of what is held moves until its cause is settled.' },
  'funds.unfrozen': { visibility: 'BUYER', doc: 'A cause for which nothing moved is settled.' },
  'chargeback.opened': { visibility: 'STAFF', doc: 'The buyer’s bank wants the payment back.' },
  'chargeback.bank-decided': { visibility: 'STAFF', doc: 'The gateway says how the bank decided.' },
  'chargeback.settled': {
    visibility: 'STAFF',
    doc: 'Finance has settled it: the payment stays, or is lost.',
  },
  'payout-account.connected': {
    visibility: 'STAFF',
    doc: 'A channel named the account that it is paid out to.',
  },
  'payout-account.activated': { visibility: 'STAFF', doc: 'The gateway can pay out to it.' },
  'payout-account.suspended': { visibility: 'STAFF', doc: 'Nothing is paid out to it for now.' },
  'payout-account.reinstated': { visibility: 'STAFF', doc: 'It is paid out to again.' },
} as const satisfies Record<string, EventSpec>

/** How a chargeback ends: the payment stays with us, or is lost. */
export type ChargebackOutcome = 'WON' | 'LOST'

/** What an event of money that moved, or was to, carries. */
export interface Moved {
  operationId: string
  amount: string
  currency: string
}
/** The same of one that was refused, in the gateway's code. */
export type Failed = Moved & { failure: string; attempt: number }
/** The same of one that is tried again. */
export type Retried = Moved & { attempt: number }

/** What each event of this room carries. */
export interface FundsEventData {
  'payment.charged': Moved
  'payment.authorised': Moved
  'payment.captured': Moved
  'payment.capture-refused': Failed
  'payment.capture-retried': Retried
  'payment.refused': Failed
  'payment.cancelled': Moved
  'payment.came-late': Moved
  'payment.given-back': { operationId: string; reasonId: string }
  'payment.void-requested': Moved
  'payment.voided': Moved
  'payment.void-failed': Failed
  'payment.void-retried': Retried
  'refund.requested': Moved & { purpose: string; subjectId: string }
  'refund.issued': Moved
  'refund.failed': Failed
  'refund.retried': Retried
  'refund.called-off': Moved
  'release.requested': Moved & { fee: string; channelId: string }
  'release.issued': Moved
  'release.failed': Failed
  'release.retried': Retried
  'release.called-off': Moved
  'release.reversed': Moved
  'revenue.recognised': { amount: string; currency: string; earnedBy: string }
  'funds.frozen': { cause: FreezeCause; subjectId: string }
  'funds.unfrozen': { cause: FreezeCause; subjectId: string }
  'chargeback.opened': { paymentId: string; amount: string; currency: string }
  'chargeback.bank-decided': { outcome: ChargebackOutcome }
  'chargeback.settled': {
    outcome: ChargebackOutcome
    fromHeld: string
    fromRefunds: string
    fromReleases: string
    uncovered: string
    currency: string
  }
  'payout-account.connected': { organisationId: string }
  'payout-account.activated': { organisationId: string }
  'payout-account.suspended': { organisationId: string; reasonId: string }
  'payout-account.reinstated': { organisationId: string; reasonId: string }
}

/** The events that carry exactly this. */
export type EventWith<D> = {
  [T in keyof FundsEventData]: [D, FundsEventData[T]] extends [FundsEventData[T], D] ? T : never
}[keyof FundsEventData]

/** Writes one of them, about the order or something of it. The order's lock is held, or is taken here. */
export async function happened<T extends keyof FundsEventData>(
  tx: Tx,
  orderId: string,
  type: T,
  data: FundsEventData[T],
  aggregateId = orderId,
): Promise<string> {
  const { visibility } = fundsEvents[type]
  return record(tx, {
    streamId: orderId,
    aggregateId,
    type,
    visibility,
    data: { ...data },
  })
}
