import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  aCampaign,
  ADMIN,
  BUYER,
  CHANNEL,
  CHECKED,
  refusal,
  sendCreatives,
  take,
} from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  actionOf,
  campaignNow,
  deadlinesOf,
  lastOf,
  mailsTo,
  moneyOf,
  openTasks,
  story,
} from './read-campaign.js'

const DAY = 24 * HOUR

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('creatives that are missing', () => {
  test('are asked for after a day and after three, and keep the campaign from being ready', async () => {
    const campaign = await aCampaign(world, { at: 'ACCEPTED', package: 'Homepage takeover' })
    const { id } = campaign
    const labels = ['Header picture', 'Side columns', 'Text of the story slot']
    expect(await refusal(world, CHANNEL, 'ready', { id })).toMatchObject({
      code: 'CREATIVES_MISSING',
      labels,
    })
    expect(await campaignNow(world, id)).toMatchObject({ missingCreatives: labels })
    await world.move(3 * DAY + HOUR)
    expect(await story(world, campaign)).toEqual([
      'offered',
      'accepted',
      'captured',
      'creatives-reminded',
      'creatives-reminded',
    ])
    expect((await mailsTo(world, BUYER, campaign)).filter((m) => m === 'creatives-missing')).toHaveLength(2)
  })

  test('are not asked for once they are there', async () => {
    const campaign = await aCampaign(world, { at: 'ACCEPTED' })
    await sendCreatives(world, campaign.id)
    await world.move(3 * DAY + HOUR)
    expect(await mailsTo(world, BUYER, campaign)).not.toContain('creatives-missing')
  })
})

describe('ready', () => {
  test('is said by the channel once everything is approved and the money is held', async () => {
    const campaign = await aCampaign(world, { at: 'READY' })
    const seen = await campaignNow(world, campaign.id)
    expect(seen).toMatchObject({
      status: 'READY',
      readyAt: expect.any(String),
      missingCreatives: [],
      order: { stage: 'CAMPAIGN_READY', standing: { actor: 'CHANNEL' } },
    })
    expect(await mailsTo(world, BUYER, campaign)).toContain('campaign-ready')
    expect(await deadlinesOf(world, campaign)).toEqual(['overrun'])
  })

  test('is not the buyer’s to say', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    expect(await refusal(world, BUYER, 'ready', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is taken back with a reason when other creatives are needed, and the reminders begin anew', async () => {
    const campaign = await aCampaign(world, { at: 'READY' })
    const { id } = campaign
    expect(await refusal(world, CHANNEL, 'reopen', { id, r: ' ' })).toMatchObject({
      code: 'VALIDATION',
      fields: [expect.objectContaining({ path: 'reason' })],
    })
    await take(world, CHANNEL, 'reopen', { id, r: 'The picture has the old logo.' })
    expect(await campaignNow(world, id)).toMatchObject({
      status: 'ACCEPTED',
      readyAt: null,
      order: { stage: 'ACCEPTED' },
    })
    expect(await deadlinesOf(world, campaign)).toEqual(['creatives-missing', 'creatives-missing', 'stalled'])
    await take(world, CHANNEL, 'ready', { id })
    expect((await campaignNow(world, id)).status).toBe('READY')
  })
})

describe('complete', () => {
  test('keeps the checklist and the estimated date, and gives the buyer 48 hours', async () => {
    const campaign = await aCampaign(world, { at: 'READY' })
    const { id } = campaign
    await take(world, CHANNEL, 'complete', { id, c: CHECKED, e: '2027-01-31' })
    const seen = await campaignNow(world, id)
    expect(seen).toMatchObject({
      status: 'COMPLETION_CLAIMED',
      checklist: CHECKED,
      estimatedOn: '2027-01-31',
      releaseHeld: false,
      order: { status: 'OPEN', stage: 'COMPLETION_CLAIMED', standing: { actor: 'BUYER' } },
    })
    expect(Date.parse(seen.disputeBy) - Date.parse(seen.completedAt)).toBe(48 * HOUR)
    expect(seen.order.standing.nextBy).toBe(seen.disputeBy)
    expect((await lastOf(world, campaign, 'campaign.completion-claimed')).data).toMatchObject({
      checklist: CHECKED,
      estimatedOn: '2027-01-31',
    })
    expect(await mailsTo(world, BUYER, campaign)).toContain('campaign-completed')
    expect(await deadlinesOf(world, campaign)).toEqual(['release-reminder', 'release'])
  })

  test('is never refused for what was answered, nor before the campaign’s last day', async () => {
    const campaign = await aCampaign(world, { at: 'READY' })
    const none = { materials: false, connected: false, estimateGiven: false, available: false }
    await take(world, CHANNEL, 'complete', { id: campaign.id, c: none })
    expect(await campaignNow(world, campaign.id)).toMatchObject({
      status: 'COMPLETION_CLAIMED',
      checklist: none,
      estimatedOn: null,
    })
  })

  test('is refused before it was ready, and to the buyer', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    expect(await refusal(world, CHANNEL, 'complete', { id, c: CHECKED })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'ACCEPTED',
    })
    expect(await refusal(world, BUYER, 'complete', { id, c: CHECKED })).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('lets a proposal lapse that waited for an answer', async () => {
    const campaign = await aCampaign(world, { at: 'READY' })
    const { id } = campaign
    await take(world, BUYER, 'propose', { id, f: '1000', r: 'Our plans have changed.' })
    await take(world, CHANNEL, 'complete', { id, c: CHECKED })
    expect(await campaignNow(world, id)).toMatchObject({ status: 'COMPLETION_CLAIMED', proposal: null })
    expect((await story(world, campaign)).slice(-2)).toEqual(['completion-claimed', 'cancellation-lapsed'])
    expect(await deadlinesOf(world, campaign)).toEqual(['release-reminder', 'release'])
  })
})

describe('a campaign that does not move', () => {
  test('becomes a task 14 days after it was accepted, and an admin may end it', async () => {
    const campaign = await aCampaign(world, { at: 'ACCEPTED' })
    const { id, price } = campaign
    await world.move(14 * DAY + HOUR)
    expect(await openTasks(world, campaign)).toEqual([
      { role: 'ADMIN', title: `The campaign of ${campaign.number} has not moved for 14 days` },
    ])
    expect(await campaignNow(world, id)).toMatchObject({ status: 'ACCEPTED', overdue: false })
    expect(await actionOf(world, id, ADMIN, 'cancelCampaign')).toMatchObject({ allowed: true })
    await take(world, ADMIN, 'cancel', { id, f: String(price), r: 'The buyer never sent anything.' })
    expect(await openTasks(world, campaign)).toEqual([])
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, refunded: price })
  })

  test('becomes one 14 days after its last day, too', async () => {
    const campaign = await aCampaign(world, { at: 'READY' })
    const { endsOn } = await campaignNow(world, campaign.id)
    const [due] = await world.rows<{ at: Date; now: Date }>(
      `select due_at as at, app_now() as now from deadlines where subject_id = $1 and kind = 'overrun'`,
      [campaign.id],
    )
    const days = (due!.at.getTime() - Date.parse(endsOn)) / DAY
    expect(days).toBeGreaterThan(14)
    expect(days).toBeLessThan(16)
    await world.move(due!.at.getTime() - due!.now.getTime() + 60_000)
    expect(await openTasks(world, campaign)).toHaveLength(1)
    expect((await story(world, campaign)).at(-1)).toBe('stalled')
  })
})
