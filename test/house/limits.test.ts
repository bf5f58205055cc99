import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { concatAST, type DocumentNode, Kind, parse, specifiedRules, validate } from 'graphql'
import { globSync, readFileSync } from 'node:fs'
import { everyOperation } from '../../admin/src/data/every-operation.js'
import { LIMITS, withinLimits } from '../../api/app/limits.js'
import { schema } from '../../api/app/schema.js'
import { anonymousCaller, type Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
})
afterAll(() => world?.close())

const many = (n: number, part: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => part(i)).join(' ')
const nested = (depth: number): string => (depth === 0 ? 'name' : `agency { ${nested(depth - 1)} }`)

const tooMuch: readonly (readonly [string, string])[] = [
  ['depth', `{ organisations { nodes { ${nested(LIMITS.depth)} } } }`],
  [
    'depth by fragments',
    `{ organisations { nodes { ...A } } } fragment A on Organisation { ${nested(7)} agency { ...B } } fragment B on Organisation { ${nested(LIMITS.depth - 2)} }`,
  ],
  ['aliases', `{ viewer { ${many(LIMITS.aliases + 1, (i) => `a${i}: kind`)} } }`],
  ['a long alias', `{ ${'a'.repeat(LIMITS.aliasLength + 1)}: viewer { kind } }`],
  ['root fields', `{ ${many(LIMITS.rootFields + 1, (i) => `a${i}: viewer { kind }`)} }`],
  [
    'root fields by a fragment',
    `{ ...Many } fragment Many on Query { ${many(LIMITS.rootFields + 1, (i) => `a${i}: viewer { kind }`)} }`,
  ],
  ['fields', `{ viewer { ${many(LIMITS.selections + 1, () => 'kind')} } }`],
  [
    'fields by fragments in fragments',
    `{ viewer { ${many(20, () => '...A')} } } fragment A on Viewer { ${many(20, () => '...B')} } fragment B on Viewer { ${many(20, () => 'kind')} }`,
  ],
  ['directives', `{ viewer { ${many(LIMITS.directives + 1, () => 'kind @include(if: true)')} } }`],
  [
    'directives on one field',
    `{ viewer { kind ${many(LIMITS.directives + 1, () => '@include(if: true)')} } }`,
  ],
  [
    'rows',
    '{ organisations(first: 100) { nodes { contacts(first: 100) { nodes { organisation { contacts(first: 100) { nodes { name } } } } } } } }',
  ],
  [
    'rows of lists without pages',
    '{ organisations(first: 100) { nodes { members { organisation { members { organisation { members { organisation { members { id } } } } } } } } } }',
  ],
  [
    'rows of many things asked for by id',
    'query($i: [ID!]!) { nodes(ids: $i) { ... on Organisation { contacts(first: 100) { nodes { organisation { contacts(first: 10) { nodes { id } } } } } } } }',
  ],
  [
    'rows of pages as large as a variable may say',
    'query($n: Int) { organisations(first: $n) { nodes { contacts(first: $n) { nodes { organisation { contacts(first: 10) { nodes { id } } } } } } } }',
  ],
  [
    'rows by variables',
    'query($n: Int) { organisations(first: $n) { nodes { contacts(first: $n) { nodes { organisation { contacts(first: $n) { nodes { organisation { contacts(first: $n) { nodes { name } } } } } } } } } } }',
  ],
]

