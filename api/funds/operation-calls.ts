import { assert } from '../lib/refusal.js'
import type { Asked, Gateway, GatewayOutcome, OnPaymentRequest, PaymentRequest } from './gateway.js'
import type { Operation, OperationKind } from './operation.js'

/** A call of the gateway that is waited for no longer than its signal says. */
export type Call = (gateway: Gateway, signal: AbortSignal) => Promise<GatewayOutcome>

/** The call that does what an operation asks for. */
export function callOf(operation: Operation): Call {
  return calls[operation.kind](operation)
}

/** The operation as it is asked about, or called off. */
export function asked(operation: Operation): Asked {
  const { key, orderId, amount, currency, kind, token, paymentRef } = operation
  return { key, orderId, amount, currency, kind, token, paymentRef }
}

const calls: Readonly<Record<OperationKind, (operation: Operation) => Call>> = {
  CHARGE: (operation) => (gateway, signal) => gateway.charge(payment(operation), signal),
  AUTHORISE: (operation) => (gateway, signal) => gateway.authorise(payment(operation), signal),
  CAPTURE: (operation) => (gateway, signal) => gateway.capture(onPayment(operation), signal),
  VOID: (operation) => (gateway, signal) => gateway.void(onPayment(operation), signal),
  REFUND: (operation) => (gateway, signal) => gateway.refund(onPayment(operation), signal),
  RELEASE: (operation) => (gateway, signal) => {
    assert(operation.token, 'a release has an account that it goes to')
    return gateway.transfer({ ...onPayment(operation), account: operation.token }, signal)
  },
}

function payment(operation: Operation): PaymentRequest {
  const { key, orderId, amount, currency, token } = operation
  assert(token, 'a payment has a means of payment')
  return { key, orderId, amount, currency, token }
}

function onPayment(operation: Operation): OnPaymentRequest {
  const { key, orderId, amount, currency, paymentRef } = operation
  assert(paymentRef, 'it names the payment that it is about')
  return { key, orderId, amount, currency, paymentRef }
}
