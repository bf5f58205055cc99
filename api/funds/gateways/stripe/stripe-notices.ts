import type Stripe from 'stripe'
import type { GatewayNotice, GatewayOutcome } from '../../gateway.js'
import { ourMoney } from './stripe-amounts.js'
import { CAPTURE_KEY, KEY, ourKey } from './stripe-keys.js'
import {
  captureOutcome,
  paymentOutcome,
  refundOutcome,
  transferOutcome,
  voidOutcome,
} from './stripe-outcomes.js'

/** How old, in seconds, a signature may be. */
const TOLERANCE_S = 300
const NOTHING: GatewayNotice = { about: 'NOTHING' }

/**
 * Reads a webhook: what it says of one of our keys, of a chargeback or of a payout account. Undefined where none of the
 * secrets signed these very bytes in the last five minutes. Events that we have no use for, and those of other programs on
 * the same account, are about nothing.
 */
export function readStripeNotice(
  stripe: Stripe,
  secrets: readonly string[],
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): GatewayNotice | undefined {
  for (const secret of secrets) {
    const event = signedEvent(stripe, secret, headers['stripe-signature'] ?? '', body)
    if (event) return noticeOf(event)
  }
  return undefined
}

function signedEvent(
  stripe: Stripe,
  secret: string,
  signature: string,
  body: Buffer,
): Stripe.Event | undefined {
  try {
    return stripe.webhooks.constructEvent(body, signature, secret, TOLERANCE_S)
  } catch {
    return undefined // every way of being wrong is one: it is not from the provider
  }
}

function noticeOf(event: Stripe.Event): GatewayNotice {
  return Object.hasOwn(readers, event.type) ? readers[event.type]!(event as never) : NOTHING
}

type Reader<T extends Stripe.Event['type']> = (event: Extract<Stripe.Event, { type: T }>) => GatewayNotice
type Readers = { readonly [T in Stripe.Event['type']]?: Reader<T> }

/** The events that we have a use for. */
const readers: Readers = {
  'payment_intent.succeeded': (event) => ofPayment(event, event.data.object),
  'payment_intent.amount_capturable_updated': (event) => ofPayment(event, event.data.object),
  'payment_intent.payment_failed': (event) => ofPayment(event, event.data.object),
  'payment_intent.canceled': (event) => ofCancelled(event, event.data.object),
  'refund.created': ({ data }) => ofRefund(data.object),
  'refund.updated': ({ data }) => ofRefund(data.object),
  'refund.failed': ({ data }) => ofRefund(data.object),
  'charge.refund.updated': ({ data }) => ofRefund(data.object),
  'transfer.created': ({ data }) => about(ourKey(data.object.metadata[KEY]), transferOutcome(data.object)),
  'transfer.reversed': ({ data }) => ofReversal(data.object),
  'charge.dispute.created': ({ data }) => ofDispute(data.object, 'OPENED'),
  'charge.dispute.closed': ({ data }) =>
    ofDispute(data.object, data.object.status === 'lost' ? 'LOST' : 'WON'),
  'account.updated': ({ data }) => {
    const { id, capabilities, payouts_enabled: paid } = data.object
    return { about: 'ACCOUNT', account: id, ready: capabilities?.transfers === 'active' && paid }
  },
}

function ofRefund(refund: Stripe.Refund): GatewayNotice {
  return about(ourKey(refund.metadata?.[KEY]), refundOutcome(refund))
}

/** How much of a transfer was taken back by now, in all. */
function ofReversal({ metadata, amount_reversed: amount, currency }: Stripe.Transfer): GatewayNotice {
  const key = ourKey(metadata[KEY])
  return key ? { about: 'REVERSAL', key, ...ourMoney(amount, currency) } : NOTHING
}

/** An event says under which idempotency key it came about; one that came about later is told by the payment itself. */
function ofPayment(event: Stripe.Event, payment: Stripe.PaymentIntent): GatewayNotice {
  const taken = payment.capture_method === 'manual' && payment.status === 'succeeded'
  const key = ourKey(event.request?.idempotency_key) ?? ourKey(payment.metadata[taken ? CAPTURE_KEY : KEY])
  return about(key, taken ? captureOutcome(payment) : paymentOutcome(payment))
}

/** Let go by one of our voids, or called off; by itself after a week: then only whoever takes it in has to know. */
function ofCancelled(event: Stripe.Event, payment: Stripe.PaymentIntent): GatewayNotice {
  const voided = ourKey(event.request?.idempotency_key)
  if (voided) return about(voided, voidOutcome(payment))
  return about(ourKey(payment.metadata[KEY]), paymentOutcome(payment))
}

function ofDispute(dispute: Stripe.Dispute, outcome: 'OPENED' | 'WON' | 'LOST'): GatewayNotice {
  const { id, amount, currency, payment_intent: payment } = dispute
  const paymentRef = typeof payment === 'string' ? payment : payment?.id
  if (!paymentRef) return NOTHING
  return { about: 'CHARGEBACK', ref: id, paymentRef, ...ourMoney(amount, currency), outcome }
}

function about(key: string | undefined, outcome: GatewayOutcome): GatewayNotice {
  return key ? { about: 'OPERATION', key, outcome } : NOTHING
}
