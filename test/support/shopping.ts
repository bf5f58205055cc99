import { randomUUID } from 'node:crypto'
import type { Caller } from './caller.js'

/** What the demo world's agency can buy, and for whom. */
export interface Shop {
  readonly agency: string
  readonly owner: { id: string; name: string }
  readonly clients: {
    id: string
    name: string
    contacts: { id: string; name: string; email: string | null }[]
  }[]
  readonly services: { id: string; name: string; flow: string; price: { amount: string; currency: string } }[]
}

/** Looks around as the agency's owner. */
export async function shopOf(buyer: Caller): Promise<Shop> {
  const found = await buyer.ask(`{
    viewer { memberships { organisation { id contacts { nodes { id name } } clients(first: 10) { nodes { id name contacts { nodes { id name email } } } } } } }
    services { nodes { id name flow price { amount currency } } }
  }`)
  const { organisation } = found['viewer'].memberships[0]
  return {
    agency: organisation.id,
    owner: organisation.contacts.nodes[0],
    clients: organisation.clients.nodes.map((c: { contacts: { nodes: object[] } }) => ({
      ...c,
      contacts: c.contacts.nodes,
    })),
    services: found['services'].nodes,
  }
}

export interface Wish {
  readonly service: string
  /** The client's name; the first with an addressable contact by default. */
  readonly client?: string
  readonly recipient?: 'OWNER' | 'CLIENT'
  readonly inviteToDashboard?: boolean
}

/** Fills a cart and checks it out; gives the ids of the orders. */
export async function placeOrders(buyer: Caller, wishes: readonly Wish[]): Promise<string[]> {
  const shop = await shopOf(buyer)
  const { createCart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: shop.agency,
  })
  let total: { amount: string; currency: string } | undefined
  const invited: string[] = []
  for (const wish of wishes) {
    const service = shop.services.find((s) => s.name === wish.service)!
    const client = shop.clients.find((c) => !wish.client || c.name === wish.client)!
    const recipient = wish.recipient ?? 'CLIENT'
    const contact = recipient === 'OWNER' ? shop.owner : client.contacts.find((c) => c.email)!
    if (wish.inviteToDashboard) invited.push(client.id)
    const added = await buyer.ask(
      `mutation($id: ID!, $s: ID!, $b: ID!, $r: LineRecipient!, $c: ID!) {
        addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, recipient: $r, recipientContactId: $c) { total { amount currency } } }`,
      { id: createCart.id, s: service.id, b: client.id, r: recipient, c: contact.id },
    )
    total = added['addCartLine'].total
  }
  const { checkout } = await buyer.ask(
    `mutation($id: ID!, $k: String!, $t: MoneyInput!, $i: [ID!]) {
      checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t, inviteToDashboard: $i) { id } }`,
    { id: createCart.id, k: randomUUID(), t: total, i: invited },
  )
  return checkout.map((order: { id: string }) => order.id)
}

export const PAY =
  'mutation($id: ID!, $k: String!, $t: String!) { payOrder(id: $id, idempotencyKey: $k, paymentToken: $t) { id status version } }'

/** Sets a payment going; its result comes when the world has settled. */
export function pay(buyer: Caller, id: string, token = 'tok_ok'): Promise<unknown> {
  return buyer.ask(PAY, { id, k: randomUUID(), t: token })
}

/** An order placed and paid. */
export async function aPaidOrder(
  world: { as(email: string): Promise<Caller>; settled(): Promise<void> },
  wishes: readonly Wish[] = [{ service: 'Local search optimisation' }],
): Promise<string> {
  const buyer = await world.as('agency@demo.test')
  const [id] = await placeOrders(buyer, wishes)
  await pay(buyer, id!)
  await world.settled()
  return id!
}
