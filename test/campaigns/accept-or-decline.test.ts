import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aCampaign, ADMIN, BUYER, CHANNEL, refusal, SUPPORT, take, VERBS } from '../support/campaigns.js'
import { keyed } from '../support/verbs.js'
import { openWorld, type World } from '../support/world.js'
import { actionOf, campaignNow, deadlinesOf, lastOf, mailsTo, moneyOf, story } from './read-campaign.js'

const TWO_DAYS = 48 * 3_600_000

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('an offer', () => {
  test('waits 48 hours for its channel, with the money set aside and nothing taken', async () => {
    const campaign = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const seen = await campaignNow(world, campaign.id, CHANNEL)
    expect(seen).toMatchObject({
      status: 'AWAITING_ACCEPTANCE',
      channelName: 'Signal Street Media',
      buyerName: 'Northwind Agency',
      packageName: 'Newsletter feature',
      price: { amount: '68000', currency: 'EUR' },
      packageVersion: { version: 1 },
      overdue: false,
    })
    expect(Date.parse(seen.acceptBy) - Date.parse(seen.offeredAt)).toBe(TWO_DAYS)
    expect(seen.dueAt).toBe(seen.acceptBy)
    expect(seen.order).toMatchObject({
      status: 'OPEN',
      stage: 'AWAITING_ACCEPTANCE',
      standing: { actor: 'CHANNEL', nextBy: seen.acceptBy },
    })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, done: ['AUTHORISE SUCCEEDED'] })
    expect(await deadlinesOf(world, campaign)).toEqual(['reminder', 'reminder', 'expire'])
    expect(await mailsTo(world, CHANNEL, campaign)).toEqual(['campaign-offered'])
  })

  test('says to each what they may do, and until when', async () => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const { acceptBy } = await campaignNow(world, id)
    const names = async (who: string) =>
      (await campaignNow(world, id, who)).availableActions
        .filter((action: { allowed: boolean }) => action.allowed)
        .map((action: { name: string }) => action.name)
    expect(await names(CHANNEL)).toEqual(['acceptCampaign', 'declineCampaign'])
    expect(await names(BUYER)).toEqual(['withdrawCampaign', 'uploadCreative'])
    expect(await names(ADMIN)).toEqual(['extendDeadline'])
    expect(await names(SUPPORT)).toEqual([])
    expect(await actionOf(world, id, CHANNEL, 'acceptCampaign')).toMatchObject({ deadline: acceptBy })
  })
})

