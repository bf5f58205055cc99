import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type GatewayRoom, keyed, kinds, MONEY, openGatewayRoom, signal } from './gateway-room.js'

let room: GatewayRoom
beforeAll(async () => {
  room = await openGatewayRoom()
})
afterAll(() => room?.server.close())

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
    ['ctoken_visa_chargeDeclined', 'card_declined'],
    ['ctoken_none', 'invalid_token'],
  ])('%s is refused as %s, by reply and by asking', async (token, code) => {
    for (const kind of ['CHARGE', 'AUTHORISE'] as const) {
      const { request, asked } = await room.aRequest(kind, token)
      const refused = await kinds[kind].call(room.gateway, request)
      expect(refused).toEqual({ result: 'FAILED', code, message: expect.stringMatching(/^[A-Z].*\.$/) })
      // One that there is not leaves nothing behind, and is refused anew when it is sent again.
      expect(await room.gateway.ask(asked, signal)).toEqual(
        code === 'invalid_token' ? { result: 'UNHEARD' } : refused,
      )
      expect(await kinds[kind].call(room.gateway, request)).toEqual(refused)
    }
  })

  test.each(['pm_card_visa', 'ctoken_visa'])('%s pays, by reply and by asking', async (token) => {
    for (const kind of ['CHARGE', 'AUTHORISE'] as const) {
      const { request, asked } = await room.aRequest(kind, token)
      const paid = await kinds[kind].call(room.gateway, request)
      expect(paid).toMatchObject({ result: 'SUCCEEDED', ...MONEY })
      expect(await room.gateway.ask(asked, signal)).toEqual(paid)
      const payment = [...room.server.books.payments.values()].find(
        (one) => one.metadata['waybill_key'] === asked.key,
      )
      expect(payment).toMatchObject({ payment_method: 'pm_card_visa' })
    }
  })

  test('whose bank is slow is undecided, and then what the bank says', async () => {
    for (const [how, result] of [
      ['YES', 'SUCCEEDED'],
      ['NO', 'FAILED'],
    ] as const) {
      const { request, asked } = await room.aRequest('CHARGE', 'pm_slow_bank')
      expect(await room.gateway.charge(request, signal)).toEqual({ result: 'PENDING' })
      expect(await room.gateway.cancel(asked, signal)).toEqual({ result: 'PENDING' })
      const [payment] = [...room.server.books.payments.values()].filter(
        (one) => one.metadata['waybill_key'] === asked.key,
      )
      room.server.decide(payment!.id, how)
      expect(await room.gateway.ask(asked, signal)).toMatchObject({ result })
    }
  })

  test('that is refused under a key stays refused there, though the money was called off since', async () => {
    const { request, asked } = await room.aRequest('CHARGE', 'pm_card_visa_chargeDeclined')
    await room.gateway.charge(request, signal)
    expect(await room.gateway.cancel(asked, signal)).toMatchObject({
      result: 'FAILED',
      code: 'card_declined',
    })
  })
})

describe('what was set aside', () => {
  test('and taken in already is not let go, and says so', async () => {
    const { request } = await room.aRequest('CAPTURE')
    await room.gateway.capture(request, signal)
    const { key } = keyed()
    expect(await room.gateway.void({ ...request, key }, signal)).toMatchObject({
      result: 'FAILED',
      code: 'captured_already',
    })
  })

  test('and let go already is let go again by whoever asks', async () => {
    const { request } = await room.aRequest('VOID')
    await room.gateway.void(request, signal)
    expect(await room.gateway.void({ ...request, key: keyed().key }, signal)).toMatchObject({
      result: 'SUCCEEDED',
      ...MONEY,
    })
    expect(await room.gateway.capture({ ...request, key: keyed().key }, signal)).toMatchObject({
      result: 'FAILED',
      code: 'authorisation_ended',
    })
  })
})