describe('too much at once is refused before it runs:', () => {
  test.each(tooMuch)('%s', async (_what, query) => {
    const { errors, data } = await admin.raw(query, { n: 100, i: ['x'] })
    expect(data ?? null).toBeNull()
    expect(errors?.map((e) => e.extensions.code)).toContainEqual(
      expect.stringMatching(/^(TOO_COMPLEX|GRAPHQL_VALIDATION_FAILED|BAD_REQUEST)$/),
    )
    expect(errors?.map((e) => e.message).join()).toMatch(/Too complex|non-repeatable|only be used once/)
  })

  test('over a socket as over HTTP', async () => {
    for (const [what, query] of tooMuch.slice(0, 8)) {
      const following = admin.follow(query)
      const said = await following
        .until((seen) => seen.length > 0)
        .then(
          () => 'answered',
          (error: Error) => error.message,
        )
      await following.stop()
      expect([what, said]).toEqual([what, expect.stringContaining('Too complex')])
    }
  })

  test('fragments that go in circles', async () => {
    const began = performance.now()
    const { errors } = await admin.raw(
      '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A kind }',
    )
    expect(errors?.[0]?.message).toMatch(/Cannot spread fragment/)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  const doubling = (n: number, type: string, last: string) =>
    `${many(n, (i) => `fragment F${i} on ${type} { ...F${i + 1} ...F${i + 1} }`)} ${last}`

  describe('fragments that double at every step, in no time, when at their end', () => {
    const ends = [
      [
        'there is a field',
        `{ viewer { ...F0 } } ${doubling(23, 'Viewer', 'fragment F23 on Viewer { kind }')}`,
      ],
      ['there is nothing', `{ ...F0 } ${doubling(23, 'Query', 'fragment F23 on Query { ...Nowhere }')}`],
      ['they begin anew', `{ ...F0 } ${doubling(23, 'Query', 'fragment F23 on Query { ...F0 }')}`],
      [
        'there is an inline fragment',
        `{ ...F0 } ${doubling(23, 'Query', 'fragment F23 on Query { ... { ...F0 } }')}`,
      ],
    ] as const
    test.each(ends)('%s', async (_what, query) => {
      const stranger = anonymousCaller(world.address)
      const began = performance.now()
      const { errors } = await stranger.raw(query)
      expect(errors?.map((e) => e.message).join()).toContain('Too complex')
      const following = stranger.follow(query)
      await expect(following.until((seen) => seen.length > 0)).rejects.toThrow('Too complex')
      await following.stop()
      expect(performance.now() - began).toBeLessThan(6000)
    })
  })
})

describe('what our own pages ask for is within the limits:', () => {
  const own = (folder: string) => {
    const files = globSync(`${folder}/src/**/*.graphql`).map((file) => parse(readFileSync(file, 'utf8')))
    const { definitions } = concatAST(files)
    const fragments = definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION)
    return definitions
      .filter((d) => d.kind === Kind.OPERATION_DEFINITION)
      .map((d) => [d.name!.value, { kind: Kind.DOCUMENT, definitions: [d, ...fragments] }] as const)
  }
  const complaints = (document: DocumentNode) =>
    validate(schema({ sandbox: true }), document, [withinLimits]).map((e) => e.message)

  test.each(['admin', 'portal'])('every operation of %s/', (folder) => {
    const operations = own(folder)
    expect(operations.length).toBeGreaterThan(20)
    expect(operations.flatMap(([name, document]) => complaints(document).map((c) => [name, c]))).toEqual([])
  })

  test('everything that the back office can ask by hash, which the schema takes, too', () => {
    const asked = everyOperation()
    expect(asked.length).toBeGreaterThan(200)
    const rules = [...specifiedRules, withinLimits]
    const wrong = asked.flatMap((text) => validate(schema({ sandbox: true }), parse(text), rules))
    expect(wrong.map((e) => e.message)).toEqual([])
  })
})

describe('a page', () => {
  test.each([
    ['first: 101', 'first'],
    ['first: -1', 'first'],
    ['offset: 10001', 'offset'],
    ['offset: -1', 'offset'],
    ['after: "nonsense"', 'after'],
    [`after: "${Buffer.from('["a",{"b":1}]').toString('base64url')}"`, 'after'],
    [`after: "${Buffer.from('["1; drop table orders","x"]').toString('base64url')}"`, 'after'],
    ['where: { and: [{ and: [{ and: [{ id: { in: ["x"] } }] }] }] }', 'where'],
    [`where: { or: [${many(21, () => '{ id: { in: ["x"] } }')}] }`, 'where'],
    [
      'sort: [{ field: number, direction: ASC }, { field: placedAt, direction: ASC }, { field: number, direction: ASC }]',
      'sort',
    ],
  ])('of %s is refused at its argument', async (args, path) => {
    const refusal = await admin.refused(`{ orders(${args}) { nodes { id } } }`)
    expect(refusal).toMatchObject({ code: 'VALIDATION', fields: [{ path: expect.stringContaining(path) }] })
  })

  test.each([
    'sort: [{ field: "number; drop", direction: ASC }]',
    'sort: [{ field: number, direction: "asc nulls first" }]',
    'where: { __proto__: { in: ["x"] } }',
    'where: { number: { like: "%" } }',
    'where: { constructor: { in: [] } }',
  ])('of %s is no question of ours', async (args) =>
    expect(await admin.refused(`{ orders(${args}) { nodes { id } } }`)).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
    }),
  )

  test('as large as may be is given', async () => {
    expect(
      (await admin.ask('{ contacts(first: 100, offset: 10000) { nodes { id } } }'))['contacts'].nodes,
    ).toEqual([])
  })

  test('of too many ids is refused', async () => {
    expect(
      await admin.refused('query($i: [ID!]!) { nodes(ids: $i) { id } }', {
        i: Array.from({ length: 101 }, () => 'x'),
      }),
    ).toMatchObject({ code: 'VALIDATION' })
  })
})
