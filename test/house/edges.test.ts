import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fastify } from 'fastify'
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import { callerLimits } from '../../api/app/caller-limits.js'
import { knownOperations } from '../../api/app/known-operations.js'
import { mountGraphql } from '../../api/app/graphql-server.js'
import { anonymous } from '../../api/lib/viewer.js'
import type { House } from '../../api/platform/context.js'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
})
afterAll(() => world?.close())

describe('over HTTP', () => {
  const send = (body: string, headers: Record<string, string>, method = 'POST') =>
    fetch(`${world.address}/graphql`, {
      method,
      headers: { ...admin.headers, ...headers },
      body: method === 'POST' ? body : undefined,
    })
  const query = JSON.stringify({ query: '{ viewer { kind } }' })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
    'text/plain; application/json',
  ])('a form of another site (%s) is not taken', async (type) => {
    const response = await send(
      query,
      type ? { 'content-type': type } : { 'content-type': 'text/plain;charset=UTF-8' },
    )
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).not.toContain('"data":{"viewer"')
  })

  test('a link of another site changes nothing and reads nothing', async () => {
    for (const q of ['mutation { advanceClock(by: "PT1S") { now } }', '{ viewer { user { email } } }']) {
      const response = await fetch(`${world.address}/graphql?query=${encodeURIComponent(q)}`, {
        headers: admin.headers,
      })
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(await response.text()).not.toMatch(/admin@demo|"now"/)
    }
  })

  test('many operations in one body are refused', async () => {
    const response = await send(`[${query},${query}]`, { 'content-type': 'application/json' })
    expect(response.status).toBe(400)
  })

  test('a body that is huge, broken, deep or in another charset is refused in words', async () => {
    const huge = await send(JSON.stringify({ query: `# ${'x'.repeat(300_000)}\n{ viewer { kind } }` }), {
      'content-type': 'application/json',
    })
    expect(huge.status).toBe(413)
    for (const body of [
      '{',
      'null',
      '1',
      '""',
      '{"query":1}',
      '{"query":"{ viewer { kind } }","variables":"x"}',
      '{"__proto__":{"query":"{ viewer { kind } }"}}',
    ]) {
      const response = await send(body, { 'content-type': 'application/json' })
      expect([body, response.status]).toEqual([body, 400])
      expect(await response.text()).not.toMatch(/node_modules|at .*\.js/)
    }
    const deep = await send(
      JSON.stringify({ query: `{ viewer ${'{ a '.repeat(20_000)}${'}'.repeat(20_000)} }` }),
      { 'content-type': 'application/json' },
    )
    expect(deep.status).toBe(400)
  })

  test('a text with a byte that no database takes is refused, or kept, but never an error of ours', async () => {
    const refusals = await Promise.all([
      admin.raw('query($i: ID!) { order(id: $i) { id } }', { i: 'a\u0000b' }),
      admin.raw('query($w: OrderWhere) { orders(where: $w) { nodes { id } } }', {
        w: { number: { in: ['\u0000'] } },
      }),
      admin.raw('mutation { postMessage(orderId: "a\\u0000", body: "x\\u0000", visibility: STAFF) { id } }'),
      admin.raw('mutation($n: String!) { createUpload(name: $n, size: 1, type: "text/plain") { url } }', {
        n: 'a\u0000.txt',
      }),
    ])
    expect(
      refusals
        .flatMap(({ errors }) => errors?.map((e) => e.extensions.code) ?? [])
        .filter((code) => code === 'INTERNAL_SERVER_ERROR'),
    ).toEqual([])
  })
})

describe('over a socket', () => {
  const open = (headers: Record<string, string>, protocol = 'graphql-transport-ws') =>
    new WebSocket(`${world.address.replace(/^http/, 'ws')}/graphql`, protocol, { headers })
  const ending = (socket: WebSocket) =>
    new Promise<number | string>((done) => {
      socket.once('error', () => done('refused'))
      socket.once('close', (code) => done(code))
    })

  test('a page of another origin is refused, our own is not', async () => {
    expect(await ending(open({ ...admin.headers, origin: 'https://evil.example' }))).toBe('refused')
    expect(await ending(open({ ...admin.headers, origin: 'null' }))).toBe('refused')
    const own = open({ ...admin.headers, origin: world.address })
    await new Promise((done) => own.once('open', done))
    own.terminate()
  })

  test('who asks before saying hello, or says nothing, is cut', async () => {
    const eager = open(admin.headers)
    eager.once('open', () =>
      eager.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ viewer { kind } }' } })),
    )
    expect(await ending(eager)).toBe(4401)
    const mute = open(admin.headers)
    expect(await ending(mute)).toBe(4408)
  })

  test('a message that is too large, or no message at all, cuts it', async () => {
    const loud = open(admin.headers)
    loud.once('open', () =>
      loud.send(JSON.stringify({ type: 'connection_init', payload: { x: 'x'.repeat(200_000) } })),
    )
    expect(await ending(loud)).toBe(1009)
    const odd = open(admin.headers)
    odd.once('open', () => odd.send('hello'))
    expect(await ending(odd)).toBe(4400)
  })
})

describe('what goes wrong on our side', () => {
  test('is told with a reference that is in the log, and nothing else', async () => {
    const lines: string[] = []
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
    const secret = `password ${randomUUID()} of table users`
    const broken: House = { ...world.running.house, log }
    const app = fastify()
    await mountGraphql(
      app,
      { ...broken, database: { ...broken.database, read: () => Promise.reject(new Error(secret)) } },
      async () => ({ ...anonymous, kind: 'staff', id: 'usr_x', roles: ['ADMIN'] }),
      callerLimits(broken.config),
      knownOperations([]),
    )
    const { body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ orders { nodes { id } } }' },
    })
    await app.close()
    const [error] = JSON.parse(body).errors
    expect(error.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(body).not.toContain(secret)
    expect(body).not.toMatch(/stack|\.js:|select/i)
    expect(lines.join()).toContain(error.extensions.reference)
    expect(lines.join()).toContain(secret)
  })
})

describe('in production', () => {
  const production = async (query: string) => {
    const app = fastify()
    const { house } = world.running
    await mountGraphql(
      app,
      { ...house, config: { ...house.config, mode: 'production' } },
      async () => anonymous,
      callerLimits(house.config),
      knownOperations([]),
    )
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query } })
    const page = await app.inject({ method: 'GET', url: '/graphql', headers: { accept: 'text/html' } })
    await app.close()
    return { body: response.body, page: page.body }
  }

  test('nobody looks around in the schema, and nobody is helped to guess it', async () => {
    expect((await production('{ __schema { types { name } } }')).body).toMatch(/introspection/i)
    expect((await production('{ __type(name: "Order") { name } }')).body).not.toContain('"name":"Order"')
    const { body, page } = await production('{ service(id: "x") { nam } }')
    expect(body).not.toContain('Did you mean')
    expect(page).not.toContain('<html')
  })

  test('there is no clock to move', async () => {
    const { body } = await production('mutation { advanceClock(by: "PT1H") { now } }')
    expect(body).toMatch(/Cannot query field/)
  })

  test('in the sandbox there are all of these', async () => {
    expect((await admin.ask('{ __type(name: "Order") { name } clock { now } }'))['__type']).toEqual({
      name: 'Order',
    })
  })
})
