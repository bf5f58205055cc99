import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { acceptCampaign } from '../../api/campaigns/accept-campaign.js'
import { declineCampaign } from '../../api/campaigns/decline-campaign.js'
import { expireCampaign } from '../../api/campaigns/expire-campaign.js'
import { extendDeadline } from '../../api/campaigns/extend-deadline.js'
import { withdrawCampaign } from '../../api/campaigns/withdraw-campaign.js'
import { gateway } from '../../api/funds/gateway.js'
import { settleOperation } from '../../api/funds/settle-operation.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import {
  aCampaign,
  aCampaignOrder,
  ADMIN,
  BUYER,
  CHANNEL,
  refusal,
  take,
  VERBS,
} from '../support/campaigns.js'
import { keyed } from '../support/verbs.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  actionOf,
  atDeadline,
  campaignNow,
  deadlinesOf,
  jump,
  mailsTo,
  moneyOf,
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

const offered = () => aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
const statusOf = async (id: string) => (await campaignNow(world, id)).status

describe('exactly at 48 hours', () => {
  test.each([
    [1, 'done', 'INVALID_TRANSITION'],
    [0, 'DEADLINE_PASSED', 'done'],
    [-1, 'DEADLINE_PASSED', 'done'],
  ])('%i ms before it a person’s verb is %s and expiring is %s', async (ms, persons, expiring) => {
    const { id } = await offered()
    const [channel, buyer] = [await viewerOf(world, CHANNEL), await viewerOf(world, BUYER)]
    const at = { id, column: 'accept_by', ms }
    const by = (viewer: typeof channel) => ({ ...at, viewer })
    expect(await atDeadline(world, by(channel), (tx) => acceptCampaign(tx, { id }))).toBe(persons)
    expect(await atDeadline(world, by(channel), (tx) => declineCampaign(tx, { id, reason: 'No.' }))).toBe(
      persons,
    )
    expect(await atDeadline(world, by(buyer), (tx) => withdrawCampaign(tx, { id }))).toBe(persons)
    expect(await atDeadline(world, at, (tx) => expireCampaign(tx, id))).toBe(expiring)
    expect(await statusOf(id)).toBe('AWAITING_ACCEPTANCE')
  })

  test('an admin extends no more', async () => {
    const { id } = await offered()
    const admin = await viewerOf(world, ADMIN)
    const extend = (ms: number) =>
      atDeadline(world, { id, column: 'accept_by', ms, viewer: admin }, (tx) =>
        extendDeadline(tx, { id, until: new Date(tx.now.getTime() + HOUR), reason: 'Holiday.' }),
      )
    expect([await extend(1), await extend(0)]).toEqual(['done', 'DEADLINE_PASSED'])
  })
})

describe('silence', () => {
  test('is reminded of twice, expires the offer, returns the money and tells both', async () => {
    const campaign = await offered()
    await world.move(48 * HOUR + 10_000)
    const seen = await campaignNow(world, campaign.id)
    expect(seen).toMatchObject({
      status: 'EXPIRED',
      overdue: false,
      order: { status: 'CANCELLED', stage: 'CLOSED' },
    })
    expect(Date.parse(seen.endedAt) - Date.parse(seen.acceptBy)).toBeLessThan(3000)
    expect(await story(world, campaign)).toEqual([
      'offered',
      'acceptance-reminded',
      'acceptance-reminded',
      'expired',
    ])
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: 0n,
      closed: true,
      done: ['AUTHORISE SUCCEEDED', 'VOID SUCCEEDED'],
    })
    expect(await mailsTo(world, CHANNEL, campaign)).toEqual([
      'campaign-offered',
      'acceptance-reminder',
      'acceptance-reminder',
      'campaign-expired',
    ])
    expect(await mailsTo(world, BUYER, campaign)).toContain('campaign-expired')
  })
})

