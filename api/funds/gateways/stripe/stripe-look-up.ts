import type Stripe from 'stripe'
import { assert } from '../../../lib/refusal.js'
import type { Asked, GatewayOutcome } from '../../gateway.js'
import { KEY } from './stripe-keys.js'
import {
  captureOutcome,
  paymentOutcome,
  refundOutcome,
  transferOutcome,
  voidOutcome,
} from './stripe-outcomes.js'

const PAGE = 100

/**
 * What the provider's own lists say of an operation, whether or not we ever heard its answer, and however long ago that
 * was: idempotency keys are forgotten there after a day, lists are not. Everything of an order is in one group, and
 * carries its key.
 */
export async function lookUp(stripe: Stripe, asked: Asked): Promise<GatewayOutcome> {
  const { kind, key, orderId } = asked
  switch (kind) {
    case 'CHARGE':
    case 'AUTHORISE': {
      const payment = await findPayment(stripe, asked)
      return payment ? paymentOutcome(payment) : { result: 'UNHEARD' }
    }
    case 'CAPTURE':
      return captureOutcome(await stripe.paymentIntents.retrieve(refOf(asked)))
    case 'VOID':
      return voidOutcome(await stripe.paymentIntents.retrieve(refOf(asked)))
    case 'REFUND': {
      const list = stripe.refunds.list({ payment_intent: refOf(asked), limit: PAGE })
      const refund = await withKey(list, key)
      return refund ? refundOutcome(refund) : { result: 'UNHEARD' }
    }
    case 'RELEASE': {
      const list = stripe.transfers.list({ transfer_group: orderId, limit: PAGE })
      const transfer = await withKey(list, key)
      return transfer ? transferOutcome(transfer) : { result: 'UNHEARD' }
    }
  }
}

/**
 * The payment that a charge or authorisation made, or undefined. Payments themselves are listed by nothing of ours, but
 * each try at one leaves a charge, refused or not, and charges are listed by group. The payment's own charge is in it.
 */
export async function findPayment(
  stripe: Stripe,
  { key, orderId }: Pick<Asked, 'key' | 'orderId'>,
): Promise<Stripe.PaymentIntent | undefined> {
  const list = stripe.charges.list({ transfer_group: orderId, limit: PAGE, expand: ['data.payment_intent'] })
  for await (const charge of list) {
    const { payment_intent: payment } = charge
    if (!payment || typeof payment === 'string' || payment.metadata[KEY] !== key) continue
    return payment.latest_charge === charge.id ? { ...payment, latest_charge: charge } : payment
  }
  return undefined
}

async function withKey<T extends { metadata: Stripe.Metadata | null }>(
  list: AsyncIterable<T>,
  key: string,
): Promise<T | undefined> {
  for await (const one of list) if (one.metadata?.[KEY] === key) return one
  return undefined
}

function refOf({ paymentRef }: Asked): string {
  assert(paymentRef, 'it names the payment that it is about')
  return paymentRef
}
