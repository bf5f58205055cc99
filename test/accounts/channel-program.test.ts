import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  ADD_PACKAGE,
  CHANGE_PACKAGE,
  channelOf,
  OFFER_PACKAGE,
  packageNamed,
  WITHDRAW_PACKAGE,
} from '../catalogue/a-package.js'
import { DISPUTE_VERBS, CLAIM } from '../disputes/a-dispute.js'
import type { Caller } from '../support/caller.js'
import { aCampaign, BUYER, CHANNEL, CHECKED, VERBS } from '../support/campaigns.js'
import { keyed } from '../support/verbs.js'
import { sendFile } from '../support/onboarding-form.js'
import { openWorld, type World } from '../support/world.js'
import { CREATE } from './key-room.js'

/** What a channel's server needs, and no more. */
const SCOPES = ['READ', 'CAMPAIGNS', 'CREATIVES', 'PACKAGES', 'MESSAGES', 'DISPUTES', 'FILES']

let world: World
let program: Caller
let key: string
let channel: string
beforeAll(async () => {
  world = await openWorld()
  channel = await channelOf(world)
  const owner = await world.as(CHANNEL)
  const { createApiKey: made } = await owner.ask(CREATE, { o: channel, n: 'Studio', s: SCOPES })
  program = world.caller(made.secret)
  key = made.id
})
afterAll(() => world?.close())

/** The verb of a program; what it set going is done. */
async function take(verb: keyof typeof VERBS, variables: Record<string, unknown>) {
  const answer = await program.ask<Record<string, Record<string, unknown>>>(VERBS[verb], keyed(variables))
  await world.settled()
  return Object.values(answer)[0]!
}

/** Nobody of the channel has signed in for any of what happened to an order. */
async function whoActed(orderId: string): Promise<string[]> {
  const [person] = await world.rows<{ id: string }>('select id from users where email = $1', [CHANNEL])
  const events = await world.rows<{ actor: string }>(
    'select distinct actor_id as actor from events where stream_id = $1',
    [orderId],
  )
  expect(events.map(({ actor }) => actor)).not.toContain(person!.id)
  return events.map(({ actor }) => actor)
}

test('a channel’s server sells packages', async () => {
  const { addPackage: added } = await program.ask(ADD_PACKAGE, await packageNamed(world, 'From a program'))
  await program.ask(OFFER_PACKAGE, { id: added.id })
  const { changePackage: changed } = await program.ask(CHANGE_PACKAGE, { id: added.id, t: 'Other terms.' })
  expect(changed).toMatchObject({ status: 'OFFERED', package: { version: 2, terms: 'Other terms.' } })
  const { withdrawService: off } = await program.ask(WITHDRAW_PACKAGE, { id: added.id })
  expect(off.status).not.toBe('OFFERED')
})

