import type Stripe from 'stripe'
import { CANCELLED, CAPTURED_ALREADY } from '../../operation.js'
import type { GatewayOutcome } from '../../gateway.js'
import { ourMoney } from './stripe-amounts.js'
import { cardFailure, failed } from './stripe-failures.js'

type Payment = Stripe.PaymentIntent

/** What became of the charge or authorisation that made this payment. */
export function paymentOutcome(payment: Payment): GatewayOutcome {
  const { status, amount, amount_received: received, capture_method: method } = payment
  if (status === 'requires_capture') return { ...done(payment, amount), holdsUntil: holdsUntil(payment) }
  // What was set aside may have been taken in since.
  if (status === 'succeeded') return done(payment, method === 'manual' ? amount : received)
  if (status === 'canceled') return failed(CANCELLED)
  return status === 'requires_payment_method'
    ? cardFailure(payment.last_payment_error)
    : { result: 'PENDING' }
}

/** What became of taking this payment in. One that is only set aside was not taken in by anybody. */
export function captureOutcome(payment: Payment): GatewayOutcome {
  const { status, amount_received: received } = payment
  if (status === 'succeeded') return done(payment, received)
  if (status === 'requires_capture') return { result: 'UNHEARD' }
  return status === 'processing' ? { result: 'PENDING' } : failed('authorisation_ended')
}

/** What became of letting this payment go. */
export function voidOutcome(payment: Payment): GatewayOutcome {
  const { status, amount } = payment
  if (status === 'canceled') return done(payment, amount)
  if (status === 'succeeded') return failed(CAPTURED_ALREADY)
  return { result: status === 'processing' ? 'PENDING' : 'UNHEARD' }
}

/** What became of giving money back. A bank may take its time about it. */
export function refundOutcome(refund: Stripe.Refund): GatewayOutcome {
  const { id, status, amount, currency } = refund
  if (status === 'succeeded') return { result: 'SUCCEEDED', ref: id, ...ourMoney(amount, currency) }
  return status === 'failed' || status === 'canceled' ? failed('refund_refused') : { result: 'PENDING' }
}

/** A transfer is there or is not; one that somebody has taken back whole did not reach the channel. */
export function transferOutcome(transfer: Stripe.Transfer): GatewayOutcome {
  const { id, amount, currency, reversed } = transfer
  return reversed
    ? failed('transfer_reversed')
    : { result: 'SUCCEEDED', ref: id, ...ourMoney(amount, currency) }
}

/** The charge says it, of cards; where only its name is here, nobody does. */
function holdsUntil({ latest_charge: charge }: Payment): Date | undefined {
  if (!charge || typeof charge === 'string') return undefined
  const before = charge.payment_method_details?.card?.capture_before
  return before ? new Date(before * 1000) : undefined
}

function done({ id, currency }: Payment, amount: number) {
  return { result: 'SUCCEEDED' as const, ref: id, ...ourMoney(amount, currency) }
}
