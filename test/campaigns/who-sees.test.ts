import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { raiseTask } from '../../api/tasks/raise-task.js'
import {
  aCampaign,
  aCampaignOrder,
  ADMIN,
  BUYER,
  CHANNEL,
  CHECKED,
  FINANCE,
  sendCreatives,
  SUPPORT,
  take,
} from '../support/campaigns.js'
import type { Caller } from '../support/caller.js'
import { pay, placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { campaignNow } from './read-campaign.js'

const FULFILMENT = 'fulfilment@demo.test'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const sees = async (who: string, id: string) => (await campaignNow(world, id, who)) !== null

const ORDER = `query($id: ID!) { order(id: $id) { id stage channel { name } total { amount } reason
  standing { summary } lines { price { amount } service { name } recipient recipientName } campaign { id }
  payment { held { amount } } activity(first: 100) { nodes { what visibility ... on MessageEntry { body } } } } }`

describe('a campaign', () => {
  test('is seen by its two sides and by the team, by fulfilment only with a task on it', async () => {
    const { id, orderId } = await aCampaign(world, { at: 'ACCEPTED' })
    for (const who of [BUYER, CHANNEL, ADMIN, SUPPORT, FINANCE])
      expect([who, await sees(who, id)]).toEqual([who, true])
    for (const who of [FULFILMENT, 'client@demo.test'])
      expect([who, await sees(who, id)]).toEqual([who, false])
    await transaction(world.running.house, system('test'), (tx) =>
      raiseTask(tx, {
        orderId,
        cause: `test:${id}`,
        role: 'FULFILMENT',
        title: 'Look at the figures',
        instructions: 'Please.',
        dueInWorkingHours: 8,
      }),
    )
    expect(await sees(FULFILMENT, id)).toBe(true)
  })

  test('tells its price to the two sides and to those of the team who deal with money', async () => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const price = async (who: string) => (await campaignNow(world, id, who)).price
    for (const who of [BUYER, CHANNEL, ADMIN, FINANCE])
      expect(await price(who)).toEqual({ amount: '68000', currency: 'EUR' })
    expect(await price(SUPPORT)).toBeNull()
  })
})

