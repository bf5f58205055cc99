import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Caller } from '../support/caller.js'
import { placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import {
  ADD_PACKAGE,
  anOfferedPackage,
  CHANGE_PACKAGE,
  CHANNEL,
  channelOf,
  dayIn,
  inCart,
  OFFER_PACKAGE,
  PACKAGE,
  packageNamed,
  WITHDRAW_PACKAGE,
} from './a-package.js'

let world: World
let channel: Caller
let buyer: Caller

beforeAll(async () => {
  world = await openWorld()
  channel = await world.as(CHANNEL)
  buyer = await world.as('agency@demo.test')
})
afterAll(() => world?.close())

const CATALOGUE = `query($w: ServiceWhere) { services(first: 100, where: $w) { nodes { name channelName flow
  price { formatted } package { startsOn endsOn terms requiredCreatives { label required types } } } } }`
const catalogue = async (caller: Caller, where: object = {}) =>
  (await caller.ask(CATALOGUE, { w: where }))['services'].nodes as { name: string }[]

describe('the catalogue', () => {
  test('shows everybody what channels offer, by channel, with dates, terms and what is asked for', async () => {
    await channel.ask(ADD_PACKAGE, await packageNamed(world, 'Hidden'))
    const ours = await catalogue(world.caller(), {
      channelId: { in: [await channelOf(world)] },
      onSale: { eq: true },
    })
    expect(ours.find(({ name }) => name === 'Newsletter feature')).toMatchObject({
      channelName: 'Signal Street Media',
      flow: 'CAMPAIGN',
      price: { formatted: '€680.00' },
      package: {
        startsOn: await dayIn(world, 10),
        requiredCreatives: [
          { label: 'The paragraph', required: true },
          { label: 'A picture', required: false },
        ],
      },
    })
    expect(ours.map(({ name }) => name)).not.toContain('Local search optimisation')
    expect(ours.map(({ name }) => name)).not.toContain('Hidden')
    const seller = (await catalogue(channel)).map(({ name }) => name)
    expect(seller).toEqual(
      expect.arrayContaining(['Hidden', 'Homepage takeover', 'Local search optimisation']),
    )
  })

  test('sells a package until its last day is over where its channel is', async () => {
    await world.rows(`update organisations set time_zone = 'Pacific/Kiritimati' where kind = 'CHANNEL'`)
    const [there] = await world.rows<{ day: string }>(
      `select (app_now() at time zone 'Pacific/Kiritimati')::date::text as day`,
    )
    const id = await anOfferedPackage(world, 'Last day', { from: there!.day, to: there!.day })
    const cart = await inCart(buyer, id)
    const { addCartLine } = await cart.add()
    const [{ ms }] = (await world.rows<{ ms: string }>(
      `select extract(epoch from ($1::date + 1)::timestamp at time zone 'Pacific/Kiritimati' - app_now()) * 1000 as ms`,
      [there!.day],
    )) as [{ ms: string }]
    await world.move(Math.ceil(Number(ms)))
    expect((await buyer.ask(PACKAGE, { id }))['service']).toMatchObject({ status: 'OFFERED', onSale: false })
    expect((await catalogue(buyer, { onSale: { eq: true } })).map(({ name }) => name)).not.toContain(
      'Last day',
    )
    expect((await (await inCart(buyer, id)).refused())['code']).toBe('NOT_ON_SALE')
    const CHECKOUT = `mutation($id: ID!, $k: String!, $t: MoneyInput!) {
      checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { id } }`
    expect(
      (await buyer.refused(CHECKOUT, { id: cart.line.id, k: randomUUID(), t: addCartLine.total }))['code'],
    ).toBe('NOT_ON_SALE')
    await channel.ask(WITHDRAW_PACKAGE, { id })
    expect(await channel.refused(OFFER_PACKAGE, { id })).toMatchObject({
      code: 'SERVICE_INCOMPLETE',
      missing: ['dates'],
    })
    await channel.ask(CHANGE_PACKAGE, { id, to: await dayIn(world, 30) })
    expect((await channel.ask(OFFER_PACKAGE, { id }))['offerService'].onSale).toBe(true)
    expect((await placeOrders(buyer, [{ service: 'Last day' }])).length).toBe(1)
  })
})
