import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Caller } from '../support/caller.js'
import { aPaidOrder, pay, placeOrders, type Shop, shopOf } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const SERVICE = 'Directory listings'
const BAKERY = 'Harbour Bakery'

let world: World
let buyer: Caller
let shop: Shop

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as('agency@demo.test')
  shop = await shopOf(buyer)
})
afterAll(() => world.close())

describe('the tick that invites a client to their dashboard', () => {
  const INVITE =
    'mutation($o: ID!, $n: String!, $e: String!, $r: MemberRole!) { inviteMember(organisationId: $o, name: $n, email: $e, role: $r) { id contact { id } } }'
  const DISABLE = 'mutation($id: ID!) { disableMember(id: $id) { id } }'
  const BUSINESS =
    'mutation($a: ID!) { addOrganisation(name: "Quay Florist", kind: CLIENT, businessEmail: "quay@example.test", agencyId: $a) { id } }'
  const wish = {
    service: SERVICE,
    client: 'Quay Florist',
    recipient: 'OWNER',
    inviteToDashboard: true,
  } as const
  const invitedBy = (order: string) =>
    world.rows<{ contact: string }>(
      `select data->>'contactId' as contact from events where stream_id = $1 and type = 'order.dashboard-invited'`,
      [order],
    )

  test('invites somebody new as a member, and leaves who was invited as an owner the owner', async () => {
    const DENTAL = 'Elm Street Dental'
    const invited = async () => {
      await aPaidOrder(world, [{ service: SERVICE, client: DENTAL, inviteToDashboard: true }])
      return world.rows<{ role: string; status: string }>(
        `select m.role, m.status from members m join organisations o on o.id = m.organisation_id where o.name = $1`,
        [DENTAL],
      )
    }
    expect(await invited()).toEqual([{ role: 'MEMBER', status: 'INVITED' }])
    const dental = shop.clients.find(({ name }) => name === DENTAL)!
    const { email, name } = dental.contacts.find((contact) => contact.email)!
    await buyer.ask(INVITE, { o: dental.id, n: name, e: email, r: 'OWNER' })
    expect(await invited()).toEqual([{ role: 'OWNER', status: 'INVITED' }])
  })

  test('is for clients in the cart: neither the buyer nor anybody else is let in by it', async () => {
    const { createCart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
      b: shop.agency,
    })
    const add = (s: string, b: string, c: string, r: string) =>
      buyer.ask(
        `mutation($id: ID!, $s: ID!, $b: ID!, $r: LineRecipient!, $c: ID!) {
          addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, recipient: $r, recipientContactId: $c) { total { amount currency } } }`,
        { id: createCart.id, s, b, r, c },
      )
    const service = shop.services.find(({ name }) => name === SERVICE)!.id
    const [bakery, other] = [
      shop.clients.find(({ name }) => name === BAKERY)!,
      shop.clients.find(({ name }) => name !== BAKERY)!,
    ]
    await add(service, bakery.id, bakery.contacts.find(({ email }) => email)!.id, 'CLIENT')
    const { addCartLine } = await add(service, shop.agency, shop.owner.id, 'OWNER')
    const members = () => world.rows('select id, status, role from members order by id')
    const before = await members()
    const checkout = `mutation($id: ID!, $k: String!, $t: MoneyInput!, $i: [ID!]) {
      checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t, inviteToDashboard: $i) { id } }`
    const asked = (i: string[]) => ({ id: createCart.id, k: randomUUID(), t: addCartLine.total, i })
    for (const nobody of [shop.agency, other.id, 'org_nothing'])
      expect(await buyer.refused(checkout, asked([bakery.id, nobody]))).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'inviteToDashboard' }],
      })
    expect(await members()).toEqual(before)
    expect((await buyer.ask(checkout, asked([bakery.id])))['checkout']).toHaveLength(2)
  })

  test('passes over who has lost their access, and is refused where nobody else is there', async () => {
    const { addOrganisation: florist } = await buyer.ask(BUSINESS, { a: shop.agency })
    const invite = async (n: string) =>
      (await buyer.ask(INVITE, { o: florist.id, n, e: `${n.toLowerCase()}@quay.test`, r: 'MEMBER' }))[
        'inviteMember'
      ]
    const [fay, gil] = [await invite('Fay'), await invite('Gil')]
    await buyer.ask(DISABLE, { id: fay.id })
    expect(await invitedBy(await aPaidOrder(world, [wish]))).toEqual([{ contact: gil.contact.id }])
    const [meanwhile] = await placeOrders(buyer, [wish])
    await buyer.ask(DISABLE, { id: gil.id })
    await pay(buyer, meanwhile!)
    await world.settled()
    expect(await invitedBy(meanwhile!)).toEqual([])
    await expect(placeOrders(buyer, [wish])).rejects.toThrow('Nobody at this client can be invited')
  })
})
