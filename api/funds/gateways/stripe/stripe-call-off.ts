import Stripe from 'stripe'
import { CANCELLED } from '../../operation.js'
import type { Asked, GatewayOutcome } from '../../gateway.js'
import { theirAmount } from './stripe-amounts.js'
import { failed } from './stripe-failures.js'
import { CALLED_OFF_KEY } from './stripe-keys.js'
import { findPayment, lookUp } from './stripe-look-up.js'

/**
 * Calls an operation off. What is undecided is cancelled. What was never heard of may still be on its way: its key is used
 * up for something that moves no money, and then the provider itself refuses the call when it comes.
 */
export async function callOff(stripe: Stripe, asked: Asked): Promise<GatewayOutcome> {
  const found = await lookUp(stripe, asked)
  if (found.result === 'PENDING' && !asked.paymentRef) return cancelPayment(stripe, asked)
  if (found.result !== 'UNHEARD') return found
  try {
    await useUpKey(stripe, asked)
    return failed(CANCELLED)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeIdempotencyError)) throw error
    // It was heard all the same, and is over: a call that is still under way is answered differently.
    const after = await lookUp(stripe, asked)
    return after.result === 'UNHEARD' ? failed(CANCELLED) : after
  }
}

async function cancelPayment(stripe: Stripe, asked: Asked): Promise<GatewayOutcome> {
  const payment = await findPayment(stripe, asked)
  try {
    if (payment) await stripe.paymentIntents.cancel(payment.id, {}, { idempotencyKey: `${asked.key}-off` })
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
  }
  return lookUp(stripe, asked)
}

async function useUpKey(stripe: Stripe, { key, paymentRef, amount, currency }: Asked): Promise<void> {
  const metadata = { [CALLED_OFF_KEY]: key }
  if (paymentRef) {
    await stripe.paymentIntents.update(paymentRef, { metadata }, { idempotencyKey: key })
    return
  }
  const empty = await stripe.paymentIntents.create(
    { amount: theirAmount(amount, currency), currency: currency.toLowerCase(), metadata },
    { idempotencyKey: key },
  )
  await stripe.paymentIntents.cancel(empty.id, {}, { idempotencyKey: `${key}-off` })
}
