import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { fastify } from 'fastify'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { WebSocket } from 'ws'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import { callerLimits } from '../../api/app/caller-limits.js'
import { knownOperations } from '../../api/app/known-operations.js'
import { documentReader } from '../../api/app/live-documents.js'
import { mountLive } from '../../api/app/mount-live.js'
import { anonymous } from '../../api/lib/viewer.js'
import type { House } from '../../api/platform/context.js'
import type { Caller } from '../support/caller.js'
import { openStream } from '../support/event-stream.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const POST =
  'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: PARTIES) { id } }'
const NEWS = { query: 'subscription { notificationAdded { id } }' }

let world: World
let order: string
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  order = await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Harbour Bakery' }])
  admin = await world.as('admin@demo.test')
})
afterAll(() => world?.close())

const post = (body: string) => admin.ask(POST, { o: order, b: body })

/** Ways to come, each with how to leave again. */
const comers = {
  'an event stream': async (address: string) => {
    const end = new AbortController()
    const opening = fetch(`${address}/graphql/stream?query=${encodeURIComponent(NEWS.query)}`, {
      headers: admin.headers,
      signal: end.signal,
    })
    opening.catch(() => undefined)
    return () => end.abort()
  },
  'a socket': async (address: string) => {
    const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: admin.headers,
    })
    await new Promise((open) => socket.once('open', open))
    socket.send('{"type":"connection_init"}')
    return () => socket.terminate()
  },
}

test.each(Object.entries(comers))(
  'who opens %s and leaves while we look who they are takes no room',
  async (_what, come) => {
    const { house, bound } = world.running
    const { promise: looking, resolve: look } = Promise.withResolvers<void>()
    const { promise: left, resolve: noticed } = Promise.withResolvers<void>()
    const { promise: known, resolve: knows } = Promise.withResolvers<void>()
    const own = await ownServer({
      limits: { ...callerLimits(house.config), sockets: 1 },
      whoAsks: async (headers) => {
        look()
        await left
        const viewer = await viewerOf(bound.signIn, headers)
        setImmediate(knows)
        return viewer
      },
    })
    const leave = await come(own.address)
    await looking
    leave()
    while ((await own.lines()) > 0) await pause(10)
    noticed()
    await known
    const stream = await openStream(own.address, admin.headers, NEWS)
    expect(stream.status).toBe(200)
    stream.leave()
    await own.close()
  },
)

const EVENTS = 100
const LENGTH = 9000
const COPIES = 50

/** Opens a stream of all that is written from now on, fifty times over, and reads nothing of it. */
async function aLazyReader(address: string): Promise<Socket> {
  const [{ last }] = (await world.rows<{ last: string }>(
    'select max(sequence)::text as last from events where stream_id = $1',
    [order],
  )) as [{ last: string }]
  const wide = Array.from({ length: COPIES }, (_, i) => `b${i}: body`).join(' ')
  const body = JSON.stringify({
    query: `subscription($o: ID!, $a: Sequence) { orderActivity(orderId: $o, after: $a) { sequence ... on MessageEntry { ${wide} } } }`,
    variables: { o: order, a: last },
  })
  const lazy = connect(Number(new URL(address).port), '127.0.0.1').pause()
  lazy.write(
    `POST /graphql/stream HTTP/1.1\r\nhost: here\r\ncookie: ${admin.headers['cookie']}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  return lazy
}

/** A house that counts what is read in it, and waits until that is no more. */
function counted() {
  let readings = 0
  const { house } = world.running
  const counting: House = {
    ...house,
    database: { ...house.database, read: (...asked) => (readings++, house.database.read(...asked)) },
  }
  const stuck = async () => {
    for (let before = -1; before !== readings; await pause(1000)) before = readings
    return readings
  }
  return { house: counting, stuck }
}

test('for a reader who does not read nothing is gathered: it is read from the log when they do', async () => {
  const { house, stuck } = counted()
  const own = await ownServer({ house })
  const lazy = await aLazyReader(own.address)
  for (let i = 0; i < EVENTS; i++) await post('x'.repeat(LENGTH))
  const readings = await stuck()
  expect(readings).toBeGreaterThan(0)
  expect(readings).toBeLessThan(EVENTS * 0.7)
  const all = EVENTS * LENGTH * COPIES
  let bytes = 0
  lazy.on('data', (piece: Buffer) => (bytes += piece.length)).resume()
  for (let i = 0; i < 600 && bytes < all; i++) await pause(50)
  expect(bytes).toBeGreaterThanOrEqual(all)
  lazy.destroy()
  await own.close()
}, 120_000)

test('a reader who does not read goes with their session all the same, and takes no room', async () => {
  const { house, stuck } = counted()
  const { signIn } = world.running.bound
  let signedIn = true
  const own = await ownServer({
    house,
    limits: { ...callerLimits(house.config), sockets: 1 },
    whoAsks: async (headers) => (signedIn ? viewerOf(signIn, headers) : anonymous),
  })
  const lazy = await aLazyReader(own.address)
  const cut = new Promise((done) => lazy.once('close', done).on('error', done))
  for (let i = 0; i < EVENTS; i++) await post('x'.repeat(LENGTH))
  expect(await stuck()).toBeLessThan(EVENTS)
  signedIn = false
  while ((await own.lines()) > 0) await pause(50)
  signedIn = true
  const stream = await openStream(own.address, admin.headers, NEWS)
  expect(stream.status).toBe(200)
  stream.leave()
  lazy.resume()
  await cut
  await own.close()
}, 120_000)

test('the same words are read once, for all who may know as much of the schema', async () => {
  const read = documentReader('production')
  const document = await read(NEWS.query, true)
  expect(await read(NEWS.query, true)).toBe(document)
  const words =
    'subscription { __typename ...S } fragment S on Subscription { notificationAdded { __typename } }'
  expect(await read(words, false)).not.toBe(await read(words, true))
  const LOOKS = '{ __schema { queryType { name } } }'
  expect(await read(LOOKS, true)).toHaveProperty('kind')
  expect(await read(LOOKS, false)).toContainEqual(
    expect.objectContaining({ message: expect.stringMatching(/introspection/) }),
  )
})

/** Serves this world's subscriptions at another address, with parts that differ. */
async function ownServer(parts: Partial<Parameters<typeof mountLive>[1]>) {
  const { house, bound } = world.running
  const app = fastify({ forceCloseConnections: true })
  const endLive = mountLive(app, {
    house,
    whoAsks: (headers) => viewerOf(bound.signIn, headers),
    limits: callerLimits(house.config),
    known: knownOperations([]),
    ...parts,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  /** How many lines to it are open. */
  const lines = () => promisify(app.server.getConnections.bind(app.server))()
  return { address, lines, close: () => endLive().then(() => app.close()) }
}
