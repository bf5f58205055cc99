import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Caller } from '../support/caller.js'
import { placeOrders, type Shop, shopOf } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const ADD = `mutation($id: ID!, $s: ID!, $b: ID!, $r: LineRecipient!, $c: ID!) {
  addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, recipient: $r, recipientContactId: $c) {
    total { amount currency } lines { id recipientName } } }`
const CHECKOUT = `mutation($id: ID!, $k: String!, $v: String!, $t: MoneyInput!) {
  checkout(id: $id, idempotencyKey: $k, termsVersion: $v, shownTotal: $t) { id number beneficiary { name } total { amount } lines { service { name } } } }`

let world: World
let buyer: Caller
let shop: Shop

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as('agency@demo.test')
  shop = await shopOf(buyer)
})
afterAll(() => world.close())

async function aCart(): Promise<string> {
  const { createCart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: shop.agency,
  })
  return createCart.id
}

const service = (name: string) => shop.services.find((s) => s.name === name)!
const client = (name: string) => shop.clients.find((c) => c.name === name)!
const line = (id: string, serviceName: string, clientName = 'Harbour Bakery') => {
  const forWhom = client(clientName)
  return {
    id,
    s: service(serviceName).id,
    b: forWhom.id,
    r: 'CLIENT',
    c: forWhom.contacts.find((contact) => contact.email)!.id,
  }
}
const checkout = (id: string, amount: string, more: Record<string, unknown> = {}) => ({
  id,
  k: randomUUID(),
  v: '2026-11',
  t: { amount, currency: 'EUR' },
  ...more,
})

describe('a cart', () => {
  test('refuses a recipient without an e-mail address, naming the person', async () => {
    const id = await aCart()
    const dental = client('Elm Street Dental')
    const rita = dental.contacts.find((contact) => contact.name === 'Rita Cole')!
    const refusal = await buyer.refused(ADD, {
      ...line(id, 'Directory listings', 'Elm Street Dental'),
      c: rita.id,
    })
    expect(refusal).toMatchObject({ code: 'RECIPIENT_WITHOUT_EMAIL', contactId: rita.id })
    expect(JSON.stringify(refusal['fields'])).toContain('Rita Cole')
  })

  test('keeps the person as they were chosen, whatever becomes of the contact', async () => {
    const id = await aCart()
    const chosen = line(id, 'Directory listings')
    const added = await buyer.ask(ADD, chosen)
    expect(added['addCartLine'].lines[0].recipientName).toBe('Clara Hughes')
    await world.rows('update contacts set name = $1 where id = $2', ['Somebody Else', chosen.c])
    const { cart } = await buyer.ask(
      'query($id: ID!) { cart(id: $id) { lines { recipientName recipientContact { name } } } }',
      { id },
    )
    expect(cart.lines).toEqual([
      { recipientName: 'Clara Hughes', recipientContact: { name: 'Somebody Else' } },
    ])
    await world.rows('update contacts set name = $1 where id = $2', ['Clara Hughes', chosen.c])
  })

  test('takes only what is on sale, in one currency, for the buyer or its own clients', async () => {
    const id = await aCart()
    await buyer.ask(ADD, line(id, 'Directory listings'))
    await world.rows(`update services set status = 'WITHDRAWN' where name = 'Review monitor'`)
    expect(await buyer.refused(ADD, line(id, 'Review monitor'))).toMatchObject({ code: 'NOT_ON_SALE' })
    await world.rows(`update services set status = 'OFFERED', currency = 'USD' where name = 'Review monitor'`)
    expect(await buyer.refused(ADD, line(id, 'Review monitor'))).toMatchObject({ code: 'CURRENCY_MIXED' })
    await world.rows(`update services set currency = 'EUR' where name = 'Review monitor'`)
    const [channel] = await world.rows<{ id: string }>(`select id from organisations where kind = 'CHANNEL'`)
    const refusal = await buyer.refused(ADD, { ...line(id, 'Directory listings'), b: channel!.id })
    expect(refusal).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'beneficiaryId' }] })
  })

  test('gives back a line that is taken out', async () => {
    const id = await aCart()
    const { addCartLine } = await buyer.ask(ADD, line(id, 'Directory listings'))
    const remove =
      'mutation($id: ID!, $l: ID!) { removeCartLine(id: $id, lineId: $l) { lines { id } total { amount } } }'
    const { removeCartLine } = await buyer.ask(remove, { id, l: addCartLine.lines[0].id })
    expect(removeCartLine).toEqual({ lines: [], total: null })
  })
})

