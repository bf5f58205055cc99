import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fastify, type FastifyInstance } from 'fastify'
import { createClient } from 'graphql-ws'
import { createHash } from 'node:crypto'
import { WebSocket } from 'ws'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import { callerLimits } from '../../api/app/caller-limits.js'
import { mountGraphql, type WhoAsks } from '../../api/app/graphql-server.js'
import { knownOperations } from '../../api/app/known-operations.js'
import { mountLive } from '../../api/app/mount-live.js'
import type { House } from '../../api/platform/context.js'
import type { GraphqlError } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

const WHO = '{ viewer { kind } }'
const QUEUES = '{ staff { nodes { name } } }'
const HUGE = `{ organisations(first: 100) { nodes { contacts(first: 100) { nodes { organisation { contacts(first: 100) { nodes { name } } } } } } } }`
const SCHEMA = '{ __schema { queryType { name } } }'
const WRITES = 'mutation($o: ID!) { postMessage(orderId: $o, body: "Hello", visibility: STAFF) { id } }'
/** What the program's own pages ask, as their build lists it. */
const OURS = [WHO, QUEUES, HUGE, SCHEMA, WRITES]

interface Sent {
  query?: string
  variables?: Record<string, unknown>
  hash?: string
  version?: number
}
interface Told {
  data?: unknown
  errors?: GraphqlError[]
}
type Headers = Record<string, string>

let world: World
let app: FastifyInstance
let address: string
let endLive: () => Promise<void>
let admin: Headers
let agency: Headers

beforeAll(async () => {
  world = await openWorld()
  admin = (await world.as('admin@demo.test')).headers
  agency = (await world.as('agency@demo.test')).headers
  const { house, bound } = world.running
  const production: House = { ...house, config: { ...house.config, mode: 'production' } }
  const whoAsks: WhoAsks = (headers) => viewerOf(bound.signIn, headers)
  const known = knownOperations(OURS)
  app = fastify({ forceCloseConnections: true })
  const limits = callerLimits(production.config)
  await mountGraphql(app, production, whoAsks, limits, known)
  endLive = mountLive(app, { house: production, whoAsks, limits, known })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await endLive?.()
  await app?.close()
  await world?.close()
})

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const extensionsOf = ({ hash, version = 1 }: Sent) =>
  hash === undefined ? undefined : { persistedQuery: { version, sha256Hash: hash } }

async function overHttp(sent: Sent, headers: Headers = {}): Promise<Told> {
  const { query, variables } = sent
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables, extensions: extensionsOf(sent) }),
  })
  return (await response.json()) as Told
}

async function overSocket(sent: Sent, headers: Headers = {}): Promise<Told> {
  class WithHeaders extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers })
    }
  }
  const client = createClient({
    url: `${address.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WithHeaders,
    retryAttempts: 0,
  })
  const { query = '', variables } = sent
  const told = await new Promise<Told>((tell, fail) => {
    client.subscribe(
      { query, variables, extensions: extensionsOf(sent) },
      {
        next: (answer) => tell(answer as Told),
        error: (errors) => (Array.isArray(errors) ? tell({ errors }) : fail(errors as Error)),
        complete: () => undefined,
      },
    )
  })
  await client.dispose()
  return told
}

const codes = ({ errors }: Told) => errors?.map((e) => e.extensions)
const NOT_FOUND = [{ code: 'PERSISTED_QUERY_NOT_FOUND' }]

describe.each([
  ['over HTTP', overHttp, overSocket],
  ['over a socket', overSocket, overHttp],
])('%s', (way, ask, askOtherwise) => {
  test('what our own pages ask runs by its hash alone, though nobody has sent its text', async () => {
    expect((await ask({ hash: hashOf(WHO) })).data).toEqual({ viewer: { kind: 'ANONYMOUS' } })
    expect((await ask({ hash: hashOf(WHO) }, admin)).data).toEqual({ viewer: { kind: 'STAFF' } })
  })

  test('a hash that is not known is told so; once its text has come it is, over HTTP and sockets', async () => {
    const query = `{ viewer { kind } } # sent ${way}`
    const hash = hashOf(query)
    expect(codes(await ask({ hash }))).toEqual(NOT_FOUND)
    expect((await ask({ hash, query })).data).toEqual({ viewer: { kind: 'ANONYMOUS' } })
    expect((await ask({ hash })).data).toEqual({ viewer: { kind: 'ANONYMOUS' } })
    expect((await askOtherwise({ hash })).data).toEqual({ viewer: { kind: 'ANONYMOUS' } })
  })

  test.each([
    ['a text with another’s hash', { hash: hashOf(`${way} a`), query: `{ viewer { kind } } # ${way} b` }],
    ['a version that is none of ours', { hash: hashOf(WHO), version: 2 }],
  ])('%s is the caller’s mistake, and is neither run nor kept', async (_what, sent: Sent) => {
    const told = await ask(sent)
    expect(told.data ?? null).toBeNull()
    expect(codes(told)).toEqual([{ code: 'BAD_REQUEST' }])
    expect(codes(await ask({ hash: hashOf(`${way} a`) }))).toEqual(NOT_FOUND)
  })

  test.each(['', 'x', '__proto__', 'constructor'])('%p is no hash of anything', async (hash) => {
    expect(codes(await ask({ hash }))).toEqual(NOT_FOUND)
  })

  test('what is too much by its text is too much by its hash', async () => {
    expect(codes(await ask({ hash: hashOf(HUGE) }, admin))).toEqual([{ code: 'TOO_COMPLEX' }])
  })

  test('what was refused is not kept', async () => {
    const query = `${HUGE} # ${way}`
    expect(codes(await ask({ query, hash: hashOf(query) }))).toEqual([{ code: 'TOO_COMPLEX' }])
    expect(codes(await ask({ hash: hashOf(query) }))).toEqual(NOT_FOUND)
  })

  test('a stranger does not look around in the schema by a hash, though others do', async () => {
    const looks = { hash: hashOf(SCHEMA) }
    expect((await ask(looks, admin)).data).toEqual({ __schema: { queryType: { name: 'Query' } } })
    expect((await ask(looks)).errors?.map((e) => e.message).join()).toMatch(/introspection/i)
  })

  test('rights are the caller’s own', async () => {
    const staff = { hash: hashOf(QUEUES) }
    expect((await ask(staff, admin)).errors).toBeUndefined()
    expect(codes(await ask(staff, agency))).toEqual(codes(await ask({ query: QUEUES }, agency)))
    expect(codes(await ask(staff))).toEqual([{ code: 'NOT_SIGNED_IN' }])
  })
})

