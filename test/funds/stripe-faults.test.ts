import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { newId } from '../../api/lib/ids.js'
import type { Asked, Gateway, GatewayOutcome } from '../../api/funds/gateway.js'
import { openStripeGateway } from '../../api/funds/gateways/stripe/stripe-gateway.js'
import type { OperationKind } from '../../api/funds/operation.js'
import { type Fault } from './stripe-server/serve.js'
import { openStripeServer, type StripeServer } from './stripe-server/stripe-server.js'

let server: StripeServer
let gateway: Gateway
/** One that gives up soon: for answers that never come. */
let hasty: Gateway
beforeAll(async () => {
  server = await openStripeServer()
  const { secretKey, webhookSecret, base: apiBase } = server
  gateway = openStripeGateway({ secretKey, webhookSecrets: [webhookSecret], apiBase })
  hasty = openStripeGateway({ secretKey, webhookSecrets: [webhookSecret], apiBase, patienceMs: 200 })
  server.books.accounts.set('acct_ready', {
    id: 'acct_ready',
    object: 'account',
    capabilities: { transfers: 'active' },
    payouts_enabled: true,
  })
})
afterAll(() => server?.close())

const signal = new AbortController().signal
const MONEY = { amount: 49_900n, currency: 'EUR' }
const keyed = () => ({ key: `${newId('opn')}-1`, orderId: newId('ord'), ...MONEY })

type Request = ReturnType<typeof keyed> & { token: string; paymentRef: string; account: string }

/** What each kind of operation is, what it needs first, and where it goes. */
const kinds: Record<
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