describe('while no worker runs', () => {
  test('the offer reads overdue, and a late click expires it before it is refused', async () => {
    const campaign = await offered()
    const { id } = campaign
    await withoutWorker(world, campaign, async () => {
      await jump(world, 50 * HOUR)
      expect(await campaignNow(world, id)).toMatchObject({ status: 'AWAITING_ACCEPTANCE', overdue: true })
      expect(await actionOf(world, id, CHANNEL, 'acceptCampaign')).toMatchObject({
        allowed: false,
        refusal: 'DEADLINE_PASSED',
      })
      const channel = await world.as(CHANNEL)
      const tried = VERBS.accept.replace('id: $id', 'id: $id, dryRun: true')
      expect(await channel.refused(tried, keyed({ id }))).toMatchObject({ code: 'DEADLINE_PASSED' })
      expect(await statusOf(id)).toBe('AWAITING_ACCEPTANCE')
      expect(await refusal(world, CHANNEL, 'accept', { id })).toMatchObject({
        code: 'DEADLINE_PASSED',
        deadlineAt: expect.stringMatching(/Z$/),
      })
      expect(await statusOf(id)).toBe('EXPIRED')
    })
    await world.settled()
    expect(await story(world, campaign)).toEqual(['offered', 'expired'])
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: 0n,
      done: ['AUTHORISE SUCCEEDED', 'VOID SUCCEEDED'],
    })
    expect(await refusal(world, CHANNEL, 'accept', { id })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'EXPIRED',
    })
  })

  test('withdrawing long after the deadline finds it expired', async () => {
    const campaign = await offered()
    await withoutWorker(world, campaign, async () => {
      await jump(world, 60 * HOUR)
      expect(await refusal(world, BUYER, 'withdraw', { id: campaign.id })).toMatchObject({
        code: 'DEADLINE_PASSED',
      })
    })
    expect(await statusOf(campaign.id)).toBe('EXPIRED')
  })

  test('for 50 hours, its return expires the offer; reminders that nobody has a use for are dropped', async () => {
    const campaign = await offered()
    await withoutWorker(world, campaign, () => jump(world, 50 * HOUR))
    await until(world, async () => (await statusOf(campaign.id)) === 'EXPIRED')
    expect(await story(world, campaign)).toEqual(['offered', 'expired'])
    expect(await mailsTo(world, CHANNEL, campaign)).toEqual(['campaign-offered', 'campaign-expired'])
  })

  test('for 26 hours, the reminder that is still of use is sent', async () => {
    const campaign = await offered()
    await withoutWorker(world, campaign, () => jump(world, 26 * HOUR))
    await until(world, async () => (await story(world, campaign)).includes('acceptance-reminded'))
    expect(await statusOf(campaign.id)).toBe('AWAITING_ACCEPTANCE')
  })
})

