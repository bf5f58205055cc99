import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { noteChargeback } from '../../api/funds/chargeback.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { aCampaign, type ACampaign, BUYER, CHANNEL, FINANCE, take } from '../support/campaigns.js'
import type { Caller } from '../support/caller.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const ACCOUNTS =
  '{ payoutAccounts { nodes { id status account problem version organisation { id name } availableActions { name allowed } } } }'
const CONNECT =
  'mutation($o: ID!, $t: String!) { connectPayoutAccount(organisationId: $o, accountToken: $t) { id status account } }'
const SUSPEND = 'mutation($id: ID!, $r: String!) { suspendPayoutAccount(id: $id, reason: $r) { status } }'
const REINSTATE = 'mutation($id: ID!, $r: String!) { reinstatePayoutAccount(id: $id, reason: $r) { status } }'
const PAYOUTS =
  'query($o: [ID!]) { payouts(first: 100, where: { orderId: { in: $o } }) { nodes { id kind state amount { amount } fee { amount } failureCode order { id } availableActions { name } } } }'
const PAYMENT = `query($id: ID!) { order(id: $id) { payment { state held { amount } released { amount } fee { amount } payable { amount } frozen
  chargebacks { id } operations { kind } ledger { account } } } }`

let world: World
let channel: Caller
let buyer: Caller
let finance: Caller
let channelId: string

beforeAll(async () => {
  world = await openWorld()
  channel = await world.as(CHANNEL)
  buyer = await world.as(BUYER)
  finance = await world.as(FINANCE)
  const { viewer } = await channel.ask('{ viewer { memberships { organisation { id } } } }')
  channelId = viewer.memberships[0].organisation.id
})
afterAll(() => world?.close())

const account = async () => (await finance.ask(ACCOUNTS))['payoutAccounts'].nodes[0]
const events = (id: string) =>
  world.rows<{ type: string }>('select type from events where aggregate_id = $1 order by sequence', [id])

async function released(token?: string): Promise<ACampaign> {
  const campaign = await aCampaign(world, { at: 'COMPLETION_CLAIMED', ...(token && { token }) })
  await take(world, BUYER, 'release', { id: campaign.id })
  return campaign
}

describe('a payout account', () => {
  test('of the demo world’s channel is active, and its members see it', async () => {
    const { payoutAccounts } = await channel.ask(ACCOUNTS)
    expect(payoutAccounts.nodes).toMatchObject([
      {
        status: 'ACTIVE',
        account: 'acct_demo',
        organisation: { id: channelId },
        availableActions: [{ name: 'connectPayoutAccount', allowed: true }],
      },
    ])
    expect((await buyer.ask(ACCOUNTS))['payoutAccounts'].nodes).toEqual([])
  })

  test('is named by an owner of the channel, and nobody else', async () => {
    const { code } = await buyer.refused(CONNECT, { o: channelId, t: 'acct_ok' })
    expect(code).toBe('NOT_FOUND')
    const { viewer } = await buyer.ask('{ viewer { memberships { organisation { id } } } }')
    const own = { o: viewer.memberships[0].organisation.id, t: 'acct_ok' }
    expect(await buyer.refused(CONNECT, own)).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'organisationId' }],
    })
    expect(await channel.refused(CONNECT, { o: channelId, t: 'no token' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'accountToken' }],
    })
    expect((await finance.refused(CONNECT, { o: channelId, t: 'acct_ok' })).code).toBe('FORBIDDEN')
  })

  test('that takes the place of another is active when the gateway can pay out to it', async () => {
    const { connectPayoutAccount: named } = await channel.ask(CONNECT, { o: channelId, t: 'acct_unknown' })
    expect(named.status).toBe('PENDING')
    await world.settled()
    expect(await account()).toMatchObject({ status: 'PENDING', problem: expect.stringContaining('no such') })
    await channel.ask(CONNECT, { o: channelId, t: 'acct_ok' })
    await world.settled()
    expect(await account()).toMatchObject({ status: 'ACTIVE', account: 'acct_ok', problem: null })
    expect((await events(named.id)).slice(-4).map((event) => event.type)).toEqual([
      'payout-account.activated',
      'payout-account.connected',
      'payout-account.connected',
      'payout-account.activated',
    ])
  })

  test('that finance suspends gets nothing, and what waited for it goes when it is reinstated', async () => {
    const campaign = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    const { id } = await account()
    expect((await channel.refused(SUSPEND, { id, r: 'Why not.' })).code).toBe('FORBIDDEN')
    await finance.ask(SUSPEND, { id, r: 'The account holder is being checked.' })
    await take(world, BUYER, 'release', { id: campaign.id })
    const waiting = await channel.ask(PAYOUTS, { o: [campaign.orderId] })
    expect(waiting['payouts'].nodes).toMatchObject([{ state: 'FAILED', failureCode: 'no_payout_account' }])
    await finance.ask(REINSTATE, { id, r: 'All is well.' })
    await world.move(4000)
    await world.settled()
    const gone = await channel.ask(PAYOUTS, { o: [campaign.orderId] })
    expect(gone['payouts'].nodes).toMatchObject([{ state: 'SUCCEEDED', failureCode: null }])
  })
})