/** A request of this kind, with the payment that it is about made before. */
async function aRequest(
  kind: OperationKind,
  token = 'pm_card_visa',
): Promise<{ request: Request; asked: Asked }> {
  const request: Request = { ...keyed(), token, paymentRef: '', account: 'acct_ready' }
  const { first } = kinds[kind]
  if (first) {
    const before = await kinds[first].call(gateway, { ...request, ...{ key: `${newId('opn')}-1` } })
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
function effectsOf(kind: OperationKind, { key, paymentRef }: Request): number {
  const { payments, refunds, transfers } = server.books
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

const everyKind = Object.keys(kinds) as OperationKind[]

describe.each(everyKind)('%s', (kind) => {
  const { call, path } = kinds[kind]
  const done = { result: 'SUCCEEDED', ref: expect.any(String), ...MONEY }

  test('is done once, however often it is sent', async () => {
    const { request, asked } = await aRequest(kind)
    expect(await gateway.ask(asked, signal)).toEqual({ result: 'UNHEARD' })
    const first = await call(gateway, request)
    expect(first).toEqual(done)
    expect(await call(gateway, request)).toEqual(first)
    expect(await gateway.ask(asked, signal)).toEqual(first)
    expect(effectsOf(kind, request)).toBe(1)
  })

  test('is known by asking, though its answer was lost and its key is forgotten', async () => {
    const { request, asked } = await aRequest(kind)
    // The library tries a broken line once more by itself, under the same key.
    server.next(path, 'REPLY_LOST', 'REPLY_LOST')
    await expect(call(gateway, request)).rejects.toThrow()
    server.forgetKeys()
    expect(await gateway.ask(asked, signal)).toEqual(done)
    expect(effectsOf(kind, request)).toBe(1)
  })

  test('that was never heard of is said to be, and is done when it is sent again', async () => {
    const { request, asked } = await aRequest(kind)
    server.next(path, 'LOST', 'LOST')
    await expect(call(gateway, request)).rejects.toThrow()
    expect(await gateway.ask(asked, signal)).toEqual({ result: 'UNHEARD' })
    expect(await call(gateway, request)).toEqual(done)
    expect(effectsOf(kind, request)).toBe(1)
  })

  test('whose answer never comes is unknown, and known by asking', async () => {
    const { request, asked } = await aRequest(kind)
    server.next(path, 'HANGS')
    await expect(call(hasty, request)).rejects.toThrow()
    expect(await gateway.ask(asked, signal)).toEqual(done)
  })

  test.each<Fault>(['BUSY', 'TOO_MANY'])(
    'turned away (%s) is unknown, and done when it is sent again',
    async (fault) => {
      const { request } = await aRequest(kind)
      server.next(path, fault)
      await expect(call(gateway, request)).rejects.toThrow()
      expect(effectsOf(kind, request)).toBe(0)
      expect(await call(gateway, request)).toEqual(done)
    },
  )

  test('of which the provider says that it had a fault, after doing it, is known by asking and by sending again', async () => {
    const { request, asked } = await aRequest(kind)
    server.next(path, 'FAULT_AFTER')
    await expect(call(gateway, request)).rejects.toThrow()
    expect(await gateway.ask(asked, signal)).toEqual(done)
    expect(await call(gateway, request)).toEqual(done)
    expect(effectsOf(kind, request)).toBe(1)
  })

  test('of which it says so without having done anything has failed, once that is all that it will ever say', async () => {
    const { request, asked } = await aRequest(kind)
    server.next(path, 'FAULT')
    await expect(call(gateway, request)).rejects.toThrow()
    expect(await gateway.ask(asked, signal)).toEqual({ result: 'UNHEARD' })
    expect(await call(gateway, request)).toMatchObject({ result: 'FAILED', code: 'gateway_error' })
    expect(effectsOf(kind, request)).toBe(0)
  })

  test('called off before it was heard of is never done, when it comes after all', async () => {
    const { request, asked } = await aRequest(kind)
    const off = { result: 'FAILED', code: 'cancelled', message: 'Called off.' }
    expect(await gateway.cancel(asked, signal)).toEqual(off)
    expect(await gateway.cancel(asked, signal)).toEqual(off)
    expect(await call(gateway, request)).toEqual(off)
    expect(effectsOf(kind, request)).toBe(0)
  })

  test('called off too late is said to be done', async () => {
    const { request, asked } = await aRequest(kind)
    await call(gateway, request)
    expect(await gateway.cancel(asked, signal)).toEqual(done)
  })

  test('with a key that is not good any more is unknown: nothing is lost when the right one is set', async () => {
    const { request, asked } = await aRequest(kind)
    const wrong = openStripeGateway({ secretKey: 'sk_test_old', webhookSecrets: [], apiBase: server.base })
    await expect(call(wrong, request)).rejects.toThrow()
    await expect(wrong.ask(asked, signal)).rejects.toThrow()
    expect(await call(gateway, request)).toEqual(done)
  })
})

describe('a card', () => {
  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error'],
    ['pm_card_authenticationRequired', 'authentication_required'],
    ['pm_none', 'invalid_token'],
    ['tok_ok', 'invalid_token'],
  ])('%s is refused as %s, by reply and by asking', async (token, code) => {
    for (const kind of ['CHARGE', 'AUTHORISE'] as const) {
      const { request, asked } = await aRequest(kind, token)
      const refused = await kinds[kind].call(gateway, request)
      expect(refused).toEqual({ result: 'FAILED', code, message: expect.stringMatching(/^[A-Z].*\.$/) })
      // One that there is not leaves nothing behind, and is refused anew when it is sent again.
      expect(await gateway.ask(asked, signal)).toEqual(
        code === 'invalid_token' ? { result: 'UNHEARD' } : refused,
      )
      expect(await kinds[kind].call(gateway, request)).toEqual(refused)
    }
  })

  test('whose bank is slow is undecided, and then what the bank says', async () => {
    for (const [how, result] of [
      ['YES', 'SUCCEEDED'],
      ['NO', 'FAILED'],
    ] as const) {
      const { request, asked } = await aRequest('CHARGE', 'pm_slow_bank')
      expect(await gateway.charge(request, signal)).toEqual({ result: 'PENDING' })
      expect(await gateway.cancel(asked, signal)).toEqual({ result: 'PENDING' })
      const [payment] = [...server.books.payments.values()].filter(
        (one) => one.metadata['waybill_key'] === asked.key,
      )
      server.decide(payment!.id, how)
      expect(await gateway.ask(asked, signal)).toMatchObject({ result })
    }
  })

  test('that is refused under a key stays refused there, though the money was called off since', async () => {
    const { request, asked } = await aRequest('CHARGE', 'pm_card_visa_chargeDeclined')
    await gateway.charge(request, signal)
    expect(await gateway.cancel(asked, signal)).toMatchObject({ result: 'FAILED', code: 'card_declined' })
  })
})

describe('what was set aside', () => {
  test('and taken in already is not let go, and says so', async () => {
    const { request } = await aRequest('CAPTURE')
    await gateway.capture(request, signal)
    const { key } = keyed()
    expect(await gateway.void({ ...request, key }, signal)).toMatchObject({
      result: 'FAILED',
      code: 'captured_already',
    })
  })

  test('and let go already is let go again by whoever asks', async () => {
    const { request } = await aRequest('VOID')
    await gateway.void(request, signal)
    expect(await gateway.void({ ...request, key: keyed().key }, signal)).toMatchObject({
      result: 'SUCCEEDED',
      ...MONEY,
    })
    expect(await gateway.capture({ ...request, key: keyed().key }, signal)).toMatchObject({
      result: 'FAILED',
      code: 'authorisation_ended',
    })
  })
})

describe('what goes back or on', () => {
  test('is never more than there is', async () => {
    const { request } = await aRequest('REFUND')
    const part = { ...request, amount: 30_000n }
    expect(await gateway.refund(part, signal)).toMatchObject({ result: 'SUCCEEDED', amount: 30_000n })
    expect(await gateway.refund({ ...part, key: keyed().key }, signal)).toMatchObject({
      result: 'FAILED',
      code: 'charge_already_refunded',
    })
    expect(await gateway.refund({ ...part, key: keyed().key, amount: 19_900n }, signal)).toMatchObject({
      result: 'SUCCEEDED',
    })
  })

  test('waits for the bank where the bank is slow, and has failed where it refuses', async () => {
    const { request, asked } = await aRequest('REFUND', 'pm_card_pendingRefund')
    expect(await gateway.refund(request, signal)).toEqual({ result: 'PENDING' })
    const [refund] = [...server.books.refunds.values()].filter(
      (one) => one.metadata['waybill_key'] === asked.key,
    )
    server.decideRefund(refund!.id, 'succeeded')
    expect(await gateway.ask(asked, signal)).toMatchObject({ result: 'SUCCEEDED', ...MONEY })
    const { request: other } = await aRequest('REFUND', 'pm_card_refundFail')
    expect(await gateway.refund(other, signal)).toMatchObject({ result: 'FAILED', code: 'refund_refused' })
  })

  test('is not given back while the bank has taken it', async () => {
    const { request } = await aRequest('REFUND')
    server.dispute(request.paymentRef)
    expect(await gateway.refund(request, signal)).toMatchObject({ result: 'FAILED', code: 'charge_disputed' })
  })

  test('goes to no account that cannot take it', async () => {
    const { request } = await aRequest('RELEASE')
    server.books.accounts.set('acct_new', {
      id: 'acct_new',
      object: 'account',
      capabilities: { transfers: 'pending' },
      payouts_enabled: false,
    })
    for (const account of ['acct_new', 'acct_none'])
      expect(await gateway.transfer({ ...request, account, key: keyed().key }, signal)).toMatchObject({
        result: 'FAILED',
        code: 'account_not_ready',
      })
    expect(await gateway.account('acct_ready', signal)).toBe('READY')
    expect(await gateway.account('acct_new', signal)).toBe('NOT_YET')
    expect(await gateway.account('acct_none', signal)).toBe('UNKNOWN')
  })

  test('comes out of the very charge, and a transfer that somebody took back did not arrive', async () => {
    const { request, asked } = await aRequest('RELEASE')
    await gateway.transfer(request, signal)
    const [transfer] = [...server.books.transfers.values()].filter(
      (one) => one.metadata['waybill_key'] === asked.key,
    )
    const payment = server.books.payments.get(request.paymentRef)!
    expect(transfer).toMatchObject({
      source_transaction: payment.latest_charge,
      transfer_group: request.orderId,
      destination: 'acct_ready',
    })
    Object.assign(transfer!, { reversed: true, amount_reversed: transfer!.amount })
    expect(await gateway.ask(asked, signal)).toMatchObject({ result: 'FAILED', code: 'transfer_reversed' })
  })

  test('is found among many of one order', async () => {
    const { request, asked } = await aRequest('REFUND')
    for (let n = 0; n < 105; n++) await gateway.refund({ ...request, amount: 100n, key: keyed().key }, signal)
    const first = { ...asked, amount: 100n }
    expect(await gateway.ask(first, signal)).toEqual({ result: 'UNHEARD' })
    const oldest = [...server.books.refunds.values()].find(
      (one) => one.payment_intent === request.paymentRef,
    )!
    expect(await gateway.ask({ ...first, key: oldest.metadata['waybill_key']! }, signal)).toMatchObject({
      result: 'SUCCEEDED',
      ref: oldest.id,
    })
  })
})

test('amounts in currencies that are written there with two zeros too many are the same money', async () => {
  for (const [currency, amount, theirs] of [
    ['ISK', 5_000n, 500_000],
    ['JPY', 5_000n, 5_000],
    ['EUR', 5_000n, 5_000],
  ] as const) {
    const request = { ...keyed(), currency, amount, token: 'pm_card_visa' }
    expect(await gateway.charge(request, signal)).toMatchObject({ result: 'SUCCEEDED', amount, currency })
    const [payment] = [...server.books.payments.values()].filter(
      (one) => one.metadata['waybill_key'] === request.key,
    )
    expect(payment).toMatchObject({ amount: theirs, currency: currency.toLowerCase() })
  }
})
