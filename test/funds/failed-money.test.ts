import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { gateway, type GatewayOutcome } from '../../api/funds/gateway.js'
import type { SandboxGateway } from '../../api/funds/gateways/sandbox/sandbox-gateway.js'
import { ADMIN, aCampaign, BUYER, CHANNEL, FINANCE, refusal, take } from '../support/campaigns.js'
import type { Caller } from '../support/caller.js'
import { pay, placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const FAILED = '{ failedOperations(first: 100) { nodes { id kind order { id } } } }'
const SETTLE =
  'mutation($id: ID!, $o: ChargebackOutcome!, $k: String!) { settleChargeback(id: $id, outcome: $o, idempotencyKey: $k) { status } }'

let world: World
let finance: Caller

beforeAll(async () => {
  world = await openWorld()
  finance = await world.as(FINANCE)
})
afterAll(() => world?.close())

const tasks = (orderId: string) =>
  world.rows<{ title: string; status: string }>(
    `select title, status from tasks where order_id = $1 and role = 'FINANCE' order by id`,
    [orderId],
  )
const failed = async (orderId: string) =>
  (await finance.ask(FAILED))['failedOperations'].nodes
    .filter((o: { order: { id: string } }) => o.order.id === orderId)
    .map((o: { kind: string }) => o.kind)
const stateOf = async (orderId: string) =>
  (await finance.ask('query($id: ID!) { order(id: $id) { payment { state frozen } } }', { id: orderId }))[
    'order'
  ].payment

test('money that can’t be let go is listed, and finance’s until it is let go', async () => {
  const { id, orderId } = await aCampaign(world, {
    at: 'AWAITING_ACCEPTANCE',
    token: 'tok_void_refused_once',
  })
  await take(world, CHANNEL, 'decline', { id, r: 'We are booked out.' })
  expect(await failed(orderId)).toEqual(['VOID'])
  expect(await tasks(orderId)).toEqual([
    { title: 'Money that was set aside could not be let go', status: 'OPEN' },
  ])
  await world.move(HOUR / 6 + 4000)
  await world.settled()
  expect(await failed(orderId)).toEqual([])
  expect(await tasks(orderId)).toMatchObject([{ status: 'CANCELLED' }])
  expect(await stateOf(orderId)).toEqual({ state: 'VOIDED', frozen: [] })
})

test('a void that finds the money taken in is no failure to look into: the refund is on its way', async () => {
  const { id, orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE', token: 'tok_captured_already' })
  await take(world, BUYER, 'withdraw', { id })
  await world.move(4000)
  await world.settled()
  expect(await failed(orderId)).toEqual([])
  expect(await tasks(orderId)).toEqual([])
  expect(await stateOf(orderId)).toEqual({ state: 'SETTLED', frozen: [] })
})

test('a refused capture is listed until the buyer has paid again', async () => {
  const { id, orderId } = await aCampaign(world, { at: 'ACCEPTED', token: 'tok_capture_refused' })
  expect(await failed(orderId)).toEqual(['CAPTURE'])
  expect(await tasks(orderId)).toMatchObject([{ title: 'A campaign’s money could not be taken in' }])
  await take(world, BUYER, 'payAgain', { id, t: 'tok_ok' })
  await world.move(4000)
  await world.settled()
  expect(await failed(orderId)).toEqual([])
  expect(await tasks(orderId)).toMatchObject([{ status: 'CANCELLED' }])
  expect(await stateOf(orderId)).toEqual({ state: 'HELD', frozen: [] })
})

test('a chargeback keeps the deadline from releasing; won, the channel gets its money', async () => {
  const { id, orderId } = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  const [payment] = await world.rows<{ key: string }>(
    `select key from operations where order_id = $1 and kind = 'AUTHORISE'`,
    [orderId],
  )
  await (gateway.bound as SandboxGateway).chargeBack(payment!.key)
  const [matter] = await untilSome(() =>
    world.rows<{ id: string }>('select id from chargebacks where order_id = $1', [orderId]),
  )
  expect(await stateOf(orderId)).toEqual({ state: 'FROZEN', frozen: ['CHARGEBACK'] })
  expect(await tasks(orderId)).toEqual([{ title: 'A buyer’s bank wants a payment back', status: 'OPEN' }])
  expect((await refusal(world, BUYER, 'release', { id }))['code']).toBe('FUNDS_FROZEN')
  await world.move(49 * HOUR)
  await world.settled()
  expect(await stateOf(orderId)).toMatchObject({ state: 'FROZEN' })
  const admin = await world.as(ADMIN)
  const given = { id: matter!.id, o: 'WON' }
  expect((await admin.refused(SETTLE, { ...given, k: randomUUID() })).code).toBe('FORBIDDEN')
  await finance.ask(SETTLE, { ...given, k: randomUUID() })
  await world.settled()
  await world.move(HOUR)
  await world.settled()
  expect(await stateOf(orderId)).toEqual({ state: 'SETTLED', frozen: [] })
  expect(await tasks(orderId)).toMatchObject([{ status: 'CANCELLED' }])
})

test('another amount than was asked for is finance’s, and asked for until the gateway says what is right', async () => {
  const honest = gateway.bound
  let wrong = true
  const heard = (outcome: GatewayOutcome): GatewayOutcome =>
    wrong && outcome.result === 'SUCCEEDED' ? { ...outcome, amount: outcome.amount - 1n } : outcome
  gateway.bind({
    ...honest,
    charge: async (request, signal) => heard(await honest.charge(request, signal)),
    ask: async (asked, signal) => heard(await honest.ask(asked, signal)),
  })
  const buyer = await world.as(BUYER)
  const [orderId] = await placeOrders(buyer, [{ service: 'Directory listings' }])
  await pay(buyer, orderId!, 'tok_webhook_never')
  await world.settled()
  const [task] = await world.rows<object>(
    `select title, status, instructions from tasks where order_id = $1 and role = 'FINANCE'`,
    [orderId],
  )
  expect(task).toMatchObject({
    title: 'The gateway names another amount than was asked for',
    status: 'OPEN',
    instructions: expect.stringContaining('Asked for was €99.00, the gateway says €98.99.'),
  })
  /** The next asking, whenever it would come, comes now. */
  const askedNow = () =>
    world.rows<{ operation: string }>(
      `update pgboss.job j set start_after = now() from operations o where j.name = 'ask-operation' and j.state < 'completed'
        and j.data ->> 'operationId' = o.id and o.order_id = $1 returning o.id as operation`,
      [orderId],
    )
  expect(await askedNow()).toHaveLength(1)
  await world.settled()
  expect(await tasks(orderId!)).toHaveLength(1)
  wrong = false
  expect(await askedNow()).toHaveLength(1)
  await world.settled()
  gateway.bind(honest)
  expect(await tasks(orderId!)).toMatchObject([{ status: 'CANCELLED' }])
  const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { status payment { state } } }', {
    id: orderId,
  })
  expect(order).toMatchObject({ status: 'COMPLETED', payment: { state: 'SETTLED' } })
})

/** Waits for the rows that a webhook brings. */
async function untilSome<T>(ask: () => Promise<T[]>): Promise<T[]> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await ask()
    if (found.length) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('nothing came')
}
