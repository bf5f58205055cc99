import { randomUUID } from 'node:crypto'
import type { Caller } from './caller.js'
import { sendFile } from './onboarding-form.js'
import { pay } from './shopping.js'
import { takingOf } from './verbs.js'
import type { World } from './world.js'

export const BUYER = 'agency@demo.test'
export const CHANNEL = 'channel@demo.test'
export const ADMIN = 'admin@demo.test'
export const SUPPORT = 'support@demo.test'
export const FINANCE = 'finance@demo.test'

/** A state that a campaign can be brought to by the verbs that lead there. */
export type Stage = 'AWAITING_ACCEPTANCE' | 'ACCEPTED' | 'READY' | 'COMPLETION_CLAIMED'

/** A campaign of the demo world's agency with its channel. */
export interface ACampaign {
  readonly id: string
  readonly orderId: string
  readonly number: string
  readonly price: bigint
  readonly currency: string
}

/** Which package, paid how. */
export interface Wanted {
  readonly at: Stage
  /** One of the channel's packages by name; it has one required text by default. */
  readonly package?: string
  /** The means of payment; one with which all goes well by default. */
  readonly token?: string
}

const GIVEN = 'id: $id, idempotencyKey: $k'
const SEEN = '{ id status version }'

/** Every verb of a campaign as a document: `ask(VERBS.accept, { id, k })`, with a fresh key by {@link keyed}. */
export const VERBS = {
  accept: `mutation($id: ID!, $k: String!) { acceptCampaign(${GIVEN}) ${SEEN} }`,
  decline: `mutation($id: ID!, $k: String!, $r: String!) { declineCampaign(${GIVEN}, reason: $r) ${SEEN} }`,
  withdraw: `mutation($id: ID!, $k: String!) { withdrawCampaign(${GIVEN}) ${SEEN} }`,
  payAgain: `mutation($id: ID!, $k: String!, $t: String!) { payAgain(${GIVEN}, paymentToken: $t) ${SEEN} }`,
  ready: `mutation($id: ID!, $k: String) { markCampaignReady(${GIVEN}) ${SEEN} }`,
  reopen: `mutation($id: ID!, $k: String, $r: String!) { reopenCreatives(${GIVEN}, reason: $r) ${SEEN} }`,
  complete: `mutation($id: ID!, $k: String!, $c: CampaignChecklistInput!, $e: Day) { completeCampaign(${GIVEN}, checklist: $c, estimatedOn: $e) ${SEEN} }`,
  release: `mutation($id: ID!, $k: String!) { releaseFunds(${GIVEN}) ${SEEN} }`,
  resend: `mutation($id: ID!, $k: String, $c: ID!) { resendCompletionMail(${GIVEN}, contactId: $c) ${SEEN} }`,
  propose: `mutation($id: ID!, $k: String!, $f: BigInt!, $r: String!) { proposeCancellation(${GIVEN}, refund: $f, reason: $r) ${SEEN} }`,
  answer: `mutation($id: ID!, $k: String!, $a: Boolean!) { answerCancellation(${GIVEN}, agree: $a) ${SEEN} }`,
  cancel: `mutation($id: ID!, $k: String!, $f: BigInt!, $r: String!) { cancelCampaign(${GIVEN}, refund: $f, reason: $r) ${SEEN} }`,
  extend: `mutation($id: ID!, $k: String, $u: DateTime!, $r: String!) { extendDeadline(${GIVEN}, until: $u, reason: $r) ${SEEN} }`,
} as const

/** All four points of the checklist, answered with yes. */
export const CHECKED = { materials: true, connected: true, estimateGiven: true, available: true }

/** Takes one of them, or gives what it is refused with. */
export const { take, refusal } = takingOf(VERBS)

/** A campaign brought to a state by the verbs that everybody uses. */
export async function aCampaign(world: World, wanted: Wanted): Promise<ACampaign> {
  const campaign = await anOffer(world, wanted)
  const { id } = campaign
  if (wanted.at === 'AWAITING_ACCEPTANCE') return campaign
  await take(world, CHANNEL, 'accept', { id })
  if (wanted.at === 'ACCEPTED') return campaign
  await sendCreatives(world, id)
  await take(world, CHANNEL, 'ready', { id })
  if (wanted.at === 'READY') return campaign
  await take(world, CHANNEL, 'complete', { id, c: CHECKED })
  return campaign
}

