import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mailsTo, until } from '../campaigns/read-campaign.js'
import { moneyOf } from '../orders/a-delivery.js'
import { ADMIN, BUYER, CHANNEL, FINANCE, refusal, take } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { act, aDispute, CLAIM, clocksOf, disputeLog, moveTo, refusedTo, WHY } from './a-dispute.js'

const DAY = 24 * HOUR

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const campaignOf = async (id: string) => {
  const [row] = await world.rows<{ status: string; outcome: string | null; by: Date }>(
    'select status, outcome, dispute_by as by from campaigns where id = $1',
    [id],
  )
  return row!
}
const disputeOf = async (id: string) => {
  const [row] = await world.rows<{
    status: string
    decision: string | null
    by: string | null
    fallback: Date
  }>('select status, decision, decided_by_id as by, fallback_at as fallback from disputes where id = $1', [
    id,
  ])
  return row!
}
const now = async () => (await world.rows<{ now: Date }>('select app_now() as now'))[0]!.now

describe('a dispute that is withdrawn', () => {
  test('soon leaves the release at its old time', async () => {
    const { id, campaign } = await aDispute(world)
    const { by } = await campaignOf(campaign.id)
    const done = await act(world, BUYER, 'withdraw', { id })
    expect(done).toMatchObject({
      status: 'WITHDRAWN',
      campaign: { status: 'COMPLETION_CLAIMED' },
      dueAt: null,
    })
    expect((await campaignOf(campaign.id)).by).toEqual(by)
    expect(await clocksOf(world, id)).toEqual([])
    expect(await clocksOf(world, campaign.id)).toContain('release')
    expect((await disputeLog(world, id)).at(-1)!.type).toBe('dispute.withdrawn')
    await moveTo(world, by, -3000)
    expect(await campaignOf(campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
    expect((await moneyOf(world, campaign.orderId)).held).toBe('0')
  })

  test('long after that time gives the buyer an hour still', async () => {
    const { id, campaign } = await aDispute(world)
    await world.move(10 * DAY)
    await act(world, BUYER, 'withdraw', { id })
    const { by, status } = await campaignOf(campaign.id)
    expect(status).toBe('COMPLETION_CLAIMED')
    const left = by.getTime() - (await now()).getTime()
    expect(left).toBeGreaterThan(HOUR - 60_000)
    expect(left).toBeLessThanOrEqual(HOUR)
    await world.settled()
    expect(await clocksOf(world, campaign.id)).toEqual(['release'])
    await world.move(HOUR + 3000)
    expect(await mailsTo(world, BUYER, campaign)).not.toContain('release-reminder')
    expect(await campaignOf(campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
  })

  test('is no more opened: there is no second one', async () => {
    const { id, campaign } = await aDispute(world)
    await act(world, BUYER, 'withdraw', { id })
    expect(await refusedTo(world, BUYER, 'open', { id: campaign.id, ...CLAIM })).toMatchObject({
      code: 'ALREADY_DISPUTED',
    })
    await take(world, BUYER, 'release', { id: campaign.id })
    expect(await campaignOf(campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
  })

  test('was the buyer’s to withdraw, and only while it was open', async () => {
    const { id } = await aDispute(world)
    for (const who of [CHANNEL, ADMIN])
      expect((await refusedTo(world, who, 'withdraw', { id })).code).toBe('FORBIDDEN')
    await act(world, BUYER, 'withdraw', { id })
    expect(await refusedTo(world, BUYER, 'say', { id, s: 'Still.' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'WITHDRAWN',
    })
  })
})

describe('a dispute that nobody decides', () => {
  test('has the team warned on the 20th, 25th and 29th day, with one task; on the 30th the buyer gets everything back', async () => {
    const { id, campaign } = await aDispute(world)
    const warnings = async () =>
      (await disputeLog(world, id))
        .filter(({ type }) => type === 'dispute.fallback-warned')
        .map(({ data }) => [data['day'], data['daysLeft']])
    const tasks = () =>
      world.rows<{ role: string; title: string; status: string }>(
        `select role, title, status from tasks where cause = 'dispute:' || $1`,
        [id],
      )
    const { fallback } = await disputeOf(id)
    await moveTo(world, fallback, 10 * DAY + 60_000)
    expect(await warnings()).toEqual([])
    await world.move(2 * 60_000)
    expect(await warnings()).toEqual([[20, 10]])
    expect(await tasks()).toEqual([
      { role: 'ADMIN', title: `The dispute of order ${campaign.number} waits to be decided`, status: 'OPEN' },
    ])
    await moveTo(world, fallback, 60_000)
    expect(await warnings()).toEqual([
      [20, 10],
      [25, 5],
      [29, 1],
    ])
    expect(await tasks()).toHaveLength(1)
    expect(await disputeOf(id)).toMatchObject({ status: 'UNDER_REVIEW' })
    await world.move(60_000 + 3000)
    expect(await disputeOf(id)).toMatchObject({ status: 'RESOLVED', decision: 'REFUND', by: null })
    expect(await campaignOf(campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'REFUNDED' })
    expect(await moneyOf(world, campaign.orderId)).toEqual({
      held: '0',
      due: '0',
      closed: true,
      accounts: {},
    })
    expect((await disputeLog(world, id)).at(-1)).toMatchObject({
      type: 'dispute.fell-back',
      actor: 'system',
      data: { refund: String(campaign.price), currency: campaign.currency },
    })
    expect((await tasks())[0]!.status).toBe('CANCELLED')
    expect(await refusedTo(world, FINANCE, 'resolve', { id, c: 'RELEASE', ...WHY })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })

  test('warns nobody of one that was decided', async () => {
    const { id } = await aDispute(world)
    await act(world, FINANCE, 'resolve', { id, c: 'RELEASE', ...WHY })
    await world.move(31 * DAY)
    expect((await disputeLog(world, id)).map(({ type }) => type)).toEqual([
      'dispute.opened',
      'dispute.resolved',
    ])
  })
})

describe('a bank that wants the payment back', () => {
  const charged = async () => {
    const dispute = await aDispute(world, 'tok_chargeback')
    const opened = () =>
      world.rows<{ id: string }>('select id from chargebacks where order_id = $1', [dispute.campaign.orderId])
    await until(world, async () => (await opened()).length === 1) // the bank takes its time
    const [chargeback] = await opened()
    return { ...dispute, chargeback: chargeback!.id }
  }
  const settle = async (id: string, outcome: string) => {
    await (
      await world.as(FINANCE)
    ).ask(
      `mutation($id: ID!, $k: String!, $o: ChargebackOutcome!) { settleChargeback(id: $id, idempotencyKey: $k, outcome: $o) { id } }`,
      { id, k: `${id}-${outcome}`, o: outcome },
    )
    await world.settled()
  }

  test('comes first: nothing is decided until that is settled', async () => {
    const { id, campaign, chargeback } = await charged()
    expect(await refusedTo(world, ADMIN, 'resolve', { id, c: 'RELEASE', ...WHY })).toMatchObject({
      code: 'FUNDS_FROZEN',
    })
    await settle(chargeback, 'WON')
    expect(await refusal(world, BUYER, 'release', { id: campaign.id })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    await act(world, ADMIN, 'resolve', { id, c: 'RELEASE', ...WHY })
    expect(await campaignOf(campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
  })

  test('and takes its time is waited for, past the 30 days, too', async () => {
    const { id, campaign, chargeback } = await charged()
    await world.move(31 * DAY)
    expect(await disputeOf(id)).toMatchObject({ status: 'UNDER_REVIEW', decision: null })
    await settle(chargeback, 'WON')
    await world.move(6 * HOUR + 3000)
    expect(await disputeOf(id)).toMatchObject({ status: 'RESOLVED', decision: 'REFUND', by: null })
    expect(await campaignOf(campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'REFUNDED' })
  })

  test('and gets it leaves nothing to decide on but the words', async () => {
    const { id, campaign, chargeback } = await charged()
    await settle(chargeback, 'LOST')
    const done = await act(world, ADMIN, 'resolve', { id, c: 'RELEASE', ...WHY })
    expect(done).toMatchObject({ status: 'RESOLVED', held: { amount: '0' }, released: { amount: '0' } })
    expect((await moneyOf(world, campaign.orderId)).held).toBe('0')
  })
})
