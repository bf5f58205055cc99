import type { Caller } from '../support/caller.js'
import type { World } from '../support/world.js'

export const CHANNEL = 'channel@demo.test'
const DAY_MS = 86_400_000

/** A required creative, with what is usual left out. */
export function creative(key: string, more: Record<string, unknown> = {}) {
  return { key, label: `The ${key}`, instructions: '', required: true, types: ['image/png'], ...more }
}

const SEEN = `id name summary status version onSale flow channelId channelName price { amount currency }
  package { id version terms startsOn endsOn requiredCreatives { key label instructions required types } }
  availableActions { name allowed refusal }`
const GIVEN =
  'name: $n, summary: $s, price: $p, requiredCreatives: $r, terms: $t, startsOn: $from, endsOn: $to'

export const PACKAGE = `query($id: ID!) { service(id: $id) { ${SEEN} } }`
export const ADD_PACKAGE = `mutation($c: ID!, $n: String!, $s: String!, $p: MoneyInput!, $r: [RequiredCreativeInput!]!, $t: String!, $from: Day!, $to: Day!, $k: String) {
  addPackage(channelId: $c, description: "What one gets.", ${GIVEN}, idempotencyKey: $k) { ${SEEN} } }`
export const CHANGE_PACKAGE = `mutation($id: ID!, $n: String, $s: String, $p: MoneyInput, $r: [RequiredCreativeInput!], $t: String, $from: Day, $to: Day, $v: Int) {
  changePackage(id: $id, ${GIVEN}, expectedVersion: $v) { ${SEEN} } }`
export const OFFER_PACKAGE = `mutation($id: ID!) { offerService(id: $id) { ${SEEN} } }`
export const WITHDRAW_PACKAGE = `mutation($id: ID!) { withdrawService(id: $id) { ${SEEN} } }`

/** A day so many days after today, as the trade's clock has it. */
export async function dayIn(world: World, days: number): Promise<string> {
  const [row] = await world.rows<{ now: Date }>('select app_now() as now')
  return new Date(row!.now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

/** What a channel gives to add a package of this name. */
export async function packageNamed(world: World, name: string, more: Record<string, unknown> = {}) {
  return {
    n: name,
    s: 'A sentence.',
    p: { amount: '50000', currency: 'EUR' },
    r: [creative('banner'), creative('copy', { required: false, types: ['text/plain'] })],
    t: 'We run it on these days.',
    from: await dayIn(world, 7),
    to: await dayIn(world, 14),
    c: await channelOf(world),
    ...more,
  }
}

/** The demo world's channel. */
export async function channelOf(world: World): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    `select id from organisations where kind = 'CHANNEL' order by id`,
  )
  return row!.id
}

/** Adds a package and offers it; gives its id. */
export async function anOfferedPackage(
  world: World,
  name: string,
  more: Record<string, unknown> = {},
  seller?: Caller,
): Promise<string> {
  const channel = seller ?? (await world.as(CHANNEL))
  const { addPackage } = await channel.ask(ADD_PACKAGE, await packageNamed(world, name, more))
  await channel.ask(OFFER_PACKAGE, { id: addPackage.id })
  return addPackage.id
}

/** Puts it into a fresh cart of the agency's, for its first client. */
export async function inCart(buyer: Caller, serviceId: string) {
  const { viewer } = await buyer.ask(
    '{ viewer { memberships { organisation { id clients(first: 1) { nodes { id } } } } } }',
  )
  const { organisation } = viewer.memberships[0]
  const { createCart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: organisation.id,
  })
  const line = { id: createCart.id, s: serviceId, b: organisation.clients.nodes[0].id }
  const ADD =
    'mutation($id: ID!, $s: ID!, $b: ID!) { addCartLine(id: $id, serviceId: $s, beneficiaryId: $b) { id total { amount currency } } }'
  return { line, add: () => buyer.ask(ADD, line), refused: () => buyer.refused(ADD, line) }
}
