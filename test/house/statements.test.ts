import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { aPaidOrder, placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const SEARCH = { service: 'Local search optimisation', client: 'Harbour Bakery' }
const ADD_ON = { service: 'Review monitor', client: 'Harbour Bakery' }

let world: World
let buyer: Caller
let admin: Caller
let order: string
/** The statements of readings since the last look. */
let read: string[] = []

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as('agency@demo.test')
  admin = await world.as('admin@demo.test')
  order = await aPaidOrder(world, [SEARCH, ADD_ON])
  for (let i = 0; i < 5; i++) await placeOrders(buyer, [ADD_ON])
  listenIn()
})
afterAll(() => world?.close())

/** Hears every statement of the reading pool, but who calls and the relay, which are no part of an answer. */
function listenIn(): void {
  const { pool } = world.running.house.database
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  pool.query = ((...args: unknown[]) => {
    const [first] = args as [string | { text: string }]
    const text = typeof first === 'string' ? first : first.text
    if (!/auth\.session|pending_positions/.test(text)) read.push(text)
    return query(...args)
  }) as typeof pool.query
}

async function statementsOf<T>(work: () => Promise<T>): Promise<{ answer: T; statements: number }> {
  await world.settled()
  read = []
  const answer = await work()
  return { answer, statements: read.length }
}

const DEEP = `orders(first: 20, sort: [{ field: number, direction: DESC }]) {
  totalCount { count precision }
  pageInfo { hasNextPage endCursor }
  nodes {
    id number status stage standing { summary actor } total { amount formatted(locale: "de") } availableActions { name allowed }
    buyer { name contacts(first: 5) { totalCount { count } nodes { name organisation { name agency { name } } } } clients(first: 5) { nodes { name members { user { name } } } } }
    placedBy { name email }
    lines { price { amount } service { name form { title fields { key } } blueprint { steps { key } } } recipientContact { name } onboarding { status recipient { name } files { key } revisions { number issues { note } } } tasks { title assignee { name } dependsOn { title } } }
    tasks { id status assignee { name staffRoles } }
    reportCadence nextReportAt reports(first: 5) { totalCount { count } nodes { status done { text at } series { name points { value } } pictureUrl pictureText responsible { name } availableActions { name allowed } } }
    mails { template to } lastMail { subject to }
    deliveries { number summary files { name downloadUrl } deliveredBy { name } revisionText } autoCompleteAt revisionsLeft reason
    activity(first: 10) { nodes { __typename id sequence actor { kind name } ... on MessageEntry { body } ... on PaymentEntry { amount { amount } } } }
  }
}`

describe('one statement', () => {
  test.each(['admin@demo.test', 'agency@demo.test', 'client@demo.test', 'fulfilment@demo.test'])(
    'answers a deep list of orders for %s',
    async (email) => {
      const caller = await world.as(email)
      const { answer, statements } = await statementsOf(() => caller.ask(`{ ${DEEP} }`))
      expect(statements).toBe(1)
      expect(answer['orders'].nodes.length).toBe(answer['orders'].totalCount.count)
    },
  )

  test('answers each root field, however many there are', async () => {
    const { answer, statements } = await statementsOf(() =>
      admin.ask(
        `{ a: ${DEEP} b: ${DEEP.replace('DESC', 'ASC')} viewer { user { name } } services { nodes { name } } }`,
      ),
    )
    expect(statements).toBe(4)
    expect(answer['a'].nodes).toEqual(answer['b'].nodes.toReversed())
  })

  test('answers a mutation, in whatever depth it is asked', async () => {
    const { answer, statements } = await statementsOf(() =>
      buyer.ask(
        'mutation($o: ID!) { postMessage(orderId: $o, body: "Hello", visibility: BUYER) { id sequence body actor { name } } }',
        { o: order },
      ),
    )
    expect(statements).toBe(1)
    expect(answer['postMessage']).toMatchObject({ body: 'Hello', actor: { name: 'Nora Winter' } })
  })

  test('answers each event of a subscription', async () => {
    const following = buyer.follow(
      'subscription($id: ID!) { orderUpdated(id: $id) { id lines { service { name } } activity(first: 3) { nodes { id } } } }',
      { id: order },
    )
    await following.until((seen) => seen.length === 1)
    const { statements } = await statementsOf(async () => {
      await buyer.ask(
        'mutation($o: ID!) { postMessage(orderId: $o, body: "Again", visibility: BUYER) { id } }',
        { o: order },
      )
      await following.until((seen) => seen.length === 2)
    })
    await following.stop()
    expect(statements).toBe(2)
  })

  test('answers nodes of one type', async () => {
    const ids = (await world.rows<{ id: string }>('select id from orders')).map((row) => row.id)
    const { answer, statements } = await statementsOf(() =>
      admin.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Order { number lines { id } } } }', {
        ids,
      }),
    )
    expect(answer['nodes'].map((row: { id: string }) => row.id)).toEqual(ids)
    expect(statements).toBe(1)
  })
})