describe('accepting', () => {
  test('takes the money in and asks for what is missing', async () => {
    const campaign = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    expect(await take(world, CHANNEL, 'accept', { id: campaign.id })).toMatchObject({ status: 'ACCEPTED' })
    const seen = await campaignNow(world, campaign.id)
    expect(seen).toMatchObject({ status: 'ACCEPTED', missingCreatives: ['The paragraph'], dueAt: null })
    expect(seen.acceptedAt).not.toBeNull()
    expect(seen.capturedAt).not.toBeNull()
    expect(seen.order).toMatchObject({
      status: 'OPEN',
      stage: 'ACCEPTED',
      standing: { actor: 'BUYER', summary: 'The channel accepted the campaign and needs its creatives.' },
    })
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: campaign.price,
      done: ['AUTHORISE SUCCEEDED', 'CAPTURE SUCCEEDED'],
    })
    expect(await story(world, campaign)).toEqual(['offered', 'accepted', 'captured'])
    expect(await deadlinesOf(world, campaign)).toEqual(['creatives-missing', 'creatives-missing', 'stalled'])
    expect(await mailsTo(world, BUYER, campaign)).toEqual(['order-receipt', 'campaign-accepted'])
  })

  test('is refused while the channel cannot be paid out to', async () => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await world.rows(`update payout_accounts set status = 'SUSPENDED'`)
    expect(await refusal(world, CHANNEL, 'accept', { id })).toMatchObject({ code: 'PAYOUT_ACCOUNT_INACTIVE' })
    expect(await actionOf(world, id, CHANNEL, 'acceptCampaign')).toMatchObject({
      allowed: false,
      refusal: 'PAYOUT_ACCOUNT_INACTIVE',
    })
    await world.rows(`update payout_accounts set status = 'ACTIVE'`)
    await take(world, CHANNEL, 'accept', { id })
  })

  test('is the channel’s alone', async () => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    for (const verb of ['accept', 'decline'] as const)
      expect(await refusal(world, BUYER, verb, { id, r: 'No.' })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(world, 'client@demo.test', 'accept', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal(world, ADMIN, 'accept', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('twice with one key is done once; and afterwards declining names another way', async () => {
    const campaign = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const { id } = campaign
    const channel = await world.as(CHANNEL)
    const once = keyed({ id })
    const [first, second] = [await channel.ask(VERBS.accept, once), await channel.ask(VERBS.accept, once)]
    expect(second).toEqual(first)
    await world.settled()
    expect(await story(world, campaign)).toEqual(['offered', 'accepted', 'captured'])
    expect(await refusal(world, CHANNEL, 'decline', { id, r: 'Too late.' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'ACCEPTED',
      instead: 'proposeCancellation',
      availableActions: expect.arrayContaining(['proposeCancellation']),
    })
  })

  test('is tried without anything being kept', async () => {
    const campaign = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const channel = await world.as(CHANNEL)
    const tried = await channel.ask(
      VERBS.accept.replace('id: $id', 'id: $id, dryRun: true'),
      keyed({ id: campaign.id }),
    )
    expect(tried['acceptCampaign'].status).toBe('ACCEPTED')
    expect(await story(world, campaign)).toEqual(['offered'])
  })
})

describe('declining', () => {
  test('lets the money go at once, ends the order and tells the buyer why', async () => {
    const campaign = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await take(world, CHANNEL, 'decline', { id: campaign.id, r: '  We are booked out that week.  ' })
    const seen = await campaignNow(world, campaign.id)
    expect(seen).toMatchObject({
      status: 'DECLINED',
      outcome: null,
      declineReason: 'We are booked out that week.',
      dueAt: null,
      order: { status: 'CANCELLED', stage: 'CLOSED', standing: { actor: 'NOBODY', next: null } },
    })
    expect(seen.order.standing.summary).toMatch(/declined/)
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: 0n,
      closed: true,
      done: ['AUTHORISE SUCCEEDED', 'VOID SUCCEEDED'],
    })
    expect(await deadlinesOf(world, campaign)).toEqual([])
    expect((await lastOf(world, campaign, 'campaign.declined')).data).toEqual({
      reasonId: expect.stringMatching(/^rsn_/),
    })
    expect(await mailsTo(world, BUYER, campaign)).toContain('campaign-declined')
    expect(await mailsTo(world, BUYER, campaign)).not.toContain('order-cancelled')
  })

  test.each([
    ['nothing', '   '],
    ['more than 1000 characters', 'x'.repeat(1001)],
  ])('with %s as the reason is refused at the field', async (_what, r) => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    expect(await refusal(world, CHANNEL, 'decline', { id, r })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'reason', message: '1 to 1000 characters' }],
    })
  })

  test.each([1, 1000])('takes a reason of %i characters', async (length) => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    expect(await take(world, CHANNEL, 'decline', { id, r: 'x'.repeat(length) })).toMatchObject({
      status: 'DECLINED',
    })
  })
})

describe('withdrawing', () => {
  test('before the channel has answered lets the money go, and the channel is told', async () => {
    const campaign = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await take(world, BUYER, 'withdraw', { id: campaign.id })
    expect(await campaignNow(world, campaign.id)).toMatchObject({
      status: 'CANCELLED',
      order: { status: 'CANCELLED' },
    })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, closed: true })
    expect(await mailsTo(world, CHANNEL, campaign)).toEqual(['campaign-offered', 'campaign-withdrawn'])
    expect(await refusal(world, CHANNEL, 'accept', { id: campaign.id })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'CANCELLED',
    })
  })

  test('after it was accepted is refused', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    expect(await refusal(world, BUYER, 'withdraw', { id })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'ACCEPTED',
    })
  })
})

describe('the order of a campaign', () => {
  test('is neither called off nor held as a whole, and says what ends it', async () => {
    const { orderId } = await aCampaign(world, { at: 'ACCEPTED' })
    const [buyer, admin] = [await world.as(BUYER), await world.as(ADMIN)]
    const named = { code: 'CAMPAIGN_ORDER', instead: ['withdrawCampaign', 'proposeCancellation'] }
    const cancel =
      'mutation($id: ID!, $k: String!, $f: BigInt) { cancelOrder(id: $id, idempotencyKey: $k, reason: "Sorry", refund: $f) { id } }'
    expect(await buyer.refused(cancel, keyed({ id: orderId }))).toMatchObject(named)
    expect(await admin.refused(cancel, keyed({ id: orderId, f: '0' }))).toMatchObject(named)
    const hold = 'mutation($id: ID!) { holdOrder(id: $id, reason: "Wait") { id } }'
    expect(await admin.refused(hold, { id: orderId })).toMatchObject(named)
  })
})