/** The buyer places an order for a campaign; it waits to be paid. Gives the order's id. */
export async function aCampaignOrder(world: World, name?: string): Promise<string> {
  return orderCampaign(await world.as(BUYER), name)
}

/** The same by a buyer who is signed in already, wherever that is. */
export async function orderCampaign(buyer: Caller, name = 'Newsletter feature'): Promise<string> {
  const { viewer, services } = await buyer.ask(
    '{ viewer { memberships { organisation { id } } } services(first: 100) { nodes { id name } } }',
  )
  const agency = viewer.memberships[0].organisation.id
  const service = services.nodes.find((s: { name: string }) => s.name === name)
  const { createCart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: agency,
  })
  const { addCartLine } = await buyer.ask(
    'mutation($id: ID!, $s: ID!, $b: ID!) { addCartLine(id: $id, serviceId: $s, beneficiaryId: $b) { total { amount currency } } }',
    { id: createCart.id, s: service.id, b: agency },
  )
  const { checkout } = await buyer.ask(
    'mutation($id: ID!, $k: String!, $t: MoneyInput!) { checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { id } }',
    { id: createCart.id, k: randomUUID(), t: addCartLine.total },
  )
  return checkout[0].id
}

async function anOffer(world: World, { package: name, token }: Wanted): Promise<ACampaign> {
  await aPayoutAccount(world)
  const orderId = await aCampaignOrder(world, name)
  const buyer = await world.as(BUYER)
  await pay(buyer, orderId, token)
  await world.settled()
  const { order } = await buyer.ask(
    'query($id: ID!) { order(id: $id) { number total { amount currency } campaign { id } } }',
    { id: orderId },
  )
  const { amount, currency } = order.total
  return { id: order.campaign.id, orderId, number: order.number, price: BigInt(amount), currency }
}

/** The demo world's channel can be paid out to. */
export async function aPayoutAccount(world: World): Promise<void> {
  const [channel] = await world.rows<{ id: string; active: boolean }>(
    `select g.id, exists (select from payout_accounts a where a.organisation_id = g.id and a.status = 'ACTIVE') as active
      from organisations g join members m on m.organisation_id = g.id join users u on u.id = m.user_id where u.email = $1`,
    [CHANNEL],
  )
  if (channel!.active) return
  await (
    await world.as(CHANNEL)
  ).ask('mutation($o: ID!) { connectPayoutAccount(organisationId: $o, accountToken: "acct_ok") { id } }', {
    o: channel!.id,
  })
  await world.settled()
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk8F/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==',
  'base64',
)
const UPLOAD =
  'mutation($id: ID!, $key: String!, $f: ID!) { uploadCreative(id: $id, key: $key, fileId: $f) { id newest { id } } }'
const APPROVE = 'mutation($id: ID!) { approveCreative(id: $id) { id } }'

/** The buyer sends every required creative, and the channel approves each. */
export async function sendCreatives(world: World, id: string): Promise<void> {
  const [buyer, channel] = [await world.as(BUYER), await world.as(CHANNEL)]
  for (const { key, types } of await requiredCreatives(buyer, id)) {
    const file = await sendCreative(buyer, key, types)
    const { uploadCreative } = await buyer.ask(UPLOAD, { id, key, f: file })
    await channel.ask(APPROVE, { id: uploadCreative.newest.id })
  }
  await world.settled()
}

async function requiredCreatives(buyer: Caller, id: string): Promise<{ key: string; types: string[] }[]> {
  const { campaign } = await buyer.ask(
    'query($id: ID!) { campaign(id: $id) { creatives { key required types } } }',
    { id },
  )
  return campaign.creatives.filter((creative: { required: boolean }) => creative.required)
}

async function sendCreative(buyer: Caller, key: string, types: string[]): Promise<string> {
  return types.includes('text/plain')
    ? sendFile(buyer, `${key}.txt`, 'What our readers shall read.')
    : sendFile(buyer, `${key}.png`, PNG, 'image/png')
}
