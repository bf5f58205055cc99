import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fastify, type FastifyInstance } from 'fastify'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import { callerLimits } from '../../api/app/caller-limits.js'
import { knownOperations } from '../../api/app/known-operations.js'
import { mountGraphql, type WhoAsks } from '../../api/app/graphql-server.js'
import { mountLive } from '../../api/app/mount-live.js'
import type { House } from '../../api/platform/context.js'
import { anonymousCaller, type Caller, callerWith } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let app: FastifyInstance
let address: string
let endLive: () => Promise<void>
let stranger: Caller

beforeAll(async () => {
  world = await openWorld()
  const { house, bound } = world.running
  const production: House = { ...house, config: { ...house.config, mode: 'production' } }
  const whoAsks: WhoAsks = (headers) => viewerOf(bound.signIn, headers)
  app = fastify({ forceCloseConnections: true })
  const limits = callerLimits(production.config)
  const known = knownOperations([])
  await mountGraphql(app, production, whoAsks, limits, known)
  endLive = mountLive(app, { house: production, whoAsks, limits, known })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  stranger = anonymousCaller(address)
})
afterAll(async () => {
  await endLive?.()
  await app?.close()
  await world?.close()
})

const SCHEMA = '{ __schema { queryType { name } } }'
const ONE_TYPE = 'query Look { ...Around } fragment Around on Query { __type(name: "Order") { name } }'

/** Both ways to ask, each as the words in which it was refused, or the answer. */
const ways = {
  'over HTTP': async (caller: Caller, query: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await caller.raw(query, variables)
    return errors?.map((e) => e.message).join() ?? JSON.stringify(data)
  },
  'over a socket': async (caller: Caller, query: string, variables?: Record<string, unknown>) => {
    const following = caller.follow(query, variables)
    const said = await following
      .until((seen) => seen.length > 0)
      .then(
        ([answer]) => JSON.stringify(answer),
        (error: Error) => error.message,
      )
    await following.stop()
    return said
  },
}

describe.each(Object.entries(ways))('in production, %s', (_way, said) => {
  test.each([SCHEMA, ONE_TYPE])('a stranger does not look around in the schema: %s', async (query) => {
    expect(await said(stranger, query)).toMatch(/introspection/i)
  })

  test('a stranger is not helped to guess it', async () => {
    expect(await said(stranger, '{ viewer { kin } }')).toMatch(/Cannot query field .{1,2}kin/)
    expect(await said(stranger, '{ viewer { kin } }')).not.toContain('Did you mean')
    const filter = 'query($w: ServiceWhere) { services(where: $w) { nodes { id } } }'
    expect(await said(stranger, filter, { w: { onSal: { eq: true } } })).toMatch(/onSal/)
    expect(await said(stranger, filter, { w: { onSal: { eq: true } } })).not.toContain('Did you mean')
  })

  test('a stranger still learns what kind of thing an answer is', async () => {
    expect(await said(stranger, '{ viewer { __typename } }')).toBe('{"viewer":{"__typename":"Viewer"}}')
  })

  test.each(['agency@demo.test', 'admin@demo.test'])('%s, signed in, reads the schema', async (email) => {
    const developer = callerWith(address, (await world.as(email)).headers)
    expect(await said(developer, SCHEMA)).toContain('"queryType"')
    expect(await said(developer, ONE_TYPE)).toContain('"Order"')
    expect(await said(developer, '{ viewer { kin } }')).toContain('Did you mean')
    expect(await said(stranger, SCHEMA)).toMatch(/introspection/i)
  })
})

describe('the explorer in production', () => {
  const page = async (headers: Record<string, string>) =>
    (await fetch(`${address}/graphql`, { headers: { ...headers, accept: 'text/html' } })).text()

  test('is for who is signed in', async () => {
    expect(await page((await world.as('agency@demo.test')).headers)).toContain('<html')
    expect(await page({})).not.toContain('<html')
  })
})
