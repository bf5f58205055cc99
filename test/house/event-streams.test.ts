import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createClient } from 'graphql-sse'
import { setTimeout as pause } from 'node:timers/promises'
import type { Caller } from '../support/caller.js'
import { openStream, readStream } from '../support/event-stream.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const POST =
  'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: PARTIES) { id } }'
const ACTIVITY =
  'subscription($o: ID!, $a: Sequence) { orderActivity(orderId: $o, after: $a) { sequence ... on MessageEntry { body } } }'

let world: World
let order: string
let admin: Caller
let client: Caller
/** How many listen to hints while nobody has a stream open. */
let quiet: number

beforeAll(async () => {
  world = await openWorld()
  order = await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Harbour Bakery' }])
  admin = await world.as('admin@demo.test')
  client = await world.as('client@demo.test')
  quiet = listeners()
})
afterAll(() => world?.close())

const post = (body: string) => admin.ask(POST, { o: order, b: body })
const opened = (caller: Caller, variables: object = {}) =>
  openStream(world.address, caller.headers, { query: ACTIVITY, variables: { o: order, ...variables } })
const listeners = () => world.running.house.live.listeners
const until = async (few: number) => {
  for (let i = 0; i < 500 && listeners() > few; i++) await pause(10)
}

interface Seen {
  orderActivity: { sequence: string; body?: string }
}

describe('what a stream gives', () => {
  test('is, for the protocol’s own client, what a socket gives: a feed from a number on, each entry once, and on from there after a break', async () => {
    const sse = createClient({
      url: `${world.address}/graphql/stream`,
      headers: admin.headers,
      retryAttempts: 0,
    })
    const read = async (after: string, last: string) => {
      const got: string[] = []
      for await (const { data } of sse.iterate<Seen>({
        query: ACTIVITY,
        variables: { o: order, a: after },
      })) {
        got.push(data!.orderActivity.sequence)
        if (data!.orderActivity.body === last) break
      }
      return got
    }
    const first = read('0', 'two')
    await post('one')
    await post('two')
    const before = await first
    await post('three')
    const got = [...before, ...(await read(before.at(-1)!, 'three'))]
    sse.dispose()
    const bySocket = admin.follow<Seen>(ACTIVITY, { o: order })
    const all = await bySocket.until((seen) => seen.at(-1)?.orderActivity.body === 'three')
    await bySocket.stop()
    expect(got).toEqual(all.map(({ orderActivity }) => orderActivity.sequence))
  })

  test('comes by GET, too, as a browser’s EventSource asks', async () => {
    const address = new URL(`${world.address}/graphql/stream`)
    address.searchParams.set('query', ACTIVITY)
    address.searchParams.set('variables', JSON.stringify({ o: order }))
    const stream = await readStream(String(address), { headers: admin.headers })
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const [entry] = await stream.until((told) => told.length > 0)
    expect(entry!.data!.data!['orderActivity'].sequence).toBe('1')
    stream.leave()
  })

  test('is the caller’s own: who may not see an order hears that it is not there', async () => {
    const stream = await opened(await world.as('channel@demo.test'))
    await stream.ended
    expect(stream.told.map(({ data }) => data?.errors?.[0]!.extensions.code)).toEqual([
      'NOT_FOUND',
      undefined,
    ])
    expect(stream.told.at(-1)!.event).toBe('complete')
  })
})

