import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { anOfferedPackage } from '../catalogue/a-package.js'
import { anOfferedService, WITHDRAW } from '../catalogue/a-service.js'
import type { Caller } from '../support/caller.js'
import { aCampaign } from '../support/campaigns.js'
import { placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let buyer: Caller
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as('agency@demo.test')
  admin = await world.as('admin@demo.test')
})
afterAll(() => world?.close())

const REORDER = `mutation($id: ID!, $k: String) { reorder(orderId: $id, idempotencyKey: $k) {
  id status buyer { name } reorderOf { id } total { amount currency }
  lines { service { name } beneficiary { name } recipient recipientName price { amount } }
  leftOut { refusal message line { service { name } } } } }`
const reorder = async (id: string, k?: string) => (await buyer.ask(REORDER, { id, k }))['reorder']

const Harbour = 'Harbour Bakery'

test('an order’s lines are in a cart again, for the same people at the prices of now', async () => {
  const [id] = await placeOrders(buyer, [
    { service: 'Local search optimisation', client: Harbour },
    { service: 'Review monitor', client: Harbour, recipient: 'OWNER' },
  ])
  await world.rows(`update services set price_amount = 5500 where name = 'Review monitor'`)
  const cart = await reorder(id!)
  expect(cart).toMatchObject({
    status: 'FILLING',
    buyer: { name: 'Northwind Agency' },
    reorderOf: { id },
    lines: [
      {
        service: { name: 'Local search optimisation' },
        beneficiary: { name: Harbour },
        recipient: 'CLIENT',
        recipientName: 'Clara Hughes',
      },
      { service: { name: 'Review monitor' }, recipient: 'OWNER', price: { amount: '5500' } },
    ],
    leftOut: [],
  })
  const { checkout } = await buyer.ask(
    'mutation($id: ID!, $k: String!, $t: MoneyInput!) { checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { total { amount } } }',
    { id: cart.id, k: randomUUID(), t: cart.total },
  )
  expect(checkout).toEqual([{ total: { amount: cart.total.amount } }])
})

test('a campaign is bought again, whatever became of it', async () => {
  const { orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  expect(await reorder(orderId)).toMatchObject({
    lines: [{ service: { name: 'Newsletter feature' }, recipient: null, recipientName: null }],
    leftOut: [],
  })
})

test('what is not on sale any more is left out and named; so is what nobody could be asked about', async () => {
  const service = await anOfferedService(admin, 'Flyer')
  const [id] = await placeOrders(buyer, [
    { service: 'Flyer', client: Harbour },
    { service: 'Local search optimisation', client: Harbour },
    { service: 'Directory listings', client: Harbour, recipient: 'OWNER' },
  ])
  await admin.ask(WITHDRAW, { id: service })
  const [baker] = await world.rows<{ id: string; email: string }>(
    `update contacts c set email = null from (select id, email from contacts where email = 'client@demo.test') was
      where c.id = was.id returning c.id, was.email`,
  )
  const cart = await reorder(id!)
  await world.rows('update contacts set email = $2 where id = $1', [baker!.id, baker!.email])
  expect(cart.lines.map((line: { service: { name: string } }) => line.service.name)).toEqual([
    'Directory listings',
  ])
  expect(cart.leftOut).toEqual([
    {
      refusal: 'NOT_ON_SALE',
      message: 'It is not on sale any more.',
      line: { service: { name: 'Flyer' } },
    },
    {
      refusal: 'RECIPIENT_WITHOUT_EMAIL',
      message: expect.stringContaining('no e-mail address any more'),
      line: { service: { name: 'Local search optimisation' } },
    },
  ])
})

test('nothing left to buy is said, and no cart is begun', async () => {
  const name = 'Short package'
  await anOfferedPackage(world, name)
  const [id] = await placeOrders(buyer, [{ service: name }])
  await admin.ask(WITHDRAW, {
    id: (await world.rows<{ id: string }>('select id from services where name = $1', [name]))[0]!.id,
  })
  const carts = () => world.rows('select id from carts')
  const before = (await carts()).length
  expect(await buyer.refused(REORDER, { id })).toMatchObject({
    code: 'NOT_ON_SALE',
    lines: [expect.stringMatching(/^lin_/)],
  })
  expect(await carts()).toHaveLength(before)
})

test('is done once for one key, and by the buyer alone', async () => {
  const [id] = await placeOrders(buyer, [{ service: 'Local search optimisation', client: Harbour }])
  const k = randomUUID()
  const carts = [await reorder(id!, k), await reorder(id!, k), await reorder(id!)]
  expect(carts[1].id).toBe(carts[0].id)
  expect(carts[2].id).not.toBe(carts[0].id)
  const client = await world.as('client@demo.test')
  expect((await client.refused(REORDER, { id }))['code']).toBe('FORBIDDEN')
  const { orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  const channel = await world.as('channel@demo.test')
  expect((await channel.refused(REORDER, { id: orderId }))['code']).toBe('FORBIDDEN')
  expect((await channel.refused(REORDER, { id }))['code']).toBe('NOT_FOUND')
  expect((await admin.refused(REORDER, { id }))['code']).toBe('FORBIDDEN')
})
