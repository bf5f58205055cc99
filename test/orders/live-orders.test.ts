import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { CREATE } from '../accounts/key-room.js'
import type { Answer, Caller, Following } from '../support/caller.js'
import { aCampaign, BUYER, CHANNEL, take } from '../support/campaigns.js'
import { aPaidOrder, pay, placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { aTask, viewerOf } from '../tasks/task-room.js'

const FOLLOW = 'subscription($w: OrderWhere) { ordersUpdated(where: $w) { id order { id status stage } } }'
const WISH = [{ service: 'Local search optimisation' }]

let world: World
let buyer: Caller
let channel: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  channel = await world.as(CHANNEL)
  void hear()
})
afterAll(() => world?.close())

const listeners = () => world.running.house.live.listeners

/** Waits, for some seconds, until something is so. */
async function until(so: () => boolean): Promise<void> {
  for (let i = 0; i < 3000 && !so(); i++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(so()).toBe(true)
}

/** How far each order's events have been hinted at. */
const heard = new Map<string, number>()

async function hear(): Promise<void> {
  const hints = world.running.house.live.listen(
    () => true,
    new AbortController().signal,
    (hint) => hint.streamId,
  )
  for await (const { streamId, sequence } of hints) heard.set(streamId, Number(sequence))
}

/** Waits until nothing more happens to these orders, and all that did was hinted at. */
async function calm(...orders: string[]): Promise<void> {
  await world.settled()
  for (const id of orders) {
    const [last] = await world.rows<{ sequence: number }>(
      'select max(sequence)::int as sequence from events where stream_id = $1',
      [id],
    )
    await until(() => heard.get(id) === last!.sequence)
  }
}

/** Hints at an order, as the relay does after every event on it. */
function happens(...ids: string[]): void {
  for (const id of ids)
    world.running.house.live.publish({
      eventId: `evt_${randomUUID()}`,
      type: 'test.happened',
      streamId: id,
      sequence: '1',
      aggregateId: id,
      data: {},
    })
}

/** Follows orders; it is listened for from now on. */
async function follow(caller: Caller, w?: object): Promise<Following<Answer>> {
  const before = listeners()
  const following = caller.follow(FOLLOW, { w })
  await until(() => listeners() > before)
  return following
}

/** Follows no more; nobody listens for it any longer. */
async function stop(...all: Following<Answer>[]): Promise<void> {
  const before = listeners()
  for (const following of all) await following.stop()
  await until(() => listeners() === before - all.length)
}

/** The states of one order as they were told, null where it had left. */
const toldOf = ({ seen }: Following<Answer>, id: string) =>
  seen.filter(({ ordersUpdated }) => ordersUpdated.id === id).map(({ ordersUpdated }) => ordersUpdated.order)

/** Everything that was hinted at before is told now: this order of the set comes after it. */
async function caughtUp(following: Following<Answer>, id: string): Promise<void> {
  const before = toldOf(following, id).length
  happens(id)
  await following.until(() => toldOf(following, id).length > before)
}

/** The statements of readings that some work takes, but for who calls and the relay. */
async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const { pool } = world.running.house.database
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  const read: string[] = []
  const counted = (...args: unknown[]) => {
    const [first] = args as [string | { text: string }]
    read.push(typeof first === 'string' ? first : first.text)
    return query(...args)
  }
  Object.assign(pool, { query: counted })
  await work()
  Object.assign(pool, { query })
  return read.filter((text) => !/auth\.session|pending_positions/.test(text))
}