describe('the order of a campaign', () => {
  test('is seen by the channel from the moment it was offered, without the buyer’s money', async () => {
    const unpaid = await aCampaignOrder(world)
    const channel = await world.as(CHANNEL)
    expect((await channel.ask(ORDER, { id: unpaid }))['order']).toBeNull()
    const { id, orderId } = await aCampaign(world, { at: 'ACCEPTED' })
    const { order } = await channel.ask(ORDER, { id: orderId })
    expect(order).toMatchObject({
      id: orderId,
      stage: 'ACCEPTED',
      channel: { name: 'Signal Street Media' },
      total: null,
      reason: null,
      campaign: { id },
      lines: [{ price: null, service: { name: 'Newsletter feature' }, recipient: null, recipientName: null }],
    })
    expect(order.payment?.held ?? null).toBeNull()
    const { orders } = await channel.ask('{ orders(first: 100) { nodes { id } } }')
    expect(orders.nodes.map((o: { id: string }) => o.id)).toContain(orderId)
    expect(orders.nodes.map((o: { id: string }) => o.id)).not.toContain(unpaid)
  })

  test('is found by its channel, stage and campaign', async () => {
    const { orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const admin = await world.as(ADMIN)
    const { orders } = await admin.ask(
      '{ orders(first: 100, where: { stage: { in: [AWAITING_ACCEPTANCE] } }) { nodes { id channel { id } } } }',
    )
    const found = orders.nodes.find((o: { id: string }) => o.id === orderId)
    const byChannel = await admin.ask(
      'query($c: [ID!]) { orders(first: 100, where: { channelId: { in: $c } }) { nodes { id } } }',
      { c: [found.channel.id] },
    )
    expect(byChannel['orders'].nodes.map((o: { id: string }) => o.id)).toContain(orderId)
  })

  test('has a feed on which buyer and channel talk, and our talk with the buyer stays ours', async () => {
    const { orderId } = await aCampaign(world, { at: 'ACCEPTED' })
    const write = async (who: string, visibility: string, body: string) =>
      (await world.as(who)).raw(
        'mutation($o: ID!, $v: Visibility!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: $v) { id } }',
        { o: orderId, v: visibility, b: body },
      )
    await write(BUYER, 'PARTIES', 'Here are the pictures.')
    await write(CHANNEL, 'PARTIES', 'Thank you, we look at them.')
    await write(BUYER, 'BUYER', 'Is this channel any good?')
    await write(ADMIN, 'STAFF', 'They are new here.')
    expect((await write(CHANNEL, 'BUYER', 'Hello?')).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await write(CHANNEL, 'STAFF', 'Hello?')).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const bodies = async (who: string) => {
      const { order } = await (await world.as(who)).ask(ORDER, { id: orderId })
      const nodes: { what: string; body?: string; visibility: string }[] = order.activity.nodes
      return { said: nodes.flatMap((n) => n.body ?? []).toReversed(), what: nodes.map((n) => n.what), nodes }
    }
    const [channel, buyer] = [await bodies(CHANNEL), await bodies(BUYER)]
    expect(channel.said).toEqual(['Here are the pictures.', 'Thank you, we look at them.'])
    expect(buyer.said).toEqual([...channel.said, 'Is this channel any good?'])
    expect(new Set(channel.nodes.map((n) => n.visibility))).toEqual(new Set(['PARTIES']))
    expect(channel.what).toEqual(expect.arrayContaining(['campaign.offered', 'campaign.accepted']))
    expect(channel.what.filter((what) => /^(payment|release|refund|revenue)\./.test(what))).toEqual([])
  })
})

describe('what the feed says of a campaign', () => {
  const FEED = `query($id: ID!) { order(id: $id) { stage total { amount } campaign { id } standing { summary next }
    activity(first: 100) { nodes { what ... on CampaignEntry { campaignId reason refund { amount } } } } } }`
  const entry = async (who: string, orderId: string, what: string) => {
    const { order } = await (await world.as(who)).ask(FEED, { id: orderId })
    return order.activity.nodes.find((n: { what: string }) => n.what === what)
  }

  test('are reasons and amounts for its two sides; a beneficiary learns only how it goes', async () => {
    const buyer = await world.as(BUYER)
    const [orderId] = (await placeOrders(buyer, [
      { service: 'Newsletter feature', client: 'Harbour Bakery' },
    ])) as [string]
    await pay(buyer, orderId)
    await world.settled()
    const { order } = await buyer.ask(FEED, { id: orderId })
    const { id } = order.campaign
    await take(world, CHANNEL, 'accept', { id })
    await take(world, BUYER, 'propose', { id, f: '3000', r: 'The shop moves.' })
    const what = 'campaign.cancellation-proposed'
    const whole = { what, campaignId: id, reason: 'The shop moves.', refund: { amount: '3000' } }
    expect(await entry(BUYER, orderId, what)).toEqual(whole)
    expect(await entry(CHANNEL, orderId, what)).toEqual(whole)
    expect(await entry(SUPPORT, orderId, what)).toEqual({ ...whole, refund: null })
    const client = 'client@demo.test'
    expect(await entry(client, orderId, what)).toEqual({ ...whole, reason: null, refund: null })
    const seen = (await (await world.as(client)).ask(FEED, { id: orderId }))['order']
    expect(seen).toMatchObject({ stage: 'ACCEPTED', total: null, campaign: null })
    expect(seen.standing.summary).toBe('The buyer proposes to end the campaign.')
  })
})

test('what the feed tells of money is for the two sides, and not for a beneficiary', async () => {
  const [buyer, client] = [await world.as(BUYER), await world.as('client@demo.test')]
  const [orderId] = (await placeOrders(buyer, [
    { service: 'Newsletter feature', client: 'Harbour Bakery' },
  ])) as [string]
  await pay(buyer, orderId, 'tok_capture_refused')
  await world.settled()
  const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { campaign { id } } }', { id: orderId })
  const { id } = order.campaign
  await take(world, CHANNEL, 'accept', { id })
  await take(world, BUYER, 'payAgain', { id, t: 'tok_ok' })
  await sendCreatives(world, id)
  await take(world, CHANNEL, 'ready', { id })
  await take(world, CHANNEL, 'complete', { id, c: CHECKED, e: null })
  await world.move(36 * HOUR + 60_000)
  await world.move(13 * HOUR)
  const told = async (caller: Caller) => {
    const read = await caller.ask(ORDER, { id: orderId })
    return read['order'].activity.nodes.map((n: { what: string }) => n.what) as string[]
  }
  const ofMoney = ['capture-failed', 'paid-again', 'captured', 'release-reminded', 'released']
  for (const side of [buyer, await world.as(CHANNEL), await world.as(SUPPORT)])
    expect(await told(side)).toEqual(expect.arrayContaining(ofMoney.map((what) => `campaign.${what}`)))
  const seen = await told(client)
  expect(seen).toEqual(expect.arrayContaining(['campaign.accepted', 'campaign.completion-claimed']))
  expect(seen.filter((what) => ofMoney.includes(what.replace('campaign.', '')))).toEqual([])
})

test('where a campaign’s order stands is told to a beneficiary without a word of money', async () => {
  const STANDING = 'query($id: ID!) { order(id: $id) { standing { summary next } } }'
  const [buyer, client] = [await world.as(BUYER), await world.as('client@demo.test')]
  const [orderId] = (await placeOrders(buyer, [
    { service: 'Newsletter feature', client: 'Harbour Bakery' },
  ])) as [string]
  await pay(buyer, orderId)
  await world.settled()
  const read = async (who: Caller) => (await who.ask(STANDING, { id: orderId }))['order'].standing
  expect((await read(buyer)).next).toMatch(/the money goes back/)
  expect(await read(client)).toEqual({
    summary: 'The campaign was offered to the channel.',
    next: 'The channel accepts or declines.',
  })
  const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { campaign { id } } }', { id: orderId })
  await take(world, CHANNEL, 'decline', { id: order.campaign.id, r: 'We are fully booked.' })
  expect((await read(buyer)).summary).toMatch(/money that was set aside goes back/)
  expect(await read(client)).toEqual({ summary: 'The channel declined the campaign.', next: null })
})