test('finds its offers by time left, follows one, talks about it and declines it', async () => {
  const { id, orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  const { campaigns } = await program.ask(
    '{ campaigns(where: { status: { in: [AWAITING_ACCEPTANCE] } }, sort: [{ field: dueAt, direction: ASC }]) { nodes { id dueAt availableActions { name allowed } } } }',
  )
  const offer = campaigns.nodes.find((node: { id: string }) => node.id === id)
  expect(offer.availableActions).toEqual(
    expect.arrayContaining([
      { name: 'acceptCampaign', allowed: true },
      { name: 'declineCampaign', allowed: true },
    ]),
  )
  const following = program.follow('subscription($id: ID!) { campaignUpdated(id: $id) { status } }', { id })
  await following.until((seen) => seen.length > 0)
  const POST =
    'mutation($o: ID!) { postMessage(orderId: $o, body: "That week is full.", visibility: PARTIES) { actor { kind name } } }'
  expect((await program.ask(POST, { o: orderId })).postMessage.actor).toEqual({
    kind: 'key',
    name: 'Signal Street Media',
  })
  expect(await take('decline', { id, r: 'That week is full.' })).toMatchObject({ status: 'DECLINED' })
  await following.until((seen) => seen.some((one) => one['campaignUpdated']?.status === 'DECLINED'))
  await following.stop()
  expect(await whoActed(orderId)).toContain(key)
})

test('takes a campaign from the offer to the payout', async () => {
  const { id, orderId, price } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  expect(await take('accept', { id })).toMatchObject({ status: 'ACCEPTED' })
  const buyer = await world.as(BUYER)
  const file = await sendFile(buyer, 'paragraph.txt', 'What our readers shall read.')
  const UPLOAD =
    'mutation($id: ID!, $f: ID!, $key: String!) { uploadCreative(id: $id, key: $key, fileId: $f) { id } }'
  const SEE =
    'query($id: ID!) { campaign(id: $id) { status outcome creatives { key required newest { id status file { downloadUrl } } } } }'
  const { campaign: asked } = await program.ask(SEE, { id })
  const wanted = asked.creatives.find((creative: { required: boolean }) => creative.required)
  await buyer.ask(UPLOAD, { id, f: file, key: wanted.key })
  const { campaign: seen } = await program.ask(SEE, { id })
  const { newest } = seen.creatives.find((creative: { key: string }) => creative.key === wanted.key)
  expect(await (await fetch(newest.file.downloadUrl)).text()).toBe('What our readers shall read.')
  await program.ask('mutation($id: ID!) { approveCreative(id: $id) { id } }', { id: newest.id })
  expect(await take('ready', { id })).toMatchObject({ status: 'READY' })
  expect(await take('complete', { id, c: CHECKED })).toMatchObject({ status: 'COMPLETION_CLAIMED' })
  await buyer.ask(VERBS.release, keyed({ id }))
  await world.settled()
  expect((await program.ask(SEE, { id })).campaign).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
  const { payouts } = await program.ask('{ payouts { nodes { kind state amount { amount } order { id } } } }')
  expect(payouts.nodes).toContainEqual({
    kind: 'RELEASE',
    state: 'SUCCEEDED',
    amount: { amount: String(price - price / 10n) },
    order: { id: orderId },
  })
  await whoActed(orderId)
})

test('proposes and answers a cancellation', async () => {
  const one = await aCampaign(world, { at: 'ACCEPTED' })
  await take('propose', { id: one.id, f: String(one.price), r: 'The edition was stopped.' })
  const buyer = await world.as(BUYER)
  await buyer.ask(VERBS.answer, keyed({ id: one.id, a: true }))
  const other = await aCampaign(world, { at: 'ACCEPTED' })
  await buyer.ask(
    VERBS.propose,
    keyed({ id: other.id, f: String(other.price), r: 'We have changed our mind.' }),
  )
  expect(await take('answer', { id: other.id, a: true })).toMatchObject({ status: 'CANCELLED' })
  const { campaign } = await program.ask('query($id: ID!) { campaign(id: $id) { status } }', { id: one.id })
  expect(campaign.status).toBe('CANCELLED')
})

test('answers a dispute, with a file as evidence', async () => {
  const { id, orderId } = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  const buyer = await world.as(BUYER)
  const { openDispute: opened } = await buyer.ask(DISPUTE_VERBS.open, keyed({ id, ...CLAIM }))
  const proof = await sendFile(program, 'proof.txt', 'It ran on Monday.')
  const { respondToDispute: answered } = await program.ask(
    DISPUTE_VERBS.respond,
    keyed({ id: opened.id, s: 'It ran on Monday, see the proof.', e: [proof] }),
  )
  expect(answered).toMatchObject({ status: 'UNDER_REVIEW', yourSide: 'CHANNEL' })
  await program.ask(DISPUTE_VERBS.say, keyed({ id: opened.id, s: 'And on Tuesday again.' }))
  await world.settled()
  const said = await world.rows<{ kind: string; by: string }>(
    `select actor_kind as kind, actor_id as by from events where stream_id = $1 and verb in ('respondToDispute', 'addStatement')`,
    [orderId],
  )
  expect(said.length).toBeGreaterThan(1)
  expect(said.filter(({ kind, by }) => kind !== 'key' || by !== key)).toEqual([])
})

test('buys nothing, pays nothing, and connects no payout account', async () => {
  const { id } = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  expect(await program.refused(VERBS.release, keyed({ id }))).toMatchObject({
    code: 'SCOPE_MISSING',
    scope: 'ORDERS',
  })
  expect(
    await program.refused('mutation($b: ID!) { createCart(buyerId: $b) { id } }', { b: channel }),
  ).toMatchObject({ code: 'SCOPE_MISSING' })
  const CONNECT =
    'mutation($o: ID!) { connectPayoutAccount(organisationId: $o, accountToken: "acct_mine") { id } }'
  expect(await program.refused(CONNECT, { o: channel })).toMatchObject({ code: 'FORBIDDEN' })
})
