import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { disputeCampaign } from '../../api/campaigns/disputed-campaign.js'
import { releaseByDeadline } from '../../api/campaigns/release-funds.js'
import { freezeFunds, unfreezeFunds } from '../../api/funds/freeze-funds.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { aCampaign, ADMIN, BUYER, CHANNEL, refusal, take } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  actionOf,
  atDeadline,
  campaignNow,
  deadlinesOf,
  jump,
  mailsTo,
  moneyOf,
  moneyRests,
  openTasks,
  story,
  until,
  viewerOf,
  withoutWorker,
} from './read-campaign.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const completed = (token?: string) =>
  aCampaign(world, { at: 'COMPLETION_CLAIMED', ...(token ? { token } : {}) })
const statusOf = async (id: string) => (await campaignNow(world, id)).status
/** The fee is a tenth, as the demo world has it. */
const shares = (price: bigint) => ({ fees: price / 10n, released: price - price / 10n })

describe('the money of a completed campaign', () => {
  test('is released by the buyer at once: the channel gets it less the fee, and the order is complete', async () => {
    const campaign = await completed()
    const { id, price } = campaign
    await take(world, BUYER, 'release', { id })
    await moneyRests(world, campaign)
    const seen = await campaignNow(world, id)
    expect(seen).toMatchObject({
      status: 'CLOSED',
      outcome: 'RELEASED',
      dueAt: null,
      order: { status: 'COMPLETED', stage: 'CLOSED', standing: { actor: 'NOBODY' } },
    })
    expect(seen.order.standing.summary).toMatch(/released to the channel/)
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: 0n,
      payable: 0n,
      closed: true,
      refunded: 0n,
      ...shares(price),
    })
    expect(await mailsTo(world, CHANNEL, campaign)).toContain('funds-released')
    expect(await deadlinesOf(world, campaign)).toEqual([])
    expect(await refusal(world, BUYER, 'release', { id })).toMatchObject({ code: 'INVALID_TRANSITION' })
  })

  test('is released by itself after 48 hours; the buyer was reminded at 36', async () => {
    const campaign = await completed()
    await world.move(37 * HOUR)
    expect(await mailsTo(world, BUYER, campaign)).toContain('release-reminder')
    expect(await statusOf(campaign.id)).toBe('COMPLETION_CLAIMED')
    await world.move(11 * HOUR + 10_000)
    await moneyRests(world, campaign)
    expect(await campaignNow(world, campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, ...shares(campaign.price) })
    expect((await story(world, campaign)).slice(-3)).toEqual([
      'completion-claimed',
      'release-reminded',
      'released',
    ])
  })

  test('is not the channel’s to release, nor the team’s', async () => {
    const { id } = await completed()
    for (const who of [CHANNEL, ADMIN])
      expect(await refusal(world, who, 'release', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('that the channel’s bank refuses stays due, is seen and tried again; the campaign stays closed', async () => {
    const campaign = await completed('tok_release_refused_once')
    await take(world, BUYER, 'release', { id: campaign.id })
    expect(await campaignNow(world, campaign.id)).toMatchObject({
      status: 'CLOSED',
      order: { status: 'COMPLETED' },
    })
    const { fees, released } = shares(campaign.price)
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, payable: released, fees, released: 0n })
    expect(await openTasks(world, campaign)).toEqual([expect.objectContaining({ role: 'FINANCE' })])
    await world.move(2 * HOUR)
    await moneyRests(world, campaign)
    expect(await moneyOf(world, campaign)).toMatchObject({ payable: 0n, released })
    expect(await openTasks(world, campaign)).toEqual([])
  })

  test.each([
    [1, 'done', 'INVALID_TRANSITION'],
    [0, 'DEADLINE_PASSED', 'done'],
    [-1, 'DEADLINE_PASSED', 'done'],
  ])('%i ms before the end disputing is %s and releasing is %s', async (ms, disputing, releasing) => {
    const { id } = await completed()
    const at = { id, column: 'dispute_by', ms }
    const viewer = await viewerOf(world, BUYER)
    expect(await atDeadline(world, { ...at, viewer }, (tx) => disputeCampaign(tx, { id }))).toBe(disputing)
    expect(await atDeadline(world, at, (tx) => releaseByDeadline(tx, id))).toBe(releasing)
  })

  test('is released when the workers return after 50 hours', async () => {
    const campaign = await completed()
    const { id } = campaign
    await withoutWorker(world, campaign, async () => {
      await jump(world, 50 * HOUR)
      expect(await campaignNow(world, id)).toMatchObject({ status: 'COMPLETION_CLAIMED', overdue: true })
      expect(await actionOf(world, id, BUYER, 'openDispute')).toMatchObject({
        allowed: false,
        refusal: 'DEADLINE_PASSED',
      })
    })
    await until(world, async () => (await statusOf(id)) === 'CLOSED')
    expect(await mailsTo(world, BUYER, campaign)).not.toContain('release-reminder')
  })

  test('waits while a bank wants it back, and goes when that is settled', async () => {
    const campaign = await completed()
    const { id, orderId } = campaign
    const asSystem = system('test')
    const freeze = { orderId, cause: 'CHARGEBACK', subjectId: 'cbk_1' } as const
    await transaction(world.running.house, asSystem, (tx) => freezeFunds(tx, freeze))
    expect(await refusal(world, BUYER, 'release', { id })).toMatchObject({ code: 'FUNDS_FROZEN' })
    await world.move(49 * HOUR)
    expect(await campaignNow(world, id)).toMatchObject({ status: 'COMPLETION_CLAIMED', overdue: true })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: campaign.price })
    await transaction(world.running.house, asSystem, (tx) => unfreezeFunds(tx, freeze))
    await moneyRests(world, campaign)
    expect(await campaignNow(world, id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, ...shares(campaign.price) })
  })
})

describe('extending the time to dispute', () => {
  test('moves the release, once', async () => {
    const campaign = await completed()
    const { id } = campaign
    const until_ = new Date(Date.parse((await campaignNow(world, id)).disputeBy) + 48 * HOUR).toISOString()
    await take(world, ADMIN, 'extend', { id, u: until_, r: 'The buyer is in hospital.' })
    expect(await campaignNow(world, id)).toMatchObject({ disputeBy: until_ })
    expect(await refusal(world, ADMIN, 'extend', { id, u: until_, r: 'More.' })).toMatchObject({
      code: 'ALREADY_EXTENDED',
    })
    await world.move(72 * HOUR)
    expect(await statusOf(id)).toBe('COMPLETION_CLAIMED')
    expect(await mailsTo(world, BUYER, campaign)).not.toContain('release-reminder')
    await world.move(24 * HOUR + 10_000)
    expect(await statusOf(id)).toBe('CLOSED')
    expect(await mailsTo(world, BUYER, campaign)).toContain('release-reminder')
  })
})
