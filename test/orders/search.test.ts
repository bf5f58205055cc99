import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { aCampaign, BUYER, CHANNEL } from '../support/campaigns.js'
import { placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const DENTAL = { service: 'Local search optimisation', client: 'Elm Street Dental' }
const BAKERY = { service: 'Local search optimisation', client: 'Harbour Bakery' }

let world: World
let admin: Caller
let dental: { id: string; number: string }
let bakery: { id: string; number: string }

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  const ids = await placeOrders(await world.as('agency@demo.test'), [DENTAL, BAKERY])
  const placed = await world.rows<{ id: string; number: string; name: string }>(
    'select o.id, o.number, g.name from orders o join organisations g on g.id = o.beneficiary_id where o.id = any($1)',
    [ids],
  )
  dental = placed.find(({ name }) => name === DENTAL.client)!
  bakery = placed.find(({ name }) => name === BAKERY.client)!
})
afterAll(() => world?.close())

/** The ids that a list finds, and how many it counts. */
async function found(list: string, search: string, caller = admin): Promise<string[]> {
  const answer = await caller.ask(
    `query($s: String) { ${list}(search: $s, first: 100) { nodes { id } totalCount { count } } }`,
    { s: search },
  )
  const ids = answer[list].nodes.map(({ id }: { id: string }) => id)
  expect(answer[list].totalCount.count).toBe(ids.length)
  return ids
}

describe('orders are searched', () => {
  test('by their number: whole, without its letter, in any case, and by how it begins', async () => {
    for (const text of [
      dental.number,
      dental.number.toLowerCase(),
      dental.number.slice(2),
      ` ${dental.number} `,
    ])
      expect([text, await found('orders', text)]).toEqual([text, [dental.id]])
    const alike = await world.rows<{ id: string }>('select id from orders where starts_with(number, $1)', [
      dental.number.slice(0, -1),
    ])
    expect(alike.length).toBeGreaterThan(1)
    const begun = await found('orders', dental.number.slice(0, -1))
    expect(begun.toSorted()).toEqual(alike.map(({ id }) => id).toSorted())
    expect(await found('orders', dental.number.slice(3))).toEqual([])
  })

  test('by the name of the channel, once it is paid, for whoever may look the channel up', async () => {
    const { orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    for (const email of ['admin@demo.test', CHANNEL])
      expect(await found('orders', 'signal street', await world.as(email))).toContain(orderId)
    expect(await found('orders', 'signal street', await world.as(BUYER))).toEqual([])
  })

  test('by the names of buyer and beneficiary, together with other conditions', async () => {
    expect(await found('orders', 'ELM street')).toContain(dental.id)
    expect(await found('orders', 'elm street')).not.toContain(bakery.id)
    expect(await found('orders', 'northwind')).toEqual(expect.arrayContaining([dental.id, bakery.id]))
    const { orders } = await admin.ask(
      'query($id: ID!) { orders(search: "northwind", where: { id: { in: [$id] } }) { nodes { id } } }',
      { id: bakery.id },
    )
    expect(orders.nodes).toEqual([{ id: bakery.id }])
  })

  test('by words, never by signs of the database; what is too long finds nothing', async () => {
    for (const text of ['%', '_', "' or 1=1 --", 'W-%', 'x'.repeat(5000)])
      expect([text, await found('orders', text)]).toEqual([text, []])
  })

  test('by each viewer among what they see, and by no name that is kept from them', async () => {
    const client = await world.as('client@demo.test')
    expect(await found('orders', bakery.number, client)).toEqual([bakery.id])
    expect(await found('orders', dental.number, client)).toEqual([])
    expect(await found('orders', 'harbour', client)).toContain(bakery.id)
    const { orders } = await client.ask('{ orders(first: 1) { nodes { buyer { name } } } }')
    expect(orders.nodes).toEqual([{ buyer: null }])
    expect(await found('orders', 'northwind', client)).toEqual([])
  })
})

test('organisations, contacts, the team and services are searched by name and address', async () => {
  const named = async (list: string, text: string) => {
    const ids = await found(list, text)
    const { nodes } = await admin.ask(
      'query($ids: [ID!]!) { nodes(ids: $ids) { ... on Organisation { name } ... on Contact { name } ... on User { name } ... on Service { name } } }',
      { ids },
    )
    return nodes.map(({ name }: { name: string }) => name)
  }
  expect(await named('organisations', 'harbour b')).toEqual(['Harbour Bakery'])
  const [contact] = await world.rows<{ name: string; email: string }>(
    'select name, email from contacts where email is not null order by id limit 1',
  )
  expect(await named('contacts', contact!.email.toUpperCase())).toContain(contact!.name)
  expect(await named('staff', 'support@demo')).toHaveLength(1)
  expect(await found('staff', 'client@demo.test')).toEqual([])
  expect(await named('services', 'local SEARCH')).toEqual(['Local search optimisation'])
})
