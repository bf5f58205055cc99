import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { anOfferedPackage, CHANGE_PACKAGE, CHANNEL, inCart } from '../catalogue/a-package.js'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

const CART = `query($id: ID!) { cart(id: $id) { status total { amount currency }
  lines { id changed package { id terms } service { package { id terms } } } } }`
const CONFIRM =
  'mutation($id: ID!, $l: ID!, $p: ID!) { confirmCartLine(id: $id, lineId: $l, packageId: $p) { lines { changed } } }'
const CHECKOUT = `mutation($id: ID!, $k: String!, $t: MoneyInput!) {
  checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { id } }`

let world: World
let channel: Caller
let buyer: Caller

beforeAll(async () => {
  world = await openWorld()
  channel = await world.as(CHANNEL)
  buyer = await world.as('agency@demo.test')
})
afterAll(() => world?.close())

/** A package in a cart, with its line as its buyer sees it. */
async function chosen(name: string) {
  const serviceId = await anOfferedPackage(world, name, { t: 'As first shown.' })
  const { line, add } = await inCart(buyer, serviceId)
  await add()
  const look = async () => (await buyer.ask(CART, { id: line.id }))['cart']
  const { total, lines } = await look()
  const buy = { id: line.id, k: randomUUID(), t: total }
  return { serviceId, cartId: line.id as string, lineId: lines[0].id as string, look, buy }
}

describe('a package that its channel changes while it lies in a cart', () => {
  test('is not bought unasked, though it costs the same: the refusal names the line and the way out', async () => {
    const { serviceId, lineId, look, buy } = await chosen('Half as many days')
    await channel.ask(CHANGE_PACKAGE, { id: serviceId, t: 'Something else.' })
    const { status, lines } = await look()
    expect(status).toBe('FILLING')
    expect(lines).toEqual([
      {
        id: lineId,
        changed: true,
        package: { id: expect.any(String), terms: 'As first shown.' },
        service: { package: { id: expect.any(String), terms: 'Something else.' } },
      },
    ])
    expect(await buyer.refused(CHECKOUT, buy)).toMatchObject({
      code: 'PACKAGE_CHANGED',
      lines: [{ lineId, serviceName: 'Half as many days', packageId: lines[0].service.package.id }],
      instead: ['confirmCartLine', 'removeCartLine'],
    })
  })

  test('is bought as it is now by whoever looked again and confirmed it', async () => {
    const { serviceId, cartId, lineId, look, buy } = await chosen('Seen again')
    await channel.ask(CHANGE_PACKAGE, { id: serviceId, t: 'Version two.' })
    const { package: shown } = (await look()).lines[0].service
    const confirmed = await buyer.ask(CONFIRM, { id: cartId, l: lineId, p: shown.id })
    expect(confirmed['confirmCartLine'].lines).toEqual([{ changed: false }])
    const { checkout } = await buyer.ask(CHECKOUT, buy)
    expect(
      await world.rows('select package_id as id from order_lines where order_id = $1', [checkout[0].id]),
    ).toEqual([{ id: shown.id }])
  })

  test('and once more while they look is refused again; neither is a line confirmed that is not theirs', async () => {
    const { serviceId, cartId, lineId, look } = await chosen('Changed twice')
    await channel.ask(CHANGE_PACKAGE, { id: serviceId, t: 'Version two.' })
    const second = (await look()).lines[0].service.package.id
    await channel.ask(CHANGE_PACKAGE, { id: serviceId, t: 'Version three.' })
    const asked = { id: cartId, l: lineId, p: second }
    expect(await buyer.refused(CONFIRM, asked)).toMatchObject({
      code: 'PACKAGE_CHANGED',
      lines: [{ lineId }],
    })
    expect(await channel.refused(CONFIRM, asked)).toMatchObject({ code: 'NOT_FOUND' })
    const other = await chosen('In another cart')
    expect(await buyer.refused(CONFIRM, { ...asked, l: other.lineId })).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('in its name alone is no other version, and is bought', async () => {
    const { serviceId, look, buy } = await chosen('Renamed')
    await channel.ask(CHANGE_PACKAGE, { id: serviceId, n: 'Renamed since' })
    expect((await look()).lines).toMatchObject([{ changed: false }])
    expect((await buyer.ask(CHECKOUT, buy))['checkout']).toHaveLength(1)
  })
})
