import Stripe from 'stripe'
import type {
  AccountState,
  Asked,
  Gateway,
  OnPaymentRequest,
  PaymentRequest,
  TransferRequest,
} from '../../gateway.js'
import type { OperationKind } from '../../operation.js'
import { theirAmount } from './stripe-amounts.js'
import { callOff } from './stripe-call-off.js'
import { lookUp } from './stripe-look-up.js'
import { readStripeNotice } from './stripe-notices.js'
import { once } from './stripe-once.js'
import {
  captureOutcome,
  paymentOutcome,
  refundOutcome,
  transferOutcome,
  voidOutcome,
} from './stripe-outcomes.js'
import { KEY, CAPTURE_KEY } from './stripe-keys.js'

/** How the account at the provider is reached. */
export interface StripeOptions {
  readonly secretKey: string
  /** Whatever its webhooks may be signed with: one secret for each address that was registered. */
  readonly webhookSecrets: readonly string[]
  /** Another address than the provider's own. */
  readonly apiBase?: string | undefined
  /** How long an answer is waited for; default 20 s. */
  readonly patienceMs?: number
}

/**
 * Stripe as a gateway: payment intents (captured at once, or later by hand), refunds of them, and transfers to connected
 * accounts out of the very charge that brought the money. Our operation keys are its idempotency keys, and stand in the
 * metadata of everything that is made.
 */
export function openStripeGateway(options: StripeOptions): Gateway {
  const patienceMs = options.patienceMs ?? 20_000
  const stripe = new Stripe(options.secretKey, {
    maxNetworkRetries: 0, // what to do after a broken line is for our own operations to say
    timeout: patienceMs,
    telemetry: false,
    ...addressOf(options.apiBase),
  })
  return {
    patienceMs,
    charge: (request) => pay(stripe, request, 'CHARGE'),
    authorise: (request) => pay(stripe, request, 'AUTHORISE'),
    capture: (request) => capture(stripe, request),
    void: (request) => letGo(stripe, request),
    refund: (request) => refund(stripe, request),
    transfer: (request) => transfer(stripe, request),
    cancel: (asked) => callOff(stripe, asked),
    ask: (asked) => lookUp(stripe, asked),
    account: (id) => accountState(stripe, id),
    readNotice: (headers, body) => readStripeNotice(stripe, options.webhookSecrets, headers, body),
  }
}

function pay(stripe: Stripe, request: PaymentRequest, kind: 'CHARGE' | 'AUTHORISE') {
  const { key, orderId, token, amount, currency } = request
  const means = token.startsWith('ctoken_') ? { confirmation_token: token } : { payment_method: token }
  return once(stripe, { ...request, kind, paymentRef: null }, async () =>
    paymentOutcome(
      await stripe.paymentIntents.create(
        {
          amount: theirAmount(amount, currency),
          currency: currency.toLowerCase(),
          ...means,
          capture_method: kind === 'AUTHORISE' ? 'manual' : 'automatic',
          confirm: true,
          // Nobody sits before a page of the bank when we call: a payment that wants that is refused.
          error_on_requires_action: true,
          automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
          transfer_group: orderId,
          metadata: { [KEY]: key },
          expand: ['latest_charge'], // it says until when the bank keeps what it sets aside
        },
        { idempotencyKey: key },
      ),
    ),
  )
}

function capture(stripe: Stripe, request: OnPaymentRequest) {
  const { key, paymentRef, amount, currency } = request
  return once(stripe, about(request, 'CAPTURE'), async () =>
    captureOutcome(
      await stripe.paymentIntents.capture(
        paymentRef,
        { amount_to_capture: theirAmount(amount, currency), metadata: { [CAPTURE_KEY]: key } },
        { idempotencyKey: key },
      ),
    ),
  )
}

function letGo(stripe: Stripe, request: OnPaymentRequest) {
  const { key, paymentRef } = request
  return once(stripe, about(request, 'VOID'), async () =>
    voidOutcome(
      await stripe.paymentIntents.cancel(
        paymentRef,
        { cancellation_reason: 'requested_by_customer' },
        { idempotencyKey: key },
      ),
    ),
  )
}

function refund(stripe: Stripe, request: OnPaymentRequest) {
  const { key, paymentRef, amount, currency } = request
  return once(stripe, about(request, 'REFUND'), async () =>
    refundOutcome(
      await stripe.refunds.create(
        { payment_intent: paymentRef, amount: theirAmount(amount, currency), metadata: { [KEY]: key } },
        { idempotencyKey: key },
      ),
    ),
  )
}

/** Out of the charge itself: the transfer waits for that money, and for no other. */
function transfer(stripe: Stripe, request: TransferRequest) {
  const { key, orderId, paymentRef, account, amount, currency } = request
  return once(stripe, { ...about(request, 'RELEASE'), token: account }, async () => {
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(paymentRef)
    return transferOutcome(
      await stripe.transfers.create(
        {
          amount: theirAmount(amount, currency),
          currency: currency.toLowerCase(),
          destination: account,
          source_transaction: typeof charge === 'string' ? charge : charge?.id,
          transfer_group: orderId,
          metadata: { [KEY]: key },
        },
        { idempotencyKey: key },
      ),
    )
  })
}

function about(request: OnPaymentRequest, kind: OperationKind): Asked {
  const { key, orderId, amount, currency, paymentRef } = request
  return { key, orderId, amount, currency, paymentRef, kind, token: null }
}

async function accountState(stripe: Stripe, id: string): Promise<AccountState> {
  try {
    const { capabilities, payouts_enabled: paid } = await stripe.accounts.retrieve(id)
    return capabilities?.transfers === 'active' && paid ? 'READY' : 'NOT_YET'
  } catch (error) {
    const { StripeInvalidRequestError: Unknown, StripePermissionError: Foreign } = Stripe.errors
    if (error instanceof Unknown || error instanceof Foreign) return 'UNKNOWN'
    throw error
  }
}

function addressOf(base: string | undefined): Stripe.StripeConfig {
  if (!base) return {}
  const { hostname, port, protocol } = new URL(base)
  const plain = protocol === 'http:'
  return { host: hostname, port: port || (plain ? 80 : 443), protocol: plain ? 'http' : 'https' }
}