describe('what a stream does not take', () => {
  test.each([
    ['a question', '{ viewer { kind } }', /subscriptions alone/],
    ['a change', 'mutation { advanceClock(by: "PT1S") { now } }', /subscriptions alone/],
    ['a field that is not there', 'subscription { queueChanged { nothing } }', /nothing/],
    ['no GraphQL at all', '{', /Syntax/],
  ])('%s is told so on the stream, which is over then', async (_what, query, words) => {
    const stream = await openStream(world.address, admin.headers, { query })
    await stream.ended
    expect(stream.status).toBe(200)
    expect(stream.told.map(({ event }) => event)).toEqual(['next', 'complete'])
    expect(stream.told[0]!.data!.errors![0]!.message).toMatch(words)
    expect(stream.told[0]!.data!.data).toBeUndefined()
  })

  test.each([
    ['a list', '[]', 'application/json'],
    ['a query that is no text', '{"query":1}', 'application/json'],
    [
      'variables that are none',
      '{"query":"subscription { queueChanged { verify } }","variables":"x"}',
      'application/json',
    ],
    ['a form of another site', '{"query":"subscription { queueChanged { verify } }"}', 'text/plain'],
  ])('%s is refused', async (_what, body, type) => {
    const response = await fetch(`${world.address}/graphql/stream`, {
      method: 'POST',
      headers: { ...admin.headers, 'content-type': type },
      body,
    })
    expect(response.status).toBe(400)
    expect(await response.text()).not.toMatch(/node_modules|at .*\.js/)
  })

  test('a page of another site opens none', async () => {
    for (const origin of ['https://evil.example', 'null']) {
      const stream = await openStream(world.address, { ...admin.headers, origin }, { query: ACTIVITY })
      expect(stream.status).toBe(403)
    }
    const own = await openStream(
      world.address,
      { ...admin.headers, origin: world.address },
      { query: ACTIVITY, variables: { o: order } },
    )
    expect(own.status).toBe(200)
    own.leave()
  })
})

describe('a stream ends', () => {
  test('for us as soon as its reader has gone', async () => {
    await until(quiet)
    const stream = await opened(admin)
    await stream.until((told) => told.length > 0)
    expect(listeners()).toBe(quiet + 1)
    stream.leave()
    await until(quiet)
    expect(listeners()).toBe(quiet)
  })

  test('when its reader signs out, who is told to sign in and hears nothing more', async () => {
    const support = await world.as('support@demo.test')
    const stream = await opened(support)
    await stream.until((told) => told.length > 0)
    await fetch(`${world.address}/api/auth/sign-out`, {
      method: 'POST',
      headers: { ...support.headers, origin: world.address, 'content-type': 'application/json' },
      body: '{}',
    })
    const began = performance.now()
    await stream.ended
    expect(performance.now() - began).toBeLessThan(5000)
    const [last, end] = stream.told.slice(-2)
    expect(last!.data!.errors![0]!.extensions).toEqual({ code: 'NOT_SIGNED_IN' })
    expect(end!.event).toBe('complete')
  })

  test('when its reader loses the right to it, and from that moment on nothing of it is heard', async () => {
    const stream = await opened(client)
    const shown = () => stream.told.filter(({ data }) => data?.data).length
    await stream.until((told) => told.length > 0)
    await post('the last that they may read')
    await stream.until((told) =>
      told.some(({ data }) => data?.data?.['orderActivity'].body?.startsWith('the last')),
    )
    const [member] = await world.rows<{ id: string }>(
      `select m.id from members m join users u on u.id = m.user_id where u.email = 'client@demo.test'`,
    )
    await admin.ask('mutation($id: ID!) { disableMember(id: $id) { status } }', { id: member!.id })
    const heard = shown()
    for (let i = 0; i < 5; i++) await post(`after ${i}`)
    await stream.ended
    expect(shown()).toBe(heard)
    expect(stream.told.at(-2)!.data!.errors![0]!.extensions.code).toBe('NOT_SIGNED_IN')
  })

  test('without a word when the program does, so that its reader comes back', async () => {
    const other = await openWorld()
    const theirs = await aPaidOrder(other, [
      { service: 'Local search optimisation', client: 'Harbour Bakery' },
    ])
    const stream = await openStream(other.address, (await other.as('admin@demo.test')).headers, {
      query: ACTIVITY,
      variables: { o: theirs },
    })
    await stream.until((told) => told.length > 0)
    const began = performance.now()
    const ended = stream.ended.then((how) => ({ how, ms: performance.now() - began }))
    await other.close()
    const { how, ms } = await ended
    expect(how).toBeUndefined()
    expect(ms).toBeLessThan(5000)
    expect(stream.told.map(({ event }) => event)).not.toContain('complete')
  })
})
