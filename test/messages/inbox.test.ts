import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { MINUTE } from './talk-room.js'

let world: World
let buyer: Caller
let support: Caller
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as('agency@demo.test')
  support = await world.as('support@demo.test')
  admin = await world.as('admin@demo.test')
})
afterAll(() => world?.close())

const SAY =
  'mutation($o: ID!, $b: String!, $v: Visibility!) { postMessage(orderId: $o, body: $b, visibility: $v) { id } }'
const say = (who: Caller, o: string, b = 'A word.', v = 'BUYER') => who.ask(SAY, { o, b, v })
const INBOX = `query($w: InboxWhere, $s: String, $o: [InboxSort!], $f: Int, $a: String) { inbox(where: $w, search: $s, sort: $o, first: $f, after: $a) {
  nodes { id state waitingSince lastMessageAt order { number } promise { state warnAt dueAt } lastMessage { body } assignedTo { name } }
  pageInfo { endCursor } totalCount { count } } }`
const inbox = async (variables: Record<string, unknown> = {}) =>
  (await support.ask(INBOX, variables))['inbox'] as {
    nodes: { id: string; state: string; order: { number: string }; promise: { dueAt: string } | null }[]
    pageInfo: { endCursor: string }
    totalCount: { count: number }
  }
const states = async (of: readonly string[]) =>
  (await inbox({ w: { orderId: { in: of } } })).nodes.map(({ id, state }) => [of.indexOf(id), state])

test('the inbox shows what breaks first, then what is held, then what is answered, the newest first', async () => {
  const orders = [
    await aPaidOrder(world),
    await aPaidOrder(world),
    await aPaidOrder(world),
    await aPaidOrder(world),
  ]
  const [broken, held, waiting, answered] = orders as [string, string, string, string]
  await say(buyer, broken, 'Is it done?')
  await say(buyer, held)
  await admin.ask('mutation($id: ID!) { holdOrder(id: $id, reason: "A pause.") { id } }', { id: held })
  await world.move(12 * MINUTE)
  await say(buyer, waiting)
  expect(await states(orders)).toEqual([
    [0, 'AT_RISK'],
    [2, 'WAITING'],
    [1, 'HELD'],
  ])
  await say(support, answered, 'All is well.')
  await world.move(9 * MINUTE)
  expect(await states(orders)).toEqual([
    [0, 'BROKEN'],
    [2, 'WAITING'],
    [1, 'HELD'],
    [3, 'ANSWERED'],
  ])
  await say(support, broken, 'It is, and sorry for the wait.')
  expect(await states(orders)).toEqual([
    [2, 'WAITING'],
    [1, 'HELD'],
    [0, 'ANSWERED'],
    [3, 'ANSWERED'],
  ])
  const { nodes } = await inbox({ w: { orderId: { in: [broken, waiting] } } })
  expect(nodes).toEqual([
    {
      id: waiting,
      state: 'WAITING',
      waitingSince: expect.any(String),
      lastMessageAt: expect.any(String),
      order: { number: expect.stringMatching(/^W-/) },
      promise: { state: 'WAITING', warnAt: expect.any(String), dueAt: expect.any(String) },
      lastMessage: { body: 'A word.' },
      assignedTo: null,
    },
    {
      id: broken,
      state: 'ANSWERED',
      waitingSince: null,
      lastMessageAt: expect.any(String),
      order: { number: expect.stringMatching(/^W-/) },
      promise: null,
      lastMessage: { body: 'It is, and sorry for the wait.' },
      assignedTo: { name: expect.any(String) },
    },
  ])
  await say(support, waiting)
})

test('it is searched by number and by names, filtered, sorted and paged', async () => {
  const orders = [
    await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Elm Street Dental' }]),
    await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Harbour Bakery' }]),
  ] as const
  for (const order of orders) await say(buyer, order)
  const found = async (s: string) => (await inbox({ s, w: { orderId: { in: orders } } })).nodes
  expect((await found('elm street')).map(({ id }) => id)).toEqual([orders[0]])
  expect((await found('northwind')).map(({ id }) => id)).toEqual(orders)
  const { order } = (await found('bakery'))[0]!
  expect((await found(order.number.slice(2))).map(({ id }) => id)).toEqual([orders[1]])
  expect(await found('100%')).toEqual([])
  expect(await found('_')).toEqual([])
  const me = (await support.ask('{ viewer { user { id } } }'))['viewer'].user.id
  await say(support, orders[0])
  const mine = { w: { assignedTo: { in: [me] }, orderId: { in: orders } } }
  expect((await inbox(mine)).nodes.map(({ id }) => id)).toEqual([orders[0]])
  expect(
    (await inbox({ w: { state: { in: ['WAITING', 'AT_RISK', 'BROKEN'] }, orderId: { in: orders } } })).nodes,
  ).toMatchObject([{ id: orders[1] }])
  const newest = { o: [{ field: 'lastMessageAt', direction: 'DESC' }], w: { orderId: { in: orders } } }
  expect((await inbox(newest)).nodes.map(({ id }) => id)).toEqual(orders)
  const paged: string[] = []
  let a: string | undefined
  const { totalCount } = await inbox()
  while (paged.length < totalCount.count) {
    const { nodes, pageInfo } = await inbox({ f: 2, a })
    paged.push(...nodes.map(({ id }) => id))
    a = pageInfo.endCursor
  }
  expect(paged).toEqual((await inbox({ f: 100 })).nodes.map(({ id }) => id))
  await say(support, orders[1])
})

