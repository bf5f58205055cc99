import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { getNamedType, isObjectType } from 'graphql'
import { keyScopes } from '../../api/app/key-scopes.js'
import { hasRight, type Right } from '../../api/platform/graphql/rights.js'
import { readingOf } from '../../api/platform/reading/declare.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { type FullWorld, fullWorld, type Kind, kinds } from './full-world.js'
import { feedOf, seesMoney, whoSeesWhat } from './rights-table.js'
import { absentId, call, idsIn, nodeTypes, type RootField, rootFields, rowsOf } from './schema-walk.js'

const typeNames = nodeTypes.map((type) => type.name)

let full: FullWorld
/** Every id of a type, and those of them that each kind of caller may see, by the table. */
const all: Record<string, string[]> = {}
/** Lists of some rows of a type, by the name of their field. */
let narrower: Readonly<Record<string, string[]>>
const may: Record<string, Record<Kind, string[]>> = {}

beforeAll(async () => {
  full = await fullWorld()
  const table = whoSeesWhat(full)
  const idsOf = async (statement: string) =>
    (await full.world.rows<{ id: string }>(statement)).map((row) => row.id)
  narrower = {
    staff: await idsOf(`select id from users where staff_roles <> '{}' order by id`),
    failedOperations: await idsOf(
      `select id from operations where purpose <> 'PAYMENT' and state = 'FAILED' order by id`,
    ),
    payouts: await idsOf(`select id from operations where kind = 'RELEASE' order by id`),
  }
  for (const name of typeNames) {
    const ids = (condition: string) =>
      idsOf(`select id from ${readingOf(name)!.table} t where ${condition} order by id`)
    all[name] = await ids('true')
    may[name] = {} as Record<Kind, string[]>
    for (const kind of kinds) may[name][kind] = await ids(table[name]?.[kind] ?? 'false')
  }
})
afterAll(() => full?.world.close())

/** As what the callers of the matrix call. */
const viewers: Readonly<Record<Kind, Viewer>> = Object.fromEntries(
  kinds.map((kind) => {
    const as = kind === 'anonymous' || kind === 'link' ? kind : /^[A-Z]/.test(kind) ? 'staff' : 'member'
    return [kind, { ...anonymous, kind: as, roles: as === 'staff' ? [kind] : [] }]
  }),
) as never

/** Whether a kind of caller may call a root field at all; a program only what some scope of an API key opens. */
const mayCall = (kind: Kind, field: RootField) =>
  hasRight(viewers[kind], field.extensions['rights'] as Right[]) &&
  (kind !== 'key' || (keyScopes[field.name] ?? 'NONE') !== 'NONE')

const refusedTo = (kind: Kind) => (kind === 'anonymous' ? 'NOT_SIGNED_IN' : 'FORBIDDEN')

test('the table speaks of every type with an id, and of each there are rows that not everybody sees', () => {
  expect(typeNames.filter((name) => !whoSeesWhat(full)[name])).toEqual([])
  expect(typeNames.filter((name) => all[name]!.length === 0)).toEqual([])
  const hidden = typeNames.filter((name) => kinds.some((kind) => may[name]![kind].length < all[name]!.length))
  expect(hidden.toSorted()).toEqual(typeNames.toSorted())
})