describe('what goes back or on', () => {
  test('is never more than there is', async () => {
    const { request } = await room.aRequest('REFUND')
    const part = { ...request, amount: 30_000n }
    expect(await room.gateway.refund(part, signal)).toMatchObject({ result: 'SUCCEEDED', amount: 30_000n })
    expect(await room.gateway.refund({ ...part, key: keyed().key }, signal)).toMatchObject({
      result: 'FAILED',
      code: 'charge_already_refunded',
    })
    expect(await room.gateway.refund({ ...part, key: keyed().key, amount: 19_900n }, signal)).toMatchObject({
      result: 'SUCCEEDED',
    })
  })

  test('waits for the bank where the bank is slow, and has failed where it refuses', async () => {
    const { request, asked } = await room.aRequest('REFUND', 'pm_card_pendingRefund')
    expect(await room.gateway.refund(request, signal)).toEqual({ result: 'PENDING' })
    const [refund] = [...room.server.books.refunds.values()].filter(
      (one) => one.metadata['waybill_key'] === asked.key,
    )
    room.server.decideRefund(refund!.id, 'succeeded')
    expect(await room.gateway.ask(asked, signal)).toMatchObject({ result: 'SUCCEEDED', ...MONEY })
    const { request: other } = await room.aRequest('REFUND', 'pm_card_refundFail')
    expect(await room.gateway.refund(other, signal)).toMatchObject({
      result: 'FAILED',
      code: 'refund_refused',
    })
  })

  test('is not given back while the bank has taken it', async () => {
    const { request } = await room.aRequest('REFUND')
    room.server.dispute(request.paymentRef)
    expect(await room.gateway.refund(request, signal)).toMatchObject({
      result: 'FAILED',
      code: 'charge_disputed',
    })
  })

  test('goes to no account that cannot take it', async () => {
    const { request } = await room.aRequest('RELEASE')
    room.server.books.accounts.set('acct_new', {
      id: 'acct_new',
      object: 'account',
      capabilities: { transfers: 'pending' },
      payouts_enabled: false,
    })
    for (const account of ['acct_new', 'acct_none'])
      expect(await room.gateway.transfer({ ...request, account, key: keyed().key }, signal)).toMatchObject({
        result: 'FAILED',
        code: 'account_not_ready',
      })
    expect(await room.gateway.account('acct_ready', signal)).toBe('READY')
    expect(await room.gateway.account('acct_new', signal)).toBe('NOT_YET')
    expect(await room.gateway.account('acct_none', signal)).toBe('UNKNOWN')
  })

  test('comes out of the very charge, and a transfer that somebody took back did not arrive', async () => {
    const { request, asked } = await room.aRequest('RELEASE')
    await room.gateway.transfer(request, signal)
    const [transfer] = [...room.server.books.transfers.values()].filter(
      (one) => one.metadata['waybill_key'] === asked.key,
    )
    const payment = room.server.books.payments.get(request.paymentRef)!
    expect(transfer).toMatchObject({
      source_transaction: payment.latest_charge,
      transfer_group: request.orderId,
      destination: 'acct_ready',
    })
    Object.assign(transfer!, { reversed: true, amount_reversed: transfer!.amount })
    expect(await room.gateway.ask(asked, signal)).toMatchObject({
      result: 'FAILED',
      code: 'transfer_reversed',
    })
  })

  test('is found among many of one order', async () => {
    const { request, asked } = await room.aRequest('REFUND')
    for (let n = 0; n < 105; n++)
      await room.gateway.refund({ ...request, amount: 100n, key: keyed().key }, signal)
    const first = { ...asked, amount: 100n }
    expect(await room.gateway.ask(first, signal)).toEqual({ result: 'UNHEARD' })
    const oldest = [...room.server.books.refunds.values()].find(
      (one) => one.payment_intent === request.paymentRef,
    )!
    expect(await room.gateway.ask({ ...first, key: oldest.metadata['waybill_key']! }, signal)).toMatchObject({
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
    expect(await room.gateway.charge(request, signal)).toMatchObject({
      result: 'SUCCEEDED',
      amount,
      currency,
    })
    const [payment] = [...room.server.books.payments.values()].filter(
      (one) => one.metadata['waybill_key'] === request.key,
    )
    expect(payment).toMatchObject({ amount: theirs, currency: currency.toLowerCase() })
  }
})