describe('extending the time to accept', () => {
  const later = async (id: string, ms: number) =>
    new Date(Date.parse((await campaignNow(world, id)).acceptBy) + ms).toISOString()

  test('gives more time once, with a reason, and both are told', async () => {
    const campaign = await offered()
    const { id } = campaign
    const u = await later(id, 24 * HOUR)
    await take(world, ADMIN, 'extend', { id, u, r: 'The channel is at a fair.' })
    expect(await campaignNow(world, id)).toMatchObject({
      acceptBy: u,
      dueAt: u,
      status: 'AWAITING_ACCEPTANCE',
    })
    expect(await mailsTo(world, CHANNEL, campaign)).toContain('deadline-extended')
    expect(await mailsTo(world, BUYER, campaign)).toContain('deadline-extended')
    expect(await deadlinesOf(world, campaign)).toEqual(['reminder', 'reminder', 'expire'])
    const again = { id, u: await later(id, HOUR), r: 'Once more.' }
    expect(await refusal(world, ADMIN, 'extend', again)).toMatchObject({ code: 'ALREADY_EXTENDED' })
    await world.move(49 * HOUR)
    await take(world, CHANNEL, 'accept', { id })
    expect(await statusOf(id)).toBe('ACCEPTED')
  })

  test('reminds after a day as ever, and anew four hours before the new end', async () => {
    const campaign = await offered()
    const reminders = async () =>
      (await mailsTo(world, CHANNEL, campaign)).filter((mail) => mail === 'acceptance-reminder').length
    const u = await later(campaign.id, 24 * HOUR)
    await take(world, ADMIN, 'extend', { id: campaign.id, u, r: 'The channel is at a fair.' })
    await world.move(25 * HOUR)
    expect(await reminders()).toBe(1)
    await world.move(42 * HOUR)
    expect(await reminders()).toBe(1)
    await world.move(2 * HOUR)
    expect(await reminders()).toBe(2)
  })

  test('ends with the extended time, too', async () => {
    const { id } = await offered()
    await take(world, ADMIN, 'extend', { id, u: await later(id, 5 * HOUR), r: 'A little longer.' })
    await world.move(53 * HOUR + 10_000)
    expect(await statusOf(id)).toBe('EXPIRED')
  })

  test('goes neither back nor past the day on which the bank lets the money go', async () => {
    const { id } = await offered()
    const { authorised } = (
      await world.rows<{ authorised: Date }>(
        'select authorised_until as authorised from campaigns where id = $1',
        [id],
      )
    )[0]!
    const refused = (u: string, r = 'Because.') => refusal(world, ADMIN, 'extend', { id, u, r })
    const at = (path: string) => ({ code: 'VALIDATION', fields: [expect.objectContaining({ path })] })
    expect(await refused(await later(id, 0))).toMatchObject(at('until'))
    expect(await refused(new Date(authorised.getTime() + 1).toISOString())).toMatchObject(at('until'))
    expect(await refused(authorised.toISOString(), ' ')).toMatchObject(at('reason'))
    await take(world, ADMIN, 'extend', { id, u: authorised.toISOString(), r: 'As long as it goes.' })
    const kept = (authorised.getTime() - Date.parse((await campaignNow(world, id)).offeredAt)) / HOUR
    expect(kept).toBeLessThanOrEqual(7 * 24 - 1) // counted from when we asked, with an hour for the capture
    expect(kept).toBeGreaterThan(7 * 24 - 2)
  })

  test('is an admin’s alone', async () => {
    const { id } = await offered()
    const asked = { id, u: await later(id, HOUR), r: 'Please.' }
    expect(await refusal(world, CHANNEL, 'extend', asked)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(world, 'support@demo.test', 'extend', asked)).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('where the bank’s answer comes six days late', () => {
  test('the channel has the day that is left of the money, and no longer', async () => {
    const { bound } = gateway
    const nothing = async () => ({ result: 'PENDING' }) as const
    gateway.bind({ ...bound, authorise: nothing, ask: nothing, cancel: nothing })
    try {
      const orderId = await aCampaignOrder(world)
      await (
        await world.as(BUYER)
      ).ask(
        'mutation($id: ID!, $k: String!) { payOrder(id: $id, idempotencyKey: $k, paymentToken: "tok_ok") { id } }',
        { id: orderId, k: randomUUID() },
      )
      const asked = async () =>
        (
          await world.rows<{ id: string; key: string; amount: string; currency: string; sent: Date }>(
            `select id, key, amount::text as amount, currency, sent_at as sent from operations where order_id = $1 and state in ('SENT', 'UNKNOWN')`,
            [orderId],
          )
        )[0]
      await until(world, async () => (await asked()) !== undefined)
      const { id, key, amount, currency, sent } = (await asked())!
      await jump(world, 6 * 24 * HOUR)
      await transaction(world.running.house, system('test'), (tx) =>
        settleOperation(tx, id, {
          result: 'SUCCEEDED',
          key,
          ref: 'pay_late',
          amount: BigInt(amount),
          currency,
        }),
      )
      const [campaign] = await world.rows<{ by: Date; until: Date }>(
        'select accept_by as by, authorised_until as until from campaigns where order_id = $1',
        [orderId],
      )
      const lastHour = new Date(sent).getTime() + (7 * 24 - 1) * HOUR
      expect([campaign!.by, campaign!.until].map((one) => new Date(one).getTime())).toEqual([
        lastHour,
        lastHour,
      ])
    } finally {
      gateway.bind(bound)
    }
  })
})
