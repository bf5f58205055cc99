import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller, Following } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

interface Entry {
  orderActivity: { id: string; sequence: string; visibility: string; body?: string }
}
const FOLLOW =
  'subscription($id: ID!, $a: Sequence) { orderActivity(orderId: $id, after: $a) { id sequence visibility ... on MessageEntry { body } } }'
const POST =
  'mutation($o: ID!, $b: String!, $v: Visibility!) { postMessage(orderId: $o, body: $b, visibility: $v) { id } }'

let world: World
let order: string
let admin: Caller
let buyer: Caller
let client: Caller

beforeAll(async () => {
  world = await openWorld()
  order = await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Harbour Bakery' }])
  admin = await world.as('admin@demo.test')
  buyer = await world.as('agency@demo.test')
  client = await world.as('client@demo.test')
})
afterAll(() => world?.close())

const numbers = (seen: readonly Entry[]) => seen.map((entry) => Number(entry.orderActivity.sequence))
const follow = (caller: Caller, after?: number): Following<Entry> =>
  caller.follow<Entry>(FOLLOW, { id: order, a: after === undefined ? null : String(after) })

/** What a reader should have: the log itself, as far as it is written for them; a time that was set is no news. */
async function log(visibilities: readonly string[], after = 0): Promise<number[]> {
  const rows = await world.rows<{ n: number }>(
    `select sequence::int as n from events where stream_id = $1 and visibility = any($2) and sequence > $3 and type <> 'report.planned' order by sequence`,
    [order, visibilities, after],
  )
  return rows.map((row) => row.n)
}
const ALL = ['STAFF', 'BUYER', 'PARTIES']

/** Writes until it is taken: who finds others writing for too long asks again. */
async function write(caller: Caller, body: string, visibility: string): Promise<void> {
  for (;;) {
    const { errors } = await caller.raw(POST, { o: order, b: body, v: visibility })
    if (!errors) return
    if (errors[0]!.extensions.code !== 'BUSY') throw new Error(JSON.stringify(errors))
  }
}

/** Twenty who write at once, several words each; most by staff, some for their own eyes. */
async function crowd(words = 3): Promise<void> {
  const writers = Array.from({ length: 20 }, async (_, i) => {
    for (let n = 0; n < words; n++)
      await write(
        i % 2 ? buyer : admin,
        `${i}.${n}`,
        i % 2 ? ['BUYER', 'PARTIES'][n % 2]! : ALL[(i + n) % 3]!,
      )
  })
  await Promise.all(writers)
}

test('a follower gets what is there, then each entry as it comes: none missed, none twice, in order, and only theirs', async () => {
  const early = [
    { following: follow(admin), sees: ALL },
    { following: follow(buyer), sees: ['BUYER', 'PARTIES'] },
    { following: follow(client), sees: ['PARTIES'] },
  ]
  const writing = crowd()
  const late = [0, 1, 2, 3].map(
    (i) => new Promise<Following<Entry>>((done) => setTimeout(() => done(follow(admin)), i * 40)),
  )
  await writing
  const followers = [...early, ...(await Promise.all(late)).map((following) => ({ following, sees: ALL }))]
  for (const { following, sees } of followers) {
    const expected = await log(sees)
    expect(expected.length).toBeGreaterThan(5)
    await following.until((seen) => seen.length >= expected.length)
    await new Promise((done) => setTimeout(done, 50))
    expect(numbers(following.seen)).toEqual(expected)
    expect(following.seen.filter((entry) => !sees.includes(entry.orderActivity.visibility))).toEqual([])
    await following.stop()
  }
  const written = 'select sequence::int as n from events where stream_id = $1 order by sequence'
  const whole = (await world.rows<{ n: number }>(written, [order])).map((row) => row.n)
  expect(whole).toEqual(whole.map((_, i) => i + 1))
})

test('a follower whose socket drops again and again reads on from their last number and misses nothing', async () => {
  const start = (await log(ALL)).at(-1)!
  let running = true
  const writing = crowd(4).then(() => (running = false))
  const got: number[] = []
  for (let drops = 0; running || drops < 5; drops++) {
    const following = follow(admin, got.at(-1) ?? start)
    await Promise.race([
      following.until((seen) => seen.length > 3).catch(() => undefined),
      new Promise((done) => setTimeout(done, 300)),
    ])
    const seen = numbers(following.seen)
    await following.stop()
    got.push(...seen)
  }
  await writing
  const last = follow(admin, got.at(-1) ?? start)
  const expected = await log(ALL, start)
  await last.until((seen) => got.length + seen.length >= expected.length)
  await last.stop()
  expect([...got, ...numbers(last.seen)]).toEqual(expected)
})

test('a follower from a number ahead of the feed hears what comes after it', async () => {
  const end = (await log(ALL)).at(-1)!
  const following = follow(admin, end + 1)
  await new Promise((done) => setTimeout(done, 200))
  await write(admin, 'next', 'STAFF')
  await write(admin, 'the one after', 'STAFF')
  await following.until((seen) => seen.length > 0)
  expect(numbers(following.seen)).toEqual([end + 2])
  await following.stop()
})

test('the feed as a list has the same entries as the feed that is followed', async () => {
  const { order: found } = await buyer.ask(
    'query($id: ID!) { order(id: $id) { activity(first: 100, sort: [{ field: sequence, direction: ASC }]) { totalCount { count } nodes { sequence } } } }',
    { id: order },
  )
  const expected = await log(['BUYER', 'PARTIES'])
  expect(found.activity.totalCount.count).toBe(expected.length)
  expect(found.activity.nodes.map((n: { sequence: string }) => Number(n.sequence))).toEqual(
    expected.slice(0, 100),
  )
})

test('nobody follows an order that is not theirs, and cannot tell it from one that is not there', async () => {
  const channel = await world.as('channel@demo.test')
  const refused = async (id: string) => {
    const following = channel.follow('subscription($id: ID!) { orderActivity(orderId: $id) { id } }', { id })
    const error = await following
      .until((seen) => seen.length > 0)
      .then(
        () => 'seen',
        (e: Error) => e.message.replaceAll(id, ''),
      )
    await following.stop()
    return error
  }
  const foreign = await refused(order)
  expect(foreign).toContain('NOT_FOUND')
  expect(foreign).toBe(await refused('ord_01zzzzzzzzzzzzzzzzzzzzzzzz'))
})
