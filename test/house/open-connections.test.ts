import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { fastify } from 'fastify'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import { callerLimits } from '../../api/app/caller-limits.js'
import { knownOperations } from '../../api/app/known-operations.js'
import { documentReader } from '../../api/app/live-documents.js'
import { mountLive } from '../../api/app/mount-live.js'
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

/** Leaves while it is looked up who they are. */
const leavers = {
  'an event stream': async (address: string) => {
    const leaving = fetch(`${address}/graphql/stream?query=${encodeURIComponent(NEWS.query)}`, {
      headers: admin.headers,
      signal: AbortSignal.timeout(100),
    })
    await expect(leaving).rejects.toThrow('timeout')
  },
  'a socket': async (address: string) => {
    const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: admin.headers,
    })
    await new Promise((open) => socket.once('open', open))
    socket.send('{"type":"connection_init"}')
    await pause(100)
    socket.terminate()
  },
}

test.each(Object.entries(leavers))(
  'who opens %s and leaves while we look who they are takes no room',
  async (_what, openAndLeave) => {
    const { house, bound } = world.running
    const own = await ownServer({
      limits: { ...callerLimits(house.config), sockets: 1 },
      whoAsks: (headers) => pause(300).then(() => viewerOf(bound.signIn, headers)),
    })
    await openAndLeave(own.address)
    await pause(500)
    const stream = await openStream(own.address, admin.headers, NEWS)
    expect(stream.status).toBe(200)
    stream.leave()
    await own.close()
  },
)

test('for a reader who does not read nothing is gathered: it is read from the log when they do', async () => {
  const EVENTS = 100
  const LENGTH = 9000
  const wide = Array.from({ length: 50 }, (_, i) => `b${i}: body`).join(' ')
  let readings = 0
  const { house } = world.running
  const counting: House = {
    ...house,
    database: { ...house.database, read: (...asked) => (readings++, house.database.read(...asked)) },
  }
  const own = await ownServer({ house: counting })
  const [{ last }] = (await world.rows<{ last: string }>(
    'select max(sequence)::text as last from events where stream_id = $1',
    [order],
  )) as [{ last: string }]
  const body = JSON.stringify({
    query: `subscription($o: ID!, $a: Sequence) { orderActivity(orderId: $o, after: $a) { sequence ... on MessageEntry { ${wide} } } }`,
    variables: { o: order, a: last },
  })
  const lazy = connect(Number(new URL(own.address).port), '127.0.0.1').pause()
  lazy.write(
    `POST /graphql/stream HTTP/1.1\r\nhost: here\r\ncookie: ${admin.headers['cookie']}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  for (let i = 0; i < EVENTS; i++) await post('x'.repeat(LENGTH))
  for (let before = -1; before !== readings; await pause(1000)) before = readings
  expect(readings).toBeGreaterThan(0)
  expect(readings).toBeLessThan(EVENTS * 0.7)
  let bytes = 0
  lazy.on('data', (piece: Buffer) => (bytes += piece.length)).resume()
  for (let i = 0; i < 600 && bytes < EVENTS * LENGTH * 50; i++) await pause(50)
  expect(bytes).toBeGreaterThanOrEqual(EVENTS * LENGTH * 50)
  lazy.destroy()
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
  return { address, close: () => endLive().then(() => app.close()) }
}
