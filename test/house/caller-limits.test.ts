import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Caller, GraphqlError } from '../support/caller.js'
import { type EventStream, openStream } from '../support/event-stream.js'
import { openWorld, type World } from '../support/world.js'

const POINTS = 400
const SOCKETS = 3

let world: World

beforeAll(async () => {
  world = await openWorld({ CALLER_POINTS: `${POINTS}`, CALLER_SOCKETS: `${SOCKETS}` })
})
afterAll(() => world?.close())

const ONE = '{ viewer { kind } }'
/** A hundred orders, each with five lines as they count: 600 rows. */
const MANY = '{ orders(first: 100) { nodes { lines { id } } } }'
const NEWS = { query: 'subscription { notificationAdded { id } }' }

function ask(caller: Caller, query: string): Promise<Response> {
  return send(caller, { query })
}

function send(caller: Caller, body: object): Promise<Response> {
  return fetch(`${world.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...caller.headers },
    body: JSON.stringify(body),
  })
}

/** Asks until it is refused, and gives the refusal. */
async function untilRefused(caller: Caller, query: string) {
  for (let i = 0; i < POINTS; i++) {
    const { errors } = await caller.raw(query)
    if (errors) return errors[0]!.extensions
  }
  throw new Error('never refused')
}

describe('what a caller may ask in a minute', () => {
  test('is told with each answer: what it cost, and what is left', async () => {
    const client = await world.as('client@demo.test')
    const first = await ask(client, ONE)
    const rate = { cost: 1, limit: POINTS, remaining: expect.any(Number), reset: expect.any(Number) }
    expect(await first.json()).toMatchObject({ data: { viewer: { kind: 'MEMBER' } }, extensions: { rate } })
    expect(first.headers.get('operation-cost')).toBe('1')
    expect(first.headers.get('ratelimit-limit')).toBe(`${POINTS}`)
    const left = Number(first.headers.get('ratelimit-remaining'))
    const second = await ask(client, MANY)
    expect(second.headers.get('operation-cost')).toBe('7')
    expect(Number(second.headers.get('ratelimit-remaining'))).toBe(left - 7)
  })

  test('ends with a refusal that says when to come again, over HTTP and sockets alike', async () => {
    const agency = await world.as('agency@demo.test')
    expect(await untilRefused(agency, MANY)).toEqual({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) })
    const refused = await ask(agency, MANY)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const following = agency.follow(MANY)
    await expect(following.until((seen) => seen.length > 0)).rejects.toThrow('RATE_LIMITED')
    await following.stop()
  })

  test('is each caller’s own: others go on', async () => {
    expect((await (await world.as('admin@demo.test')).ask(ONE))['viewer'].kind).toBe('STAFF')
  })

  test.each([
    ['that nobody could answer', { query: '{ nothing }' }, 'finance@demo.test'],
    ['that cannot be read', { query: '{' }, 'client@demo.test'],
    [
      'by a hash that nobody knows',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      'fulfilment@demo.test',
    ],
  ])('goes for questions %s, too', async (_what, body, email) => {
    const caller = await world.as(email)
    for (let i = 0; i < POINTS / 20; i++) await send(caller, body)
    expect(await caller.refused(ONE)).toMatchObject({ code: 'RATE_LIMITED' })
    const again = await send(caller, body)
    expect([again.status, again.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)])
    const { errors } = (await again.json()) as { errors: GraphqlError[] }
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['RATE_LIMITED'])
    const following = caller.follow('{ nothing }')
    await expect(following.until((seen) => seen.length > 0)).rejects.toThrow('RATE_LIMITED')
    await following.stop()
  })
})

describe('how many sockets and event streams a caller may have open', () => {
  /** A socket that has said hello: `welcome`, or the code with which it was closed. */
  const hello = (caller: Caller) => {
    const socket = new WebSocket(`${world.address.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: caller.headers,
    })
    socket.once('open', () => socket.send('{"type":"connection_init"}'))
    const met = new Promise<number | 'welcome'>((done) => {
      socket.once('message', () => done('welcome'))
      socket.once('close', done)
    })
    return { met, end: () => socket.terminate() }
  }

  test('one too many is told to come back later, and another caller’s is not', async () => {
    const admin = await world.as('admin@demo.test')
    const open = Array.from({ length: SOCKETS }, () => hello(admin))
    expect(await Promise.all(open.map(({ met }) => met))).toEqual(open.map(() => 'welcome'))
    expect(await hello(admin).met).toBe(1013)
    const other = hello(await world.as('support@demo.test'))
    expect(await other.met).toBe('welcome')
    for (const { end } of [...open, other]) end()
  })

  test('event streams count with them; one that ends makes room', async () => {
    const channel = await world.as('channel@demo.test')
    const sockets = [hello(channel), hello(channel)]
    await Promise.all(sockets.map(({ met }) => met))
    const stream = () => openStream(world.address, channel.headers, NEWS)
    const last = await stream()
    expect(last.status).toBe(200)
    const refused = await stream()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    last.leave()
    const again = await roomAgain(stream)
    again.leave()
    for (const { end } of sockets) end()
  })
})

/** Asks again until the server has noticed who left. */
async function roomAgain(open: () => Promise<EventStream>): Promise<EventStream> {
  for (let i = 0; i < 1500; i++) {
    const stream = await open()
    if (stream.status === 200) return stream
    await pause(20)
  }
  throw new Error('No room was made.')
}
