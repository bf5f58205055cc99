import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fastify from 'fastify'
import { gateway } from '../../api/funds/gateway.js'
import { mountGatewayWebhook, receiveGatewayWebhook } from '../../api/funds/gateway-webhook.js'
import { deliverTo, openSandboxGateway } from '../../api/funds/gateways/sandbox/sandbox-gateway.js'
import { askOperation, sendOperation } from '../../api/funds/operation-jobs.js'
import { requestCharge } from '../../api/funds/request-operation.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FundsHouse, openFundsHouse, placeOrder, PRICE, until } from './support/funds-house.js'

type Sent = { headers: Record<string, string>; body: string }
const attempt = { jobId: '', number: 0, last: false }

let database: FreshDatabase
let funds: FundsHouse
const sent: Sent[] = []
/** A gateway whose webhooks are caught on their way, to be delivered as a test wishes. */
let caught: ReturnType<typeof openSandboxGateway>

beforeAll(async () => {
  database = await freshDatabase()
  funds = await openFundsHouse(database.url)
  await funds.sandbox.webhooks.stop()
  const deliver = async (headers: Record<string, string>, body: string) => {
    sent.push({ headers, body })
    return 204
  }
  caught = openSandboxGateway({
    url: database.url,
    secret: 'another secret',
    deliver,
    patienceMs: 300,
    slowMs: 300,
  })
  gateway.bind(caught)
})
afterAll(async () => {
  await caught.close()
  await funds.close()
  await database.drop()
})

const receive = ({ headers, body }: Sent) => receiveGatewayWebhook(funds.house, headers, Buffer.from(body))
const stateOf = async (orderId: string) =>
  (await funds.query<{ state: string }>('select state from operations where order_id = $1', [orderId]))[0]
    ?.state
const transfers = (orderId: string) =>
  funds.query('select cause from transfers where order_id = $1', [orderId])
const operationOf = async (orderId: string) =>
  (await funds.query<{ id: string }>('select id from operations where order_id = $1', [orderId]))[0]?.id ?? ''

/** Pays and lets the gateway do it; gives the order and the webhook that the gateway wants to send. */
async function paid(token: string): Promise<{ orderId: string; webhook: Sent }> {
  const orderId = await funds.pay(token)
  const operationId = await operationOf(orderId)
  await sendOperation.run(funds.house, { operationId }, attempt)
  const [webhook] = await until(
    async () => sent.filter((s) => s.body.includes(operationId)),
    (found) => found.length > 0,
  )
  return { orderId, webhook: webhook ?? { headers: {}, body: '' } }
}

test('a webhook that comes while nobody knows settles the payment; thrice, it is booked once', async () => {
  const { orderId, webhook } = await paid('tok_hang_webhook')
  expect(await stateOf(orderId)).toBe('UNKNOWN')
  expect(await Promise.all([receive(webhook), receive(webhook), receive(webhook)])).toEqual([204, 204, 204])
  expect(await stateOf(orderId)).toBe('SUCCEEDED')
  expect(await transfers(orderId)).toHaveLength(1)
  await askOperation.run(funds.house, { operationId: await operationOf(orderId) }, attempt)
  expect(funds.heard.filter((o) => o.orderId === orderId)).toHaveLength(1)
})

test('webhooks of two payments in the wrong order, and before our own reply, each settle their own', async () => {
  const first = await paid('tok_hang_webhook')
  const second = await paid('tok_slow_refused')
  await receive(second.webhook)
  await receive(first.webhook)
  expect([await stateOf(first.orderId), await stateOf(second.orderId)]).toEqual(['SUCCEEDED', 'FAILED'])
})

test('forged, unsigned, changed and old webhooks are refused', async () => {
  const { orderId, webhook } = await paid('tok_hang_webhook')
  const { headers, body } = webhook
  const lie = (changes: Record<string, string>, text = body) =>
    receive({ headers: { ...headers, ...changes }, body: text })
  expect(await receive({ headers: {}, body })).toBe(401)
  expect(await lie({ 'webhook-signature': 'v1,bm9uc2Vuc2U=' })).toBe(401)
  expect(await lie({ 'webhook-id': 'msg_other' })).toBe(401)
  expect(await lie({ 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 301) })).toBe(401)
  expect(await lie({}, body.replace('5000', '5001'))).toBe(401)
  expect(await lie({}, '')).toBe(401)
  expect(await stateOf(orderId)).toBe('UNKNOWN')
  expect(await receive(webhook)).toBe(204)
})

test('another amount than was asked for settles nothing and is named by the check', async () => {
  const { orderId } = await paid('tok_hang_webhook')
  await funds.query('update sandbox.payments set amount = 4999 where key like $1', [
    `${await operationOf(orderId)}-%`,
  ])
  await askOperation.run(funds.house, { operationId: await operationOf(orderId) }, attempt)
  expect([await stateOf(orderId), await transfers(orderId)]).toEqual(['UNKNOWN', []])
  expect(await funds.check()).toContainEqual({
    invariant: 'the amount is what was asked',
    subject: await operationOf(orderId),
    found: 'It was another amount: €49.99.',
  })
  await funds.query('update sandbox.payments set amount = 5000 where key like $1', [
    `${await operationOf(orderId)}-%`,
  ])
  await askOperation.run(funds.house, { operationId: await operationOf(orderId) }, attempt)
  expect(await stateOf(orderId)).toBe('SUCCEEDED')
})

test('over HTTP the bytes count as they came, and what is owed is sent until it is taken', async () => {
  await caught.webhooks.stop()
  const app = fastify()
  mountGatewayWebhook(app, funds.house)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  let down = true
  const deliver = deliverTo(address)
  const sandbox = openSandboxGateway({
    url: database.url,
    secret: 'a third secret',
    deliver: (headers, body) =>
      down ? ((down = false), Promise.reject(new Error('nobody answers'))) : deliver(headers, body),
    patienceMs: 300,
  })
  gateway.bind(sandbox)
  const orderId = await funds.pay('tok_hang_webhook')
  await sendOperation.run(funds.house, { operationId: await operationOf(orderId) }, attempt)
  await until(
    () => stateOf(orderId),
    (state) => state === 'SUCCEEDED',
  )
  const forged = await fetch(`${address}/webhooks/gateway`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect([forged.status, down]).toEqual([401, false])
  await sandbox.close()
  await app.close()
  gateway.bind(caught)
})

test('of a hundred who want to pay one order at once, one pays', async () => {
  const orderId = await funds.do(placeOrder)
  const all = Array.from({ length: 100 }, () =>
    funds.do((tx) => requestCharge(tx, { orderId, amount: PRICE, currency: 'EUR', token: 'tok_ok' })),
  )
  const results = await Promise.allSettled(all)
  expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  const codes = results.flatMap((r) => (r.status === 'rejected' ? [r.reason.code] : []))
  expect(new Set(codes)).toEqual(new Set(['PAYMENT_IN_PROGRESS']))
  expect(codes).toHaveLength(99)
})