describe('what is asked together is answered as if it were asked apart:', () => {
  const feed = (args: string, selection: string) =>
    `order(id: $id) { feed: activity(${args}) { ${selection} } }`
  const apart = async (args: string, selection: string) =>
    (await admin.ask(`query($id: ID!) { ${feed(args, selection)} }`, { id: order }))['order'].feed

  test('two aliases of one field with other arguments and other fields', async () => {
    const { order: both } = await admin.ask(
      `query($id: ID!) { order(id: $id) {
        newest: activity(first: 2) { nodes { id sequence } }
        oldest: activity(first: 3, sort: [{ field: sequence, direction: ASC }]) { edges { node { id actor { kind } } } }
        paid: activity(where: { type: { in: ["payment"] } }) { totalCount { count } nodes { ... on PaymentEntry { amount { amount } } } }
      } }`,
      { id: order },
    )
    expect(both.newest).toEqual(await apart('first: 2', 'nodes { id sequence }'))
    expect(both.oldest).toEqual(
      await apart(
        'first: 3, sort: [{ field: sequence, direction: ASC }]',
        'edges { node { id actor { kind } } }',
      ),
    )
    expect(both.paid).toEqual(
      await apart(
        'where: { type: { in: ["payment"] } }',
        'totalCount { count } nodes { ... on PaymentEntry { amount { amount } } }',
      ),
    )
    expect(both.newest.nodes).toHaveLength(2)
    expect(both.paid.totalCount.count).toBeGreaterThan(0)
  })

  test('two aliases of one field without arguments, and of one that is computed with them', async () => {
    const { order: found } = await admin.ask(
      'query($id: ID!) { order(id: $id) { a: number b: number total { de: formatted(locale: "de") en: formatted } lines { s: service { name } t: service { id name } } } }',
      { id: order },
    )
    expect(found.a).toBe(found.b)
    expect(found.total.de).not.toBe(found.total.en)
    for (const line of found.lines) expect(line.s.name).toBe(line.t.name)
  })

  test('fragments, on types and interfaces, with fields that meet', async () => {
    const { order: found } = await admin.ask(
      `query($id: ID!) { order(id: $id) { ...Head lines { id } ... on Order { lines { recipientName } } ... on Node { id } activity(first: 50) { nodes { ...Entry } } } }
       fragment Head on Order { number lines { service { name } } }
       fragment Entry on ActivityEntry { __typename id ... on OrderEntry { orderId } ... on MessageEntry { id body } }`,
      { id: order },
    )
    const plain = await admin.ask(
      'query($id: ID!) { order(id: $id) { number id lines { service { name } id recipientName } activity(first: 50) { nodes { __typename id } } } }',
      { id: order },
    )
    expect(found).toMatchObject(plain['order'])
    const orders = found.activity.nodes.filter(
      (entry: { __typename: string }) => entry.__typename === 'OrderEntry',
    )
    expect(orders.length).toBeGreaterThan(0)
    for (const entry of orders) expect(entry.orderId).toBe(order)
  })

  test('@skip and @include, by variables that change between two runs', async () => {
    const document =
      'query($id: ID!, $with: Boolean!) { order(id: $id) { number lines @include(if: $with) { id } ... @skip(if: $with) { status } stage @skip(if: true) } }'
    const on = (await admin.ask(document, { id: order, with: true }))['order']
    const off = (await admin.ask(document, { id: order, with: false }))['order']
    expect(Object.keys(on)).toEqual(['number', 'lines'])
    expect(Object.keys(off)).toEqual(['number', 'status'])
  })

  test('variables of every kind, changed between runs of one document', async () => {
    const document =
      'query($f: Int, $a: String, $w: OrderWhere, $s: [OrderSort!]) { orders(first: $f, after: $a, where: $w, sort: $s) { nodes { number status } pageInfo { endCursor hasNextPage } } }'
    const ask = async (variables: object) =>
      (await admin.ask(document, variables as Record<string, unknown>))['orders']
    const numbers = (await ask({ f: 100, s: [{ field: 'number', direction: 'ASC' }] })).nodes.map(
      (n: { number: string }) => n.number,
    )
    expect(numbers).toEqual(numbers.toSorted())
    expect(
      (await ask({ f: 2, s: [{ field: 'number', direction: 'ASC' }] })).nodes.map(
        (n: { number: string }) => n.number,
      ),
    ).toEqual(numbers.slice(0, 2))
    expect(
      (await ask({ f: 3, s: [{ field: 'number', direction: 'DESC' }] })).nodes.map(
        (n: { number: string }) => n.number,
      ),
    ).toEqual(numbers.toReversed().slice(0, 3))
    for (const status of ['OPEN', 'AWAITING_PAYMENT', 'CANCELLED']) {
      const found = (await ask({ f: 100, w: { status: { in: [status] } } })).nodes as { status: string }[]
      const expected = await world.rows('select id from orders where status = $1', [status])
      expect([status, found.length, new Set(found.map((n) => n.status)).size]).toEqual([
        status,
        expected.length,
        expected.length ? 1 : 0,
      ])
    }
    const number = numbers[3]
    expect(
      (
        await ask({
          f: 100,
          w: { or: [{ number: { in: [number] } }, { not: { number: { in: numbers } } }] },
        })
      ).nodes,
    ).toHaveLength(1)
  })

  test('one document for several callers', async () => {
    const document = 'query($id: ID!) { order(id: $id) { total { amount } tasks { id } buyer { name } } }'
    const seen = new Map<string, unknown>()
    for (let round = 0; round < 4; round++)
      for (const email of [
        'admin@demo.test',
        'support@demo.test',
        'agency@demo.test',
        'client@demo.test',
        'channel@demo.test',
      ]) {
        const answer = (await (await world.as(email)).ask(document, { id: order }))['order']
        expect([email, answer]).toEqual([email, seen.get(email) ?? answer])
        seen.set(email, answer)
      }
    expect(seen.get('channel@demo.test')).toBeNull()
    expect(seen.get('client@demo.test')).toEqual({ total: null, tasks: null, buyer: null })
    expect(seen.get('support@demo.test')).toMatchObject({ total: null, tasks: expect.any(Array) })
    expect(seen.get('agency@demo.test')).toMatchObject({ total: { amount: expect.any(String) }, tasks: null })
  })
})

