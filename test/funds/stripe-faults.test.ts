import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openStripeGateway } from '../../api/funds/gateways/stripe/stripe-gateway.js'
import type { OperationKind } from '../../api/funds/operation.js'
import type { Fault } from './stripe-server/serve.js'
import { type GatewayRoom, kinds, MONEY, openGatewayRoom, signal } from './gateway-room.js'

let room: GatewayRoom
beforeAll(async () => {
  room = await openGatewayRoom()
})
afterAll(() => room?.server.close())

const everyKind = Object.keys(kinds) as OperationKind[]

describe.each(everyKind)('%s', (kind) => {
  const { call, path } = kinds[kind]
  const done = { result: 'SUCCEEDED', ref: expect.any(String), ...MONEY }

  test('is done once, however often it is sent', async () => {
    const { request, asked } = await room.aRequest(kind)
    expect(await room.gateway.ask(asked, signal)).toEqual({ result: 'UNHEARD' })
    const first = await call(room.gateway, request)
    expect(first).toEqual(done)
    expect(await call(room.gateway, request)).toEqual(first)
    expect(await room.gateway.ask(asked, signal)).toEqual(first)
    expect(room.effectsOf(kind, request)).toBe(1)
  })

  test('is known by asking, though its answer was lost and its key is forgotten', async () => {
    const { request, asked } = await room.aRequest(kind)
    // The library tries a broken line once more by itself, under the same key.
    room.server.next(path, 'REPLY_LOST', 'REPLY_LOST')
    await expect(call(room.gateway, request)).rejects.toThrow('connection to Stripe')
    room.server.forgetKeys()
    expect(await room.gateway.ask(asked, signal)).toEqual(done)
    expect(room.effectsOf(kind, request)).toBe(1)
  })

  test('that was never heard of is said to be, and is done when it is sent again', async () => {
    const { request, asked } = await room.aRequest(kind)
    room.server.next(path, 'LOST', 'LOST')
    await expect(call(room.gateway, request)).rejects.toThrow('connection to Stripe')
    expect(await room.gateway.ask(asked, signal)).toEqual({ result: 'UNHEARD' })
    expect(await call(room.gateway, request)).toEqual(done)
    expect(room.effectsOf(kind, request)).toBe(1)
  })

  test('whose answer never comes is unknown, and known by asking', async () => {
    const { request, asked } = await room.aRequest(kind)
    room.server.next(path, 'HANGS')
    await expect(call(room.hasty, request)).rejects.toThrow('aborted')
    expect(await room.gateway.ask(asked, signal)).toEqual(done)
  })

  test.each<Fault>(['BUSY', 'TOO_MANY'])(
    'turned away (%s) is unknown, and done when it is sent again',
    async (fault) => {
      const { request } = await room.aRequest(kind)
      room.server.next(path, fault)
      await expect(call(room.gateway, request)).rejects.toThrow(/another request|Too many/)
      expect(room.effectsOf(kind, request)).toBe(0)
      expect(await call(room.gateway, request)).toEqual(done)
    },
  )

  test('of which the provider says that it had a fault, after doing it, is known by asking and by sending again', async () => {
    const { request, asked } = await room.aRequest(kind)
    room.server.next(path, 'FAULT_AFTER')
    await expect(call(room.gateway, request)).rejects.toThrow('Something went wrong here.')
    expect(await room.gateway.ask(asked, signal)).toEqual(done)
    expect(await call(room.gateway, request)).toEqual(done)
    expect(room.effectsOf(kind, request)).toBe(1)
  })

  test('of which it says so without having done anything has failed, once that is all that it will ever say', async () => {
    const { request, asked } = await room.aRequest(kind)
    room.server.next(path, 'FAULT')
    await expect(call(room.gateway, request)).rejects.toThrow('Something went wrong here.')
    expect(await room.gateway.ask(asked, signal)).toEqual({ result: 'UNHEARD' })
    expect(await call(room.gateway, request)).toMatchObject({ result: 'FAILED', code: 'gateway_error' })
    expect(room.effectsOf(kind, request)).toBe(0)
  })

  test('called off before it was heard of is never done, when it comes after all', async () => {
    const { request, asked } = await room.aRequest(kind)
    const off = { result: 'FAILED', code: 'cancelled', message: 'Called off.' }
    expect(await room.gateway.cancel(asked, signal)).toEqual(off)
    expect(await room.gateway.cancel(asked, signal)).toEqual(off)
    expect(await call(room.gateway, request)).toEqual(off)
    expect(room.effectsOf(kind, request)).toBe(0)
  })

  test('called off too late is said to be done', async () => {
    const { request, asked } = await room.aRequest(kind)
    await call(room.gateway, request)
    expect(await room.gateway.cancel(asked, signal)).toEqual(done)
  })

  test('with a key that is not good any more is unknown: nothing is lost when the right one is set', async () => {
    const { request, asked } = await room.aRequest(kind)
    const wrong = openStripeGateway({
      secretKey: 'sk_test_old',
      webhookSecrets: [],
      apiBase: room.server.base,
    })
    await expect(call(wrong, request)).rejects.toThrow('Invalid API Key')
    await expect(wrong.ask(asked, signal)).rejects.toThrow('Invalid API Key')
    expect(await call(room.gateway, request)).toEqual(done)
  })
})