test('its counts follow by the clock; the worker warns, breaks and sends support, once, and the answer ends it', async () => {
  const order = await aPaidOrder(world)
  const live = support.follow<{ queueChanged: Record<string, unknown> }>(
    'subscription { queueChanged { questionsWaiting answersAtRisk answersBroken nextAnswerBy } }',
  )
  const next = () => live.seen.at(-1)!.queueChanged['nextAnswerBy']
  const counts = (questionsWaiting: number, answersAtRisk: number, answersBroken: number) =>
    live.until((seen) => {
      const last = seen.at(-1)?.queueChanged
      return (
        last?.['questionsWaiting'] === questionsWaiting &&
        last['answersAtRisk'] === answersAtRisk &&
        last['answersBroken'] === answersBroken
      )
    })
  const held = 1 // of the first test, whose order is held yet
  await counts(held, 0, 0)
  expect(next()).toBeNull()
  await say(buyer, order)
  await counts(held + 1, 0, 0)
  const { promise } = (await inbox({ w: { orderId: { in: [order] } } })).nodes[0]!
  expect(next()).toBe(promise!.dueAt)
  await world.move(11 * MINUTE)
  await counts(held + 1, 1, 0)
  await world.move(30 * MINUTE)
  await counts(held + 1, 0, 1)
  expect(next()).toBeNull()
  const task = async () =>
    (
      await world.rows<{ status: string; title: string }>(
        `select role, status, title from tasks where order_id = $1 and cause like 'answer-broken:%'`,
        [order],
      )
    )[0]
  expect(await task()).toEqual({
    role: 'SUPPORT',
    status: 'OPEN',
    title: 'A question waits: the promise to answer is broken',
  })
  await say(support, order)
  await counts(held, 0, 0)
  expect(await task()).toMatchObject({ status: 'CANCELLED' })
  await live.stop()
  const log = await world.rows<{ type: string; visibility: string }>(
    `select type, visibility from events where stream_id = $1 and type like 'promise.%' order by sequence`,
    [order],
  )
  expect(log).toEqual(
    ['started', 'at-risk', 'broken', 'kept'].map((what) => ({
      type: `promise.${what}`,
      visibility: 'STAFF',
    })),
  )
})

test('the buyer reads by when we answer, the beneficiary only where one of theirs waits; what we promised is ours', async () => {
  const order = await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Harbour Bakery' }])
  const client = await world.as('client@demo.test')
  const READ = 'query($id: ID!) { order(id: $id) { answerBy promise { id } } }'
  const read = async (who: Caller) => (await who.ask(READ, { id: order }))['order']
  await say(buyer, order)
  const { promise, answerBy } = await read(support)
  expect(await read(buyer)).toEqual({ answerBy, promise: null })
  expect(await read(client)).toEqual({ answerBy: null, promise: null })
  await client.ask(
    'mutation($o: ID!) { postMessage(orderId: $o, body: "And we?", visibility: PARTIES, kind: QUESTION) { id } }',
    { o: order },
  )
  expect(await read(client)).toEqual({ answerBy, promise: null })
  expect(await buyer.ask('query($id: ID!) { node(id: $id) { id } }', { id: promise.id })).toEqual({
    node: null,
  })
  expect(await buyer.refused('{ inbox { nodes { id } } }')).toMatchObject({ code: 'FORBIDDEN' })
  expect(await buyer.refused('{ calendars { nodes { id } } }')).toMatchObject({ code: 'FORBIDDEN' })
  await say(support, order, 'Soon.', 'PARTIES')
  expect(await read(buyer)).toEqual({ answerBy: null, promise: null })
})

test('how quickly we answered is told over all and by day', async () => {
  const TIMES = `query($s: DateTime!) { answerTimes(since: $s) { asked answered inTime medianSeconds p90Seconds share promisedSeconds
    days { day asked inTime share medianSeconds } } }`
  const now = async () => (await admin.ask('{ clock { now } }'))['clock'].now as string
  await world.move(60 * 60 * MINUTE)
  const since = await now()
  const took = [1, 2, 3, 4, 60]
  for (const minutes of took) {
    const order = await aPaidOrder(world)
    await say(buyer, order)
    await world.move(minutes * MINUTE)
    await say(support, order)
  }
  await say(buyer, await aPaidOrder(world))
  const { answerTimes } = await support.ask(TIMES, { s: since })
  expect(answerTimes).toMatchObject({
    asked: 6,
    answered: 5,
    inTime: 4,
    share: 0.8,
    promisedSeconds: 1200,
  })
  const seconds = (
    await world.rows<{ s: string }>(
      `select used_ms / 1000.0 as s from promises where answered_at is not null and started_at >= $1 order by used_ms`,
      [since],
    )
  ).map(({ s }) => Number(s))
  expect(Math.abs(answerTimes.medianSeconds - seconds[2]!)).toBeLessThanOrEqual(1)
  // Six tenths of the way from the last but one to the last.
  expect(Math.abs(answerTimes.p90Seconds - (0.4 * seconds[3]! + 0.6 * seconds[4]!))).toBeLessThanOrEqual(1)
  expect(answerTimes.days.reduce((sum: number, day: { asked: number }) => sum + day.asked, 0)).toBe(6)
  const later = new Date(Date.parse(await now()) + MINUTE).toISOString()
  const none = await support.ask(TIMES, { s: later })
  expect(none['answerTimes']).toMatchObject({ asked: 0, share: null, medianSeconds: null, days: [] })
})