describe('what an account could not take', () => {
  const payoutsOf = async ({ orderId }: ACampaign) =>
    (await channel.ask(PAYOUTS, { o: [orderId] }))['payouts'].nodes

  test('goes at once when the channel connects another', async () => {
    await channel.ask(CONNECT, { o: channelId, t: 'acct_closed' })
    await world.settled()
    const campaign = await released()
    expect(await payoutsOf(campaign)).toMatchObject([{ state: 'FAILED', failureCode: 'account_closed' }])
    await channel.ask(CONNECT, { o: channelId, t: 'acct_ok' })
    await world.settled()
    await world.move(4000)
    await world.settled()
    expect(await payoutsOf(campaign)).toMatchObject([{ state: 'SUCCEEDED' }])
  })

  test('of the rest that a lost chargeback leaves, the first refusal is told, too', async () => {
    const campaign = await released('tok_release_refused')
    const { orderId } = campaign
    const told = async () =>
      (
        await world.rows(
          `select id from mails where order_id = $1 and template = 'release-failed' and to_address = $2`,
          [orderId, CHANNEL],
        )
      ).length
    expect(await told()).toBe(1)
    const [{ ref }] = (await world.rows<{ ref: string }>(
      `select provider_ref as ref from operations where order_id = $1 and kind = 'AUTHORISE'`,
      [orderId],
    )) as [{ ref: string }]
    const part = {
      about: 'CHARGEBACK',
      outcome: 'OPENED',
      ref: `part-of-${orderId}`,
      paymentRef: ref,
    } as const
    await transaction(world.running.house, system('test'), (tx) =>
      noteChargeback(tx, { ...part, amount: 100n, currency: campaign.currency }),
    )
    await world.settled()
    const [{ id }] = (await world.rows<{ id: string }>('select id from chargebacks where order_id = $1', [
      orderId,
    ])) as [{ id: string }]
    await finance.ask(
      'mutation($id: ID!, $k: String!) { settleChargeback(id: $id, outcome: LOST, idempotencyKey: $k) { status } }',
      { id, k: randomUUID() },
    )
    await world.settled()
    expect(await told()).toBe(2)
    await world.move(2 * HOUR)
    expect(await told()).toBe(2) // what is only tried again is told once
  })
})

describe('what a channel gets', () => {
  test('its members see, with the fee; the buyer sees that it was released, and not the payout', async () => {
    const { orderId, price } = await released()
    const fee = price / 10n
    const [payout] = (await channel.ask(PAYOUTS, { o: [orderId] }))['payouts'].nodes
    expect(payout).toMatchObject({
      kind: 'RELEASE',
      state: 'SUCCEEDED',
      amount: { amount: String(price - fee) },
      fee: { amount: String(fee) },
      order: { id: orderId },
      availableActions: [],
    })
    expect((await buyer.ask(PAYOUTS, { o: [orderId] }))['payouts'].nodes).toEqual([])
    expect(
      (await buyer.ask('query($id: ID!) { node(id: $id) { id } }', { id: payout.id }))['node'],
    ).toBeNull()
    const seen = (await buyer.ask(PAYMENT, { id: orderId }))['order'].payment
    expect(seen).toMatchObject({
      state: 'SETTLED',
      held: { amount: '0' },
      released: { amount: String(price) },
      fee: null,
      payable: null,
      chargebacks: [],
    })
    expect(seen.operations.map((o: { kind: string }) => o.kind)).toEqual(['AUTHORISE', 'CAPTURE'])
    const accounts = seen.ledger.map((p: { account: string }) => p.account.replace(/:.*/, ''))
    expect(accounts.toSorted()).toEqual(['held', 'held', 'provider'])
  })

  test('finance sees all of; a channel’s member sees nothing else of the money', async () => {
    const { orderId, price } = await released()
    const all = (await finance.ask(PAYMENT, { id: orderId }))['order'].payment
    expect(all).toMatchObject({
      fee: { amount: String(price / 10n) },
      payable: { amount: '0' },
    })
    expect(all.operations.map((o: { kind: string }) => o.kind)).toEqual(['AUTHORISE', 'CAPTURE', 'RELEASE'])
    expect(all.ledger).toHaveLength(7)
    expect((await channel.ask(PAYMENT, { id: orderId }))['order']?.payment ?? null).toBeNull()
    const operations = await world.rows<{ id: string }>(
      `select id from operations where order_id = $1 and kind <> 'RELEASE' union all select id from postings where order_id = $1`,
      [orderId],
    )
    const { nodes } = await channel.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: operations.map((o) => o.id),
    })
    expect(nodes.filter(Boolean)).toEqual([])
  })
})

describe('a transfer that is refused', () => {
  test('is finance’s to look after, is tried again, and its task ends when the channel has its money', async () => {
    const { orderId } = await released('tok_release_refused_once')
    const tasks = () =>
      world.rows<{ title: string; status: string }>(
        `select title, status from tasks where order_id = $1 and role = 'FINANCE'`,
        [orderId],
      )
    expect(await tasks()).toEqual([{ title: 'A channel’s money could not be transferred', status: 'OPEN' }])
    const { failedOperations } = await finance.ask(
      '{ failedOperations(first: 100, where: { kind: { in: [RELEASE] } }) { nodes { id order { id } } } }',
    )
    const failed = failedOperations.nodes.find((o: { order: { id: string } }) => o.order.id === orderId)
    const retry = 'mutation($id: ID!, $k: String!) { retryOperation(id: $id, idempotencyKey: $k) { state } }'
    expect((await channel.refused(retry, { id: failed.id, k: randomUUID() })).code).toBe('FORBIDDEN')
    await finance.ask(retry, { id: failed.id, k: randomUUID() })
    await world.settled()
    expect(await tasks()).toMatchObject([{ status: 'CANCELLED' }])
  })
})