interface Page {
  nodes: { id: string }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  totalCount: { count: number }
}

describe('a list', () => {
  test.each(['placedAt', 'number', 'totalAmount'])(
    'sorted by %s is walked by its cursors without a gap or a double, both ways',
    async (field) => {
      const total = (await world.rows('select id from orders')).length
      for (const direction of ['ASC', 'DESC']) {
        const walked: string[] = []
        for (let after: string | null = null, more = true; more;) {
          const { orders }: { orders: Page } = await admin.ask(
            'query($a: String, $s: [OrderSort!]) { orders(first: 2, after: $a, sort: $s) { nodes { id } pageInfo { hasNextPage endCursor } totalCount { count } } }',
            { a: after, s: [{ field, direction }] },
          )
          walked.push(...orders.nodes.map((n: { id: string }) => n.id))
          expect(orders.totalCount.count).toBe(total)
          after = orders.pageInfo.endCursor
          more = orders.pageInfo.hasNextPage
        }
        expect([new Set(walked).size, walked.length]).toEqual([total, total])
      }
    },
  )

  test('counts to its cap, and says so', async () => {
    await world.rows(
      `insert into contacts (id, organisation_id, name) select 'con_' || lpad(n::text, 26, '0'), (select id from organisations where kind = 'CHANNEL'), 'Extra' from generate_series(1, 10001) n`,
    )
    const { contacts } = await admin.ask(
      '{ contacts(first: 1) { nodes { id } totalCount { count precision } } }',
    )
    expect(contacts).toMatchObject({ nodes: [{}], totalCount: { count: 10_000, precision: 'AT_LEAST' } })
  })
})