describe('checkout', () => {
  test('makes one order per beneficiary, each with its own price and number', async () => {
    const id = await aCart()
    await buyer.ask(ADD, line(id, 'Local search optimisation'))
    await buyer.ask(ADD, line(id, 'Directory listings'))
    await buyer.ask(ADD, line(id, 'Review monitor', 'Elm Street Dental'))
    const orders = (await buyer.ask(CHECKOUT, checkout(id, '64700')))['checkout']
    expect(orders).toMatchObject([
      { beneficiary: { name: 'Harbour Bakery' }, total: { amount: '59800' } },
      { beneficiary: { name: 'Elm Street Dental' }, total: { amount: '4900' } },
    ])
    expect(orders[0].lines).toHaveLength(2)
    expect(new Set(orders.map((o: { number: string }) => o.number)).size).toBe(2)
  })

  test('of an empty cart, or without the present terms, is refused', async () => {
    const id = await aCart()
    expect(await buyer.refused(CHECKOUT, checkout(id, '0'))).toMatchObject({ code: 'CART_EMPTY' })
    await buyer.ask(ADD, line(id, 'Directory listings'))
    expect(await buyer.refused(CHECKOUT, checkout(id, '9900', { v: '2020-01' }))).toMatchObject({
      code: 'TERMS_NOT_ACCEPTED',
      current: '2026-11',
    })
  })

  test('at prices that have changed since they were shown is refused, and keeps the cart', async () => {
    const id = await aCart()
    await buyer.ask(ADD, line(id, 'Directory listings'))
    await world.rows(`update services set price_amount = 10900 where name = 'Directory listings'`)
    expect(await buyer.refused(CHECKOUT, checkout(id, '9900'))).toMatchObject({
      code: 'PRICE_CHANGED',
      shown: { amount: '9900' },
      current: { amount: '10900', currency: 'EUR' },
    })
    const { cart } = await buyer.ask('query($id: ID!) { cart(id: $id) { status lines { id } } }', { id })
    expect(cart).toMatchObject({ status: 'FILLING', lines: [{}] })
    await world.rows(`update services set price_amount = 9900 where name = 'Directory listings'`)
  })

  test('asked twice with one key orders once', async () => {
    const id = await aCart()
    await buyer.ask(ADD, line(id, 'Directory listings'))
    const asked = checkout(id, '9900')
    const [first, second] = await Promise.all([buyer.ask(CHECKOUT, asked), buyer.ask(CHECKOUT, asked)])
    expect(first).toEqual(second)
    expect(await buyer.refused(CHECKOUT, { ...asked, k: randomUUID() })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })
})

describe('a paid order', () => {
  test('starts the chain: receipt, request to the chosen person, invitation to talk, and never the business address', async () => {
    const [id] = await placeOrders(buyer, [
      { service: 'Local search optimisation', client: 'Elm Street Dental' },
    ])
    await buyer.ask(
      'mutation($id: ID!, $k: String!) { payOrder(id: $id, idempotencyKey: $k, paymentToken: "tok_ok") { id } }',
      { id, k: randomUUID() },
    )
    await world.settled()
    const mails = await world.rows<{ template: string; to: string }>(
      `select template, to_address as "to" from mails where order_id = $1 order by template`,
      [id],
    )
    expect(mails).toEqual([
      { template: 'communication-invitation', to: 'agency@demo.test' },
      { template: 'onboarding-request', to: 'diego@elm-dental.test' },
      { template: 'order-receipt', to: 'agency@demo.test' },
    ])
    const { order } = await buyer.ask(
      'query($id: ID!) { order(id: $id) { status stage communicationBy communicatedAt payment { state held { amount } } } }',
      { id },
    )
    expect(order).toMatchObject({
      status: 'OPEN',
      stage: 'AWAITING_ONBOARDING',
      payment: { state: 'HELD', held: { amount: '49900' } },
    })
    expect(new Date(order.communicatedAt) < new Date(order.communicationBy)).toBe(true)
  })

  test('of add-ons alone is done with no human: active, earned, completed', async () => {
    const [id] = await placeOrders(buyer, [{ service: 'Directory listings' }, { service: 'Review monitor' }])
    await buyer.ask(
      'mutation($id: ID!, $k: String!) { payOrder(id: $id, idempotencyKey: $k, paymentToken: "tok_ok") { id } }',
      { id, k: randomUUID() },
    )
    await world.settled()
    const { order } = await buyer.ask(
      'query($id: ID!) { order(id: $id) { status lines { provisioning { status } } payment { state held { amount } } } }',
      { id },
    )
    expect(order).toMatchObject({ status: 'COMPLETED', payment: { state: 'SETTLED', held: { amount: '0' } } })
    expect(order.lines.map((l: { provisioning: { status: string } }) => l.provisioning.status)).toEqual([
      'ACTIVE',
      'ACTIVE',
    ])
    const earned = await world.rows(
      `select amount::text as amount from postings where order_id = $1 and account = 'revenue' order by amount`,
      [id],
    )
    expect(earned).toEqual([{ amount: '4900' }, { amount: '9900' }])
    expect(
      await world.rows(
        `select template from mails where order_id = $1 and template = 'communication-invitation'`,
        [id],
      ),
    ).toEqual([])
  })
})