describe('whoever follows orders', () => {
  test('hears of a new one of theirs and how it goes on; of somebody else’s not even that it is there', async () => {
    const [mine, theirs] = [await follow(buyer), await follow(channel)]
    const id = await aPaidOrder(world)
    await mine.until(() => toldOf(mine, id).at(-1)?.status === 'OPEN')
    const { orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await theirs.until(() => toldOf(theirs, orderId).length > 0)
    happens(id)
    await caughtUp(theirs, orderId)
    expect(toldOf(theirs, id)).toEqual([])
    // Before it was paid it was not theirs to see, either.
    expect(toldOf(theirs, orderId)).not.toContain(null)
    await stop(mine, theirs)
  })

  test('is told once that one fits the filter no longer, and nothing of one that never did', async () => {
    const [waiting] = (await placeOrders(buyer, WISH)) as [string]
    const [other] = (await placeOrders(buyer, WISH)) as [string]
    const paid = await aPaidOrder(world)
    const following = await follow(buyer, { status: { in: ['AWAITING_PAYMENT'] } })
    await caughtUp(following, other)
    await pay(buyer, waiting)
    await following.until(() => toldOf(following, waiting).at(-1) === null)
    happens(waiting, paid)
    await caughtUp(following, other)
    happens(waiting, paid)
    await caughtUp(following, other)
    expect(toldOf(following, waiting).filter((order) => order === null)).toHaveLength(1)
    expect(toldOf(following, paid)).toEqual([])
    await stop(following)
  })

  test('who may see one no longer is told that it has left, though they never heard of it before', async () => {
    const hugo = await viewerOf(world, 'fulfilment3@demo.test')
    const [order, other, copy] = [await aPaidOrder(world), await aPaidOrder(world), await aPaidOrder(world)]
    const task = await aTask(world, { orderId: order, skill: 'listings' })
    await aTask(world, { orderId: other, skill: 'listings' })
    await aTask(world, { orderId: copy, skill: 'copywriting' })
    await calm(order, other, copy)
    const felix = await follow(await world.as('fulfilment@demo.test'))
    const grace = await follow(await world.as('fulfilment2@demo.test'))
    await caughtUp(felix, other)
    await caughtUp(grace, copy)
    await (
      await world.as('admin@demo.test')
    ).ask('mutation($id: ID!, $a: ID!) { delegateTask(id: $id, assigneeId: $a) { id } }', {
      id: task,
      a: hugo.id,
    })
    await felix.until(() => toldOf(felix, order).length > 0)
    happens(order)
    await caughtUp(felix, other)
    await caughtUp(grace, copy)
    expect(toldOf(felix, order)).toEqual([null])
    expect([...toldOf(grace, order), ...toldOf(grace, other)]).toEqual([])
    await stop(felix, grace)
  })

  test('hears once of what happened to one in quick succession, and of every other one', async () => {
    const [busy, quiet] = [await aPaidOrder(world), await aPaidOrder(world)]
    await calm(busy, quiet)
    const following = await follow(buyer)
    await caughtUp(following, busy)
    await caughtUp(following, quiet)
    const before = [toldOf(following, busy).length, toldOf(following, quiet).length] as const
    happens(...Array.from({ length: 2000 }, () => busy), quiet, ...Array.from({ length: 2000 }, () => busy))
    await following.until(() => toldOf(following, quiet).length > before[1])
    await caughtUp(following, quiet)
    expect(toldOf(following, busy)).toHaveLength(before[0] + 1)
    await stop(following)
  })

  test('is answered each event by one statement, and none is asked about what is no order', async () => {
    const order = await aPaidOrder(world)
    await calm(order)
    const following = await follow(buyer)
    await caughtUp(following, order)
    const statements = await statementsOf(async () => {
      happens(...['usr', 'org', 'crt', 'tsk'].map((prefix) => order.replace('ord_', `${prefix}_`)))
      await caughtUp(following, order)
    })
    expect(statements).toHaveLength(1)
    await stop(following)
  })

  test('costs those whom an order does not concern one short question between them, however many follow', async () => {
    const order = await aPaidOrder(world)
    const { orderId: own } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await calm(order, own)
    const strangers: Following<Answer>[] = []
    for (let n = 0; n < 5; n++) strangers.push(await follow(channel))
    const statements = await statementsOf(async () => {
      happens(order, own)
      for (const one of strangers) await one.until(() => toldOf(one, own).length > 0)
    })
    expect(statements.filter((text) => text.includes('as parties'))).toHaveLength(1)
    expect(statements).toHaveLength(1 + strangers.length)
    expect(strangers.flatMap((one) => toldOf(one, order))).toEqual([])
    await stop(...strangers)
  })

  test('is listened for no more when they leave, however soon', async () => {
    const before = listeners()
    const asked = new Promise<void>((heard) => {
      const { database } = world.running.house
      const { read } = database
      const once: typeof read = (...args) => {
        Object.assign(database, { read })
        heard()
        return read(...args)
      }
      Object.assign(database, { read: once })
    })
    const hasty = buyer.follow(FOLLOW)
    await asked // it is looked at which orders there are, and nothing was answered yet
    await hasty.stop()
    await until(() => listeners() === before)
    expect(hasty.seen).toEqual([])
  })
})

test('a channel hears of an offer, and of its end', async () => {
  const following = await follow(channel, { stage: { in: ['AWAITING_ACCEPTANCE'] } })
  const { id, orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  await following.until(() => toldOf(following, orderId).at(-1)?.stage === 'AWAITING_ACCEPTANCE')
  await take(world, BUYER, 'withdraw', { id })
  await following.until(() => toldOf(following, orderId).at(-1) === null)
  expect(toldOf(following, orderId)[0]).toEqual({ id: orderId, status: 'OPEN', stage: 'AWAITING_ACCEPTANCE' })
  await stop(following)
})

test('a program follows orders with the scope to read, and not without', async () => {
  const { viewer } = await buyer.ask('{ viewer { memberships { organisation { id } } } }')
  const program = async (...s: string[]) => {
    const variables = { o: viewer.memberships[0].organisation.id, n: 'Robot', s }
    return world.caller((await buyer.ask(CREATE, variables)).createApiKey.secret)
  }
  const following = await follow(await program('READ'))
  const id = await aPaidOrder(world)
  await following.until(() => toldOf(following, id).at(-1)?.status === 'OPEN')
  await stop(following)
  const blind = (await program('ORDERS')).follow(FOLLOW)
  await expect(blind.until(() => false)).rejects.toThrow('SCOPE_MISSING')
  await blind.stop()
})

const ids = (n: number) => ({ or: Array.from({ length: n }, () => ({ number: { in: ['W-1'] } })) })
test.each([
  ['too deep', { not: { not: { not: { number: { in: ['W-1'] } } } } }],
  ['too long', ids(21)],
  ['of what no text is', { number: { in: ['W-\0'] } }],
])('a filter that is %s is refused at once, and nobody listens on', async (_, w) => {
  const before = listeners()
  const following = buyer.follow(FOLLOW, { w })
  await expect(following.until(() => false)).rejects.toThrow('VALIDATION')
  await until(() => listeners() === before)
  await following.stop()
})

describe('of more orders than are remembered', () => {
  test('those one may see are said to have left rather once too often, and a foreign one is still not named', async () => {
    const kept = await aPaidOrder(world)
    const [unpaid] = (await placeOrders(buyer, WISH)) as [string]
    await world.rows(
      `insert into orders select (jsonb_populate_record(o, jsonb_build_object('id', 'ord_' || lpad(n::text, 26, '0'), 'number', 'X-' || n, 'placed_at', now() + interval '1 hour'))).*
        from orders o, generate_series(1, 1001) n where o.id = $1`,
      [kept],
    )
    const { orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const [foreign] = (await world.rows<{ id: string }>(
      `update orders set buyer_id = channel_id, beneficiary_id = channel_id where id = $1 returning id`,
      [orderId],
    )) as [{ id: string }]
    const following = await follow(buyer, { status: { in: ['OPEN'] } })
    happens(unpaid, foreign.id)
    await caughtUp(following, kept)
    expect([toldOf(following, unpaid), toldOf(following, foreign.id)]).toEqual([[null], []])
    await stop(following)
  })
})