describe('by a hash', () => {
  const by = (text: string) =>
    `extensions=${encodeURIComponent(JSON.stringify(extensionsOf({ hash: hashOf(text) })))}`

  test('an operation costs what its text costs', async () => {
    const cost = async (body: object) => {
      const headers = { 'content-type': 'application/json', ...admin }
      const answer = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return answer.headers.get('operation-cost')
    }
    const orders = '{ orders(first: 100) { nodes { lines { id } } } }'
    expect(await cost({ query: orders, extensions: extensionsOf({ hash: hashOf(orders) }) })).toBe('7')
    expect(await cost({ extensions: extensionsOf({ hash: hashOf(orders) }) })).toBe('7')
  })

  test('a link or a form of another site reads and changes nothing', async () => {
    const variables = `variables=${encodeURIComponent('{"o":"x"}')}`
    for (const asked of [by(WHO), `${by(WRITES)}&${variables}`]) {
      const followed = await fetch(`${address}/graphql?${asked}`, { headers: admin })
      expect(followed.status).toBe(400)
      expect(await followed.text()).not.toContain('"data"')
    }
    const posted = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { ...admin, 'content-type': 'text/plain' },
      body: JSON.stringify({ extensions: extensionsOf({ hash: hashOf(WRITES) }), variables: { o: 'x' } }),
    })
    expect(posted.status).toBeGreaterThanOrEqual(400)
    expect(await posted.text()).not.toContain('"data"')
  })

  test('nothing is changed by GET', async () => {
    const headers = { ...admin, 'apollo-require-preflight': 'yes' }
    expect((await fetch(`${address}/graphql?${by(WRITES)}`, { headers })).status).toBe(405)
    expect((await fetch(`${address}/graphql?${by(WHO)}`, { headers })).status).toBe(200)
  })
})

describe('whatever callers send, what is kept of it', () => {
  const counted = async (texts: string[]) => {
    const known = knownOperations(OURS)
    for (const text of texts) await known.set(hashOf(text), text)
    const kept = await Promise.all(texts.map((text) => known.get(hashOf(text))))
    expect(await Promise.all(OURS.map((text) => known.get(hashOf(text))))).toEqual(OURS)
    return kept.filter((text) => text !== undefined)
  }
  const many = (count: number, size: number) =>
    Array.from({ length: count }, (_, i) => `${i} ${'x'.repeat(size)}`)

  test('ends at a number of operations, the oldest first, and never with our own', async () => {
    const texts = many(3000, 1)
    const kept = await counted([...OURS, ...texts])
    expect(kept.slice(OURS.length)).toEqual(texts.slice(-1000))
  })

  test('ends at a number of characters, too', async () => {
    const kept = await counted(many(100, 200_000))
    expect(kept.join('').length).toBeLessThanOrEqual(2_000_000)
    expect(kept.length).toBeGreaterThan(0)
  })
})
