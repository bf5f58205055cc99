import { newId } from '../../api/lib/ids.js'
import type { Asked, Gateway, GatewayOutcome } from '../../api/funds/gateway.js'
import { openStripeGateway } from '../../api/funds/gateways/stripe/stripe-gateway.js'
import type { OperationKind } from '../../api/funds/operation.js'
import { openStripeServer, type StripeServer } from './stripe-server/stripe-server.js'

/** Our small Stripe, and the gateway that speaks to it. */
export interface GatewayRoom {
  readonly server: StripeServer
  readonly gateway: Gateway
  /** One that gives up soon: for answers that never come. */
  readonly hasty: Gateway
  /** A request of this kind, with the payment that it is about made before. */
  aRequest(kind: OperationKind, token?: string): Promise<{ request: Request; asked: Asked }>
  /** How many effects a request has had in the server's books. */
  effectsOf(kind: OperationKind, request: Request): number
}

export const signal = new AbortController().signal
export const MONEY = { amount: 49_900n, currency: 'EUR' }
/** A fresh operation of a fresh order. */
export const keyed = () => ({ key: `${newId('opn')}-1`, orderId: newId('ord'), ...MONEY })

export type Request = ReturnType<typeof keyed> & { token: string; paymentRef: string; account: string }

/** What each kind of operation is, what it needs first, and where it goes. */
export const kinds: Record<
  OperationKind,
  { call: (g: Gateway, r: Request) => Promise<GatewayOutcome>; path: RegExp; first?: 'AUTHORISE' | 'CHARGE' }
> = {
  CHARGE: { call: (g, r) => g.charge(r, signal), path: /^POST \/v1\/payment_intents$/ },
  AUTHORISE: { call: (g, r) => g.authorise(r, signal), path: /^POST \/v1\/payment_intents$/ },
  CAPTURE: { call: (g, r) => g.capture(r, signal), path: /capture$/, first: 'AUTHORISE' },
  VOID: { call: (g, r) => g.void(r, signal), path: /cancel$/, first: 'AUTHORISE' },
  REFUND: { call: (g, r) => g.refund(r, signal), path: /^POST \/v1\/refunds$/, first: 'CHARGE' },
  RELEASE: { call: (g, r) => g.transfer(r, signal), path: /^POST \/v1\/transfers$/, first: 'CHARGE' },
}

/** Opens it; close its server. */
export async function openGatewayRoom(): Promise<GatewayRoom> {
  const server = await openStripeServer()
  const { secretKey, webhookSecret, base: apiBase } = server
  const options = { secretKey, webhookSecrets: [webhookSecret], apiBase }
  const gateway = openStripeGateway(options)
  server.books.accounts.set('acct_ready', {
    id: 'acct_ready',
    object: 'account',
    capabilities: { transfers: 'active' },
    payouts_enabled: true,
  })
  return {
    server,
    gateway,
    hasty: openStripeGateway({ ...options, patienceMs: 200 }),
    aRequest: (kind, token) => aRequest(gateway, kind, token),
    effectsOf: (kind, request) => effectsOf(server, kind, request),
  }
}

/** A request of this kind, with the payment that it is about made before. */
async function aRequest(
  gateway: Gateway,
  kind: OperationKind,
  token = 'pm_card_visa',
): Promise<{ request: Request; asked: Asked }> {
  const request: Request = { ...keyed(), token, paymentRef: '', account: 'acct_ready' }
  const { first } = kinds[kind]
  if (first) {
    const before = await kinds[first].call(gateway, { ...request, key: `${newId('opn')}-1` })
    request.paymentRef = before.result === 'SUCCEEDED' ? before.ref : 'none'
  }
  const { key, orderId, amount, currency } = request
  const asked: Asked = {
    key,
    orderId,
    amount,
    currency,
    kind,
    token: first ? null : token,
    paymentRef: first ? request.paymentRef : null,
  }
  return { request, asked }
}

/** How many effects a request has had in the server's books. */
function effectsOf({ books }: StripeServer, kind: OperationKind, { key, paymentRef }: Request): number {
  const { payments, refunds, transfers } = books
  const withKey = (all: Iterable<{ metadata: Record<string, string> }>) =>
    [...all].filter((one) => one.metadata['waybill_key'] === key).length
  const payment = payments.get(paymentRef)
  const counts: Record<OperationKind, () => number> = {
    CHARGE: () =>
      [...payments.values()].filter(
        (one) => one.metadata['waybill_key'] === key && one.status === 'succeeded',
      ).length,
    AUTHORISE: () =>
      [...payments.values()].filter(
        (one) => one.metadata['waybill_key'] === key && one.status === 'requires_capture',
      ).length,
    CAPTURE: () => Number(payment?.status === 'succeeded'),
    VOID: () => Number(payment?.status === 'canceled'),
    REFUND: () => withKey(refunds.values()),
    RELEASE: () => withKey(transfers.values()),
  }
  return counts[kind]()
}
