import Stripe from 'stripe'
import type { GatewayOutcome } from '../../gateway.js'

/** Why something failed, in our codes and words: the provider's own words are for the provider's own pages. */
const words = {
  card_declined: 'The card was declined.',
  insufficient_funds: 'There is not enough money on the account.',
  expired_card: 'The card has expired.',
  incorrect_cvc: 'The security code of the card is wrong.',
  authentication_required:
    'The bank wants the buyer to confirm this payment: choose another means of payment.',
  processing_error: 'The bank could not deal with the card just then: try again.',
  invalid_token: 'There is no such means of payment.',
  cancelled: 'Called off.',
  captured_already: 'It was taken in already.',
  authorisation_ended: 'What was set aside was let go before it was taken in.',
  refund_refused: 'The bank does not take the money back.',
  charge_already_refunded: 'More than is left of the charge.',
  charge_disputed: 'The buyer’s bank has asked for the payment back.',
  balance_insufficient: 'Too little money is available at the payment provider.',
  account_not_ready: 'The payout account cannot receive money.',
  transfer_reversed: 'The transfer was taken back.',
  amount_refused: 'The payment provider does not move such an amount.',
  gateway_error: 'The payment provider had a fault of its own, and nothing came of it.',
  refused: 'The payment provider refused it.',
} as const
type FailureCode = keyof typeof words

/** The provider's codes that mean one of ours; the reasons that a bank keeps to itself are a declined card. */
const ourCodes: Readonly<Record<string, FailureCode>> = {
  insufficient_funds: 'insufficient_funds',
  expired_card: 'expired_card',
  incorrect_cvc: 'incorrect_cvc',
  invalid_cvc: 'incorrect_cvc',
  authentication_required: 'authentication_required',
  payment_intent_authentication_failure: 'authentication_required',
  processing_error: 'processing_error',
  charge_already_refunded: 'charge_already_refunded',
  charge_disputed: 'charge_disputed',
  charge_expired_for_capture: 'authorisation_ended',
  balance_insufficient: 'balance_insufficient',
  insufficient_capabilities_for_transfer: 'account_not_ready',
  account_invalid: 'account_not_ready',
  account_closed: 'account_not_ready',
  amount_too_small: 'amount_refused',
  amount_too_large: 'amount_refused',
}

/** What an error says: that it failed for good, that the books have to be looked at, or nothing. */
export type Verdict =
  | GatewayOutcome
  | { readonly result: 'LOOK'; readonly otherwise: GatewayOutcome }
  | undefined

/**
 * What an error of a call means. A refusal is final. Under a key that was used for something else the call was called off
 * before; a fault that is told a second time under the same key is what it will always be told: both ask for a look at
 * what is there. Everything else, a broken line above all, says nothing.
 */
export function verdictOn(error: unknown): Verdict {
  const { errors } = Stripe
  if (error instanceof errors.StripeIdempotencyError) return look('cancelled')
  if (error instanceof errors.StripeCardError) return cardFailure(error)
  if (error instanceof errors.StripeInvalidRequestError) {
    if (error.code === 'payment_intent_unexpected_state') return look('refused')
    return failed(codeOf(error))
  }
  const told = error instanceof errors.StripeAPIError && error.headers?.['idempotent-replayed'] === 'true'
  return told ? look('gateway_error') : undefined
}

/** A failure in our words. */
export function failed(code: FailureCode): GatewayOutcome & { result: 'FAILED' } {
  return { result: 'FAILED', code, message: words[code] }
}

/** Why a card was refused. */
export function cardFailure(
  error: { readonly code?: string | undefined; readonly decline_code?: string | undefined } | null,
): GatewayOutcome & { result: 'FAILED' } {
  const known = ourCodes[error?.decline_code ?? ''] ?? ourCodes[error?.code ?? '']
  return failed(known ?? 'card_declined')
}

function codeOf({ code, param }: InstanceType<typeof Stripe.errors.StripeInvalidRequestError>): FailureCode {
  const means = param === 'payment_method' || param === 'confirmation_token'
  if (code === 'resource_missing' && means) return 'invalid_token'
  if (code === 'resource_missing' && param === 'destination') return 'account_not_ready'
  return ourCodes[code ?? ''] ?? 'refused'
}

function look(otherwise: FailureCode): Verdict {
  return { result: 'LOOK', otherwise: failed(otherwise) }
}