describe.each(kinds)('%s', (kind) => {
  test('is refused every query and mutation that is not for them', async () => {
    const closed = rootFields.filter(({ root, field }) => root !== 'Subscription' && !mayCall(kind, field))
    for (const { root, field } of closed) {
      const { it, error } = await call(full.callers[kind], root, field)
      expect([field.name, it ?? null, error?.extensions.code]).toEqual([field.name, null, refusedTo(kind)])
    }
  })

  test('finds by node and nodes exactly what the table says', async () => {
    const caller = full.callers[kind]
    for (const name of typeNames) {
      const seen: string[] = []
      for (const id of all[name]!) {
        const { node } = await caller.ask('query($id: ID!) { node(id: $id) { id __typename } }', { id })
        if (node) seen.push(node.id)
        expect(node?.__typename ?? name).toBe(name)
      }
      expect([name, seen]).toEqual([name, may[name]![kind]])
      const { nodes } = await caller.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: all[name]!.slice(0, 100),
      })
      expect([name, nodes.map((row: { id: string } | null) => row?.id ?? null)]).toEqual([
        name,
        all[name]!.slice(0, 100).map((id) => (may[name]![kind].includes(id) ? id : null)),
      ])
    }
  })

  test('finds in lists nothing beyond the table, however they are filtered, and counts no more', async () => {
    for (const { field } of rootFields.filter(
      ({ root, field }) => root === 'Query' && rowsOf(getNamedType(field.type)),
    )) {
      const name = rowsOf(getNamedType(field.type))!.name
      if (!typeNames.includes(name)) continue // the log: its right is its scope, see test/audit
      const mine = may[name]?.[kind] ?? []
      const byId = field.args.some((arg) => arg.name === 'where')
      const wheres = byId
        ? [
            {},
            { id: { in: all[name] } },
            { or: [{ id: { in: all[name] } }, { not: { id: { in: [] } } }] },
            { not: { id: { isNull: true } } },
          ]
        : [{}]
      for (const where of wheres) {
        const variable = byId ? `($w: ${String(field.args.find((arg) => arg.name === 'where')!.type)})` : ''
        const { data, errors } = await full.callers[kind].raw(
          `query${variable} { list: ${field.name}(first: 100${byId ? ', where: $w' : ''}) { nodes { id } totalCount { count } } }`,
          { w: where },
        )
        const list = data?.['list'] as { nodes: { id: string }[]; totalCount: { count: number } } | undefined
        const allowed = mayCall(kind, field)
        expect([field.name, errors?.[0]?.extensions.code]).toEqual([
          field.name,
          allowed ? undefined : refusedTo(kind),
        ])
        const rows = !allowed ? [] : mine.filter((id) => narrower[field.name]?.includes(id) ?? true)
        expect([field.name, where, idsIn(list?.nodes ?? []).toSorted()]).toEqual([field.name, where, rows])
        expect(list?.totalCount.count ?? 0).toBe(list?.nodes.length ?? 0)
      }
    }
  })

  test('finds below what they see nothing beyond the table', async () => {
    for (const parent of nodeTypes) {
      const below = Object.values(parent.getFields()).filter((field) => {
        const type = getNamedType(field.type)
        return isObjectType(type) && typeNames.includes(rowsOf(type)?.name ?? type.name)
      })
      if (below.length === 0) continue
      const selected = below
        .map((field) => `${field.name} ${rowsOf(getNamedType(field.type)) ? '{ nodes { id } }' : '{ id }'}`)
        .join(' ')
      const ids = may[parent.name]![kind].slice(0, 100)
      const { nodes } = await full.callers[kind].ask(
        `query($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${parent.name} { ${selected} } } }`,
        { ids },
      )
      for (const field of below) {
        const type = getNamedType(field.type)
        const name = rowsOf(type)?.name ?? type.name
        const beyond = (nodes as Record<string, unknown>[])
          .flatMap((row) => idsIn(row[field.name]))
          .filter((id) => !may[name]![kind].includes(id))
        expect([`${parent.name}.${field.name}`, beyond]).toEqual([`${parent.name}.${field.name}`, []])
      }
    }
  })

  test('is told of nothing beyond the table by a subscription', async () => {
    const followed = rootFields.filter(
      ({ root, field }) => root === 'Subscription' && field.args.some((arg) => arg.name === 'id'),
    )
    for (const { field } of followed) {
      const name = getNamedType(field.type).name
      const allowed = mayCall(kind, field)
      const foreign = all[name]!.find((id) => !may[name]![kind].includes(id)) ?? absentId(all[name]![0]!)
      for (const id of [...may[name]![kind].slice(0, 1), foreign]) {
        const following = full.callers[kind].follow(
          `subscription($id: ID!) { it: ${field.name}(id: $id) { id } }`,
          { id },
        )
        const first = await following
          .until((seen) => seen.length > 0)
          .then(
            (seen) => seen[0]!['it'],
            (error: Error) => /NOT_SIGNED_IN|FORBIDDEN/.exec(error.message)?.[0],
          )
        await following.stop()
        const told = allowed ? (id === foreign ? null : { id }) : refusedTo(kind)
        expect([field.name, id, first]).toEqual([field.name, id, told])
      }
    }
  })

  test('reads of the feed what is written for them', async () => {
    const { data } = await full.callers[kind].raw(
      'query($id: ID!) { order(id: $id) { activity(first: 100) { nodes { visibility } } } }',
      { id: full.orderAtWork },
    )
    const order = data?.['order'] as { activity: { nodes: { visibility: string }[] } } | null | undefined
    const seen = new Set(order?.activity.nodes.map((entry) => entry.visibility))
    expect([...seen].toSorted()).toEqual([...(feedOf[kind] ?? [])].toSorted())
  })

  test('reads on the feed what was paid only where they deal with money', async () => {
    const { data } = await full.callers[kind].raw(
      'query($id: ID!) { order(id: $id) { activity(first: 100) { nodes { ... on PaymentEntry { amount { amount } } } } } }',
      { id: full.orderAtWork },
    )
    const order = data?.['order'] as { activity: { nodes: { amount?: object | null }[] } } | null | undefined
    const amounts = order?.activity.nodes.filter((entry) => entry.amount) ?? []
    expect(amounts.length > 0).toBe(seesMoney.includes(kind))
  })

  test('sees money only where they deal with it, and learns nothing of it by sorting', async () => {
    const asked = '{ orders(first: 100) { nodes { total { amount } lines { price { amount } } } } }'
    const { data } = await full.callers[kind].raw(asked)
    const orders = ((data?.['orders'] as { nodes: unknown[] } | null)?.nodes ?? []) as {
      total: object | null
      lines: { price: object | null }[]
    }[]
    const amounts = orders.flatMap((order) => [order.total, ...order.lines.map((line) => line.price)])
    expect(amounts.filter((amount) => (amount !== null) !== seesMoney.includes(kind))).toEqual([])
    const sorted = async (direction: string) => {
      const answer = await full.callers[kind].raw(
        `{ orders(first: 100, sort: [{ field: totalAmount, direction: ${direction} }]) { edges { cursor node { id } } } }`,
      )
      return (
        (answer.data?.['orders'] as { edges: { cursor: string; node: { id: string } }[] } | null)?.edges ?? []
      )
    }
    const [up, down] = [await sorted('ASC'), await sorted('DESC')]
    const byId = up.map((edge) => edge.node.id).toSorted()
    const cursors = up.map(
      (edge) => JSON.parse(Buffer.from(edge.cursor, 'base64url').toString()) as unknown[],
    )
    const blind = { up: byId, down: byId.toReversed(), places: byId.map((id) => [null, id]) }
    const found = {
      up: up.map((edge) => edge.node.id),
      down: down.map((edge) => edge.node.id),
      places: cursors,
    }
    expect(seesMoney.includes(kind) ? blind : found).toEqual(blind)
  })

  test("cannot tell somebody else's id from one that is not there, whatever they call with it", async () => {
    const typeOf: Record<string, string> = {
      orderId: 'Order',
      buyerId: 'Organisation',
      beneficiaryId: 'Organisation',
      organisationId: 'Organisation',
      recipientContactId: 'Contact',
      lineId: 'CartLine',
      revisionId: 'Revision',
      serviceId: 'Service',
      assigneeId: 'User',
    }
    const once = (
      await full.world.rows<{ id: string }>(
        `select id from tasks where skill in ('copywriting', 'seo', 'listings')`,
      )
    ).map((row) => row.id)
    const tried: string[] = []
    const callable = rootFields.filter(({ root, field }) => root !== 'Subscription' && mayCall(kind, field))
    for (const { root, field } of callable) {
      const own = Object.fromEntries(
        field.args.flatMap((arg) => {
          const name = arg.name === 'id' ? getNamedType(field.type).name : typeOf[arg.name]
          const id = may[name ?? '']?.[kind][0]
          return id ? [[arg.name, id]] : []
        }),
      )
      for (const arg of field.args) {
        const name = arg.name === 'id' ? getNamedType(field.type).name : typeOf[arg.name]
        // Who might have claimed a task was shown it before somebody else took it, and is told so.
        const shownBefore = field.name === 'claimTask' ? once : []
        const foreign = all[name ?? '']?.find(
          (id) => !may[name!]![kind].includes(id) && !shownBefore.includes(id),
        )
        if (!foreign) continue
        tried.push(field.name)
        const said = async (id: string) => {
          const { it, error } = await call(full.callers[kind], root, field, { ...own, [arg.name]: id })
          return [
            `${field.name}(${arg.name})`,
            it ?? null,
            error?.extensions.code,
            error?.message.replaceAll(id, ''),
          ]
        }
        expect(await said(foreign)).toEqual(await said(absentId(foreign)))
      }
    }
  })
})

test('a filter by what one may not see is no look at it', async () => {
  const reviewer = full.users.ADMIN
  const count = async (kind: Kind, where: object) => {
    const { onboardingDocuments } = await full.callers[kind].ask(
      'query($w: OnboardingDocumentWhere) { onboardingDocuments(where: $w) { totalCount { count } } }',
      { w: where },
    )
    return onboardingDocuments.totalCount.count as number
  }
  expect(await count('ADMIN', { reviewerId: { in: [reviewer] } })).toBeGreaterThan(0)
  for (const where of [
    { reviewerId: { in: [reviewer] } },
    { reviewerId: { isNull: false } },
    { reviewerId: { isNull: true } },
  ])
    expect(await count('client', where)).toBe(0)
  const mine = await count('client', {})
  expect(await count('client', { not: { reviewerId: { in: [reviewer] } } })).toBe(mine)
})