describe('a list of campaigns', () => {
  test('begins with the least time left, and ends with what has no deadline', async () => {
    const channel = await world.as(CHANNEL)
    const { campaigns } = await channel.ask(
      '{ campaigns(first: 100) { nodes { dueAt } totalCount { count } } }',
    )
    const due = campaigns.nodes.map((c: { dueAt: string | null }) => c.dueAt ?? '9999')
    expect(due.length).toBeGreaterThan(2)
    expect(due).toEqual(due.toSorted())
    expect(campaigns.totalCount.count).toBe(due.length)
  })

  test('is paged and filtered by state, side and deadline', async () => {
    const { id } = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    const support = await world.as(SUPPORT)
    const LIST =
      'query($w: CampaignWhere, $a: String) { campaigns(first: 2, where: $w, after: $a, sort: [{ field: offeredAt, direction: DESC }]) { nodes { id status } pageInfo { endCursor hasNextPage } } }'
    const first = (await support.ask(LIST))['campaigns']
    const second = (await support.ask(LIST, { a: first.pageInfo.endCursor }))['campaigns']
    expect(new Set([...first.nodes, ...second.nodes].map((c: { id: string }) => c.id)).size).toBe(4)
    const { disputeBy } = await campaignNow(world, id)
    const at = { gte: disputeBy, lt: new Date(Date.parse(disputeBy) + 1).toISOString() }
    const w = { status: { in: ['COMPLETION_CLAIMED'] }, dueAt: at }
    expect((await support.ask(LIST, { w }))['campaigns'].nodes).toEqual([
      { id, status: 'COMPLETION_CLAIMED' },
    ])
  })
})

test('whoever follows a campaign is told of everything that happens on its order, until they may no longer see it', async () => {
  const { id, orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  const FOLLOW = 'subscription($id: ID!) { campaignUpdated(id: $id) { status capturedAt } }'
  const [buyer, stranger] = [await world.as(BUYER), await world.as('client@demo.test')]
  const [following, blind] = [buyer.follow(FOLLOW, { id }), stranger.follow(FOLLOW, { id })]
  await following.until((seen) => seen.length > 0)
  await take(world, CHANNEL, 'accept', { id })
  await following.until((seen) => seen.at(-1)?.['campaignUpdated']?.capturedAt)
  expect(following.seen[0]).toMatchObject({ campaignUpdated: { status: 'AWAITING_ACCEPTANCE' } })
  expect(following.seen.at(-1)).toMatchObject({ campaignUpdated: { status: 'ACCEPTED' } })
  expect(blind.seen.every((seen) => seen['campaignUpdated'] === null)).toBe(true)
  await Promise.all([following.stop(), blind.stop()])
  expect(orderId).toMatch(/^ord_/)
})

test('a checkout makes an order and a payment for each campaign, and one for the rest', async () => {
  const buyer = await world.as(BUYER)
  const { viewer, services } = await buyer.ask(
    '{ viewer { memberships { organisation { id contacts { nodes { id } } } } } services(first: 100) { nodes { id name } } }',
  )
  const { id: agency, contacts } = viewer.memberships[0].organisation
  const service = (name: string) => services.nodes.find((s: { name: string }) => s.name === name).id
  const { createCart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: agency,
  })
  const ADD =
    'mutation($id: ID!, $s: ID!, $b: ID!, $r: LineRecipient, $c: ID) { addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, recipient: $r, recipientContactId: $c) { total { amount currency } lines { recipient } } }'
  const add = (name: string, recipient?: object) =>
    buyer.ask(ADD, { id: createCart.id, s: service(name), b: agency, ...recipient })
  await add('Newsletter feature')
  await add('Newsletter feature')
  await add('Podcast sponsorship')
  expect(
    await buyer.refused(ADD, { id: createCart.id, s: service('Review monitor'), b: agency }),
  ).toMatchObject({
    code: 'VALIDATION',
    fields: [
      expect.objectContaining({ path: 'recipient' }),
      expect.objectContaining({ path: 'recipientContactId' }),
    ],
  })
  const { addCartLine } = await add('Review monitor', { r: 'OWNER', c: contacts.nodes[0].id })
  expect(addCartLine.lines.map((line: { recipient: string | null }) => line.recipient)).toEqual([
    null,
    null,
    null,
    'OWNER',
  ])
  const { checkout } = await buyer.ask(
    'mutation($id: ID!, $t: MoneyInput!) { checkout(id: $id, idempotencyKey: "several", termsVersion: "2026-11", shownTotal: $t) { id lines { service { name } } } }',
    { id: createCart.id, t: addCartLine.total },
  )
  expect(
    checkout.map((o: { lines: { service: { name: string } }[] }) => o.lines.map((l) => l.service.name)),
  ).toEqual([['Newsletter feature'], ['Newsletter feature'], ['Podcast sponsorship'], ['Review monitor']])
})
