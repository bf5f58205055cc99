import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { gateway } from '../../api/funds/gateway.js'
import { type SandboxToken, sandboxTokens } from '../../api/funds/gateways/sandbox/sandbox-tokens.js'
import { recogniseRevenue } from '../../api/funds/held-funds.js'
import { requestRefund } from '../../api/funds/request-refund.js'
import { actOnNextDue } from '../../api/platform/due.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FundsHouse, openFundsHouse, until } from './support/funds-house.js'

let database: FreshDatabase
let funds: FundsHouse

beforeAll(async () => {
  database = await freshDatabase()
  funds = await openFundsHouse(database.url, { work: true })
})
afterAll(async () => {
  await funds.close()
  await database.drop()
})

type Row = { state: string; failure: string | null; attempt: number }
const operations = (orderId: string, kind = 'CHARGE') =>
  funds.query<Row>(
    'select state, failure_code as failure, attempt from operations where order_id = $1 and kind = $2',
    [orderId, kind],
  )
const ended = (rows: Row[]) =>
  rows.length > 0 && rows.every((o) => o.state === 'SUCCEEDED' || o.state === 'FAILED')
const funded = async (orderId: string) =>
  (
    await funds.query<{ held: string; due: string }>(
      'select held::text as held, refund_due::text as due from held_funds where id = $1',
      [orderId],
    )
  )[0]
const events = async (orderId: string) =>
  (
    await funds.query<{ type: string }>('select type from events where stream_id = $1 order by sequence', [
      orderId,
    ])
  ).map((e) => e.type)

const refused: Record<string, string> = {
  tok_refused: 'card_declined',
  tok_no_funds: 'insufficient_funds',
  tok_expired: 'expired_card',
  tok_slow_refused: 'card_declined',
  tok_of_nowhere: 'invalid_token',
}

test('whatever the gateway does with a payment, both books agree on how it ended, and it was booked once', async () => {
  const chargedBack = Object.entries<SandboxToken>(sandboxTokens).filter(([, token]) => token.chargeback)
  const tokens = Object.keys(sandboxTokens).filter((token) => !chargedBack.some(([name]) => name === token))
  const orders = await Promise.all(
    [...tokens, 'tok_of_nowhere'].map(async (token) => [token, await funds.pay(token)] as const),
  )
  for (const [token, orderId] of orders) {
    const [operation] = await until(() => operations(orderId), ended)
    const failure = refused[token] ?? null
    expect([token, operation]).toEqual([
      token,
      { state: failure ? 'FAILED' : 'SUCCEEDED', failure, attempt: 1 },
    ])
    expect([token, await funded(orderId)]).toEqual([token, { held: failure ? '0' : '5000', due: '0' }])
    expect(await events(orderId)).toEqual([failure ? 'payment.refused' : 'payment.charged'])
    expect(funds.heard.filter((o) => o.orderId === orderId)).toHaveLength(1)
  }
})

test('one that is not answered is asked for, and sent again only where the gateway never heard of it', async () => {
  const asks = await funds.query<{ token: string; asks: number }>(
    'select token, asks from operations where token is not null',
  )
  const asked = Object.fromEntries(asks.map((o) => [o.token, o.asks > 0]))
  expect(asked).toMatchObject({
    tok_ok: false,
    tok_hang: true,
    tok_fails_after_effect: true,
    tok_lost: true,
    tok_slow: true,
  })
  const payments = await funds.query<{ count: string }>(
    `select count(*) from sandbox.payments where token = 'tok_lost'`,
  )
  expect(payments).toEqual([{ count: '1' }])
})

async function aPaidOrder(token: string): Promise<string> {
  const orderId = await funds.pay(token)
  await until(() => operations(orderId), ended)
  return orderId
}

test('a refund leaves what is held at once, and is settled when the gateway has given it back', async () => {
  for (const token of ['tok_ok', 'tok_refund_hangs', 'tok_refund_fails_after_effect']) {
    const orderId = await aPaidOrder(token)
    await funds.do((tx) => requestRefund(tx, { orderId, subjectId: 'lin_1', amount: 2000n }))
    const held = (await funded(orderId))?.held
    expect(held).toBe('3000')
    await until(() => operations(orderId, 'REFUND'), ended)
    expect(await funded(orderId)).toEqual({ held: '3000', due: '0' })
    expect(await events(orderId)).toEqual(['payment.charged', 'refund.requested', 'refund.issued'])
  }
})

test('two refunds at once never give back more than is held', async () => {
  const orderId = await aPaidOrder('tok_ok')
  const asked = ['lin_1', 'lin_2'].map((subjectId) =>
    funds.do((tx) => requestRefund(tx, { orderId, subjectId, amount: 3000n })),
  )
  const results = await Promise.allSettled(asked)
  const refusals = results.filter((r) => r.status === 'rejected').map((r) => r.reason)
  expect(refusals).toMatchObject([{ code: 'AMOUNT_EXCEEDED', params: { maximum: '2000' } }])
  await until(() => operations(orderId, 'REFUND'), ended)
  await funds.do((tx) => recogniseRevenue(tx, { orderId, earnedBy: orderId }))
  expect(await funded(orderId)).toEqual({ held: '0', due: '0' })
})

test('a refused refund stays due and visible, and its next try is an hour away', async () => {
  const orderId = await aPaidOrder('tok_refund_refused_once')
  await funds.do((tx) => requestRefund(tx, { orderId }))
  const [first] = await until(() => operations(orderId, 'REFUND'), ended)
  expect(first).toEqual({ state: 'FAILED', failure: 'refund_refused', attempt: 1 })
  expect(await funded(orderId)).toEqual({ held: '0', due: '5000' })
  expect(funds.heard.at(-1)).toMatchObject({
    orderId,
    kind: 'REFUND',
    state: 'FAILED',
    failureCode: 'refund_refused',
  })
  expect(await actOnNextDue(funds.house)).toBe(false)

  await moveClock(funds, 3_600_000 + 3000)
  await until(() => actOnNextDue(funds.house), Boolean) // a webhook about it may hold its order just now
  const [second] = await until(
    () => operations(orderId, 'REFUND'),
    (rows) => rows[0]?.state === 'SUCCEEDED',
  )
  expect(second).toEqual({ state: 'SUCCEEDED', failure: null, attempt: 2 })
  expect(await funded(orderId)).toEqual({ held: '0', due: '0' })
  expect(await events(orderId)).toEqual([
    'payment.charged',
    'refund.requested',
    'refund.failed',
    'refund.retried',
    'refund.issued',
  ])
})

async function moveClock(of: FundsHouse, ms: number): Promise<void> {
  await of.query('update clock set shift_ms = shift_ms + $1', [ms])
}

test('a gateway that fails before it is even called is asked later; nothing else comes of it', async () => {
  const broken = () => {
    throw new Error('no line to the gateway')
  }
  gateway.bind({ ...funds.sandbox, charge: broken })
  const orderId = await funds.pay('tok_ok')
  await until(
    () => operations(orderId),
    ([operation]) => operation?.state === 'UNKNOWN',
  )
  await pause(funds.sandbox.patienceMs + 200) // its time is up, and nobody waits for that
  gateway.bind(funds.sandbox)
  await until(() => operations(orderId), ended)
  expect(await operations(orderId)).toEqual([{ state: 'SUCCEEDED', failure: null, attempt: 1 }])
  expect(await funded(orderId)).toEqual({ held: '5000', due: '0' })
})
