import type Stripe from 'stripe'
import { CANCELLED, CAPTURED_ALREADY } from '../../operation.js'
import type { GatewayOutcome } from '../../gateway.js'
import { ourMoney } from './stripe-amounts.js'
import { cardFailure, failed } from './stripe-failures.js'

type Payment = Stripe.PaymentIntent

/** What became of the charge or authorisation that made this payment. */
export function paymentOutcome(payment: Payment): GatewayOutcome {
  const { id, status, amount, amount_received: received, capture_method: method, currency } = payment
  switch (status) {
    case 'requires_capture':
      return { result: 'SUCCEEDED', ref: id, ...ourMoney(amount, currency) }
    case 'succeeded': // what was set aside may have been taken in since
      return {
        result: 'SUCCEEDED',
        ref: id,
        ...ourMoney(method === 'manual' ? amount : received, currency),
      }
    case 'canceled':
      return failed(CANCELLED)
    case 'requires_payment_method':
      return cardFailure(payment.last_payment_error)
    default:
      return { result: 'PENDING' }
  }
}

/** What became of taking this payment in. One that is only set aside was not taken in by anybody. */
export function captureOutcome(payment: Payment): GatewayOutcome {
  const { id, status, amount_received: received, currency } = payment
  switch (status) {
    case 'succeeded':
      return { result: 'SUCCEEDED', ref: id, ...ourMoney(received, currency) }
    case 'requires_capture':
      return { result: 'UNHEARD' }
    case 'processing':
      return { result: 'PENDING' }
    default:
      return failed('authorisation_ended')
  }
}

/** What became of letting this payment go. */
export function voidOutcome(payment: Payment): GatewayOutcome {
  const { id, status, amount, currency } = payment
  switch (status) {
    case 'canceled':
      return { result: 'SUCCEEDED', ref: id, ...ourMoney(amount, currency) }
    case 'succeeded':
      return failed(CAPTURED_ALREADY)
    case 'processing':
      return { result: 'PENDING' }
    default:
      return { result: 'UNHEARD' }
  }
}

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
