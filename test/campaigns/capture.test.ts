import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { lapsePayment } from '../../api/campaigns/capture-result.js'
import { payAgain } from '../../api/campaigns/pay-again.js'
import {
  aCampaign,
  ADMIN,
  BUYER,
  CHANNEL,
  refusal,
  sendCreatives,
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
  moneyRests,
  story,
  viewerOf,
  withoutWorker,
} from './read-campaign.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const anOffer = (token: string) => aCampaign(world, { at: 'AWAITING_ACCEPTANCE', token })
const refused = () => aCampaign(world, { at: 'ACCEPTED', token: 'tok_capture_refused' })

describe('where the money cannot be taken in', () => {
  test('the buyer has 48 hours to pay again, and the channel is not ready meanwhile', async () => {
    const campaign = await refused()
    const { id } = campaign
    const seen = await campaignNow(world, id)
    expect(seen).toMatchObject({ status: 'ACCEPTED', capturedAt: null, overdue: false })
    expect(Math.abs(Date.parse(seen.payAgainBy) - Date.parse(seen.acceptedAt) - 48 * HOUR)).toBeLessThan(
      60_000,
    )
    expect(seen.dueAt).toBe(seen.payAgainBy)
    expect(seen.order.standing).toMatchObject({ actor: 'BUYER', nextBy: seen.payAgainBy })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n })
    expect(await story(world, campaign)).toEqual(['offered', 'accepted', 'capture-failed'])
    expect(await mailsTo(world, BUYER, campaign)).toContain('payment-failed')
    await sendCreatives(world, id)
    expect(await refusal(world, CHANNEL, 'ready', { id })).toMatchObject({
      code: 'MONEY_NOT_CAPTURED',
      payAgainBy: seen.payAgainBy,
    })
    expect(await actionOf(world, id, CHANNEL, 'markCampaignReady')).toMatchObject({
      allowed: false,
      refusal: 'MONEY_NOT_CAPTURED',
    })
    const propose = { id, f: '0', r: 'Let us end it.' }
    expect(await refusal(world, CHANNEL, 'propose', propose)).toMatchObject({ code: 'MONEY_NOT_CAPTURED' })
  })

  test('a fresh payment is held, and what was set aside is let go', async () => {
    const campaign = await refused()
    const { id } = campaign
    await take(world, BUYER, 'payAgain', { id, t: 'tok_ok' })
    await moneyRests(world, campaign)
    expect(await campaignNow(world, id)).toMatchObject({
      status: 'ACCEPTED',
      payAgainBy: null,
      capturedAt: expect.any(String),
    })
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: campaign.price,
      done: expect.arrayContaining(['CHARGE SUCCEEDED', 'VOID SUCCEEDED']),
    })
    expect(await story(world, campaign)).toEqual([
      'offered',
      'accepted',
      'capture-failed',
      'paid-again',
      'captured',
    ])
    expect(await deadlinesOf(world, campaign)).not.toContain('pay-again')
    expect(await refusal(world, BUYER, 'payAgain', { id, t: 'tok_ok' })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })

  test('a fresh payment that is refused may be tried again, in the time that was given first', async () => {
    const { id } = await refused()
    const { payAgainBy } = await campaignNow(world, id)
    await take(world, BUYER, 'payAgain', { id, t: 'tok_no_funds' })
    expect(await campaignNow(world, id)).toMatchObject({ status: 'ACCEPTED', payAgainBy })
    await take(world, BUYER, 'payAgain', { id, t: 'tok_ok' })
    expect(await campaignNow(world, id)).toMatchObject({ payAgainBy: null })
  })

  test('one payment is waited for before the next', async () => {
    const { id } = await refused()
    const buyer = await world.as(BUYER)
    const document =
      'mutation($id: ID!, $k: String!, $t: String!) { payAgain(id: $id, idempotencyKey: $k, paymentToken: $t) { id } }'
    await buyer.ask(document, { id, k: 'first', t: 'tok_slow' })
    expect(await buyer.refused(document, { id, k: 'second', t: 'tok_ok' })).toMatchObject({
      code: 'PAYMENT_IN_PROGRESS',
    })
    await world.settled()
  })

  test('is paid again by the buyer alone, with a token of the payment page', async () => {
    const { id } = await refused()
    expect(await refusal(world, CHANNEL, 'payAgain', { id, t: 'tok_ok' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await refusal(world, BUYER, 'payAgain', { id, t: 'no token' })).toMatchObject({
      code: 'VALIDATION',
      fields: [expect.objectContaining({ path: 'paymentToken' })],
    })
  })

  test('and nobody pays again, the campaign ends and the order with it', async () => {
    const campaign = await refused()
    await world.move(48 * HOUR + 60_000)
    expect(await campaignNow(world, campaign.id)).toMatchObject({
      status: 'CANCELLED',
      order: { status: 'CANCELLED' },
    })
    expect((await story(world, campaign)).at(-1)).toBe('cancelled')
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, closed: true })
    expect(await deadlinesOf(world, campaign)).toEqual([])
  })

  test.each([
    [1, 'done', 'INVALID_TRANSITION'],
    [0, 'DEADLINE_PASSED', 'done'],
    [-1, 'DEADLINE_PASSED', 'done'],
  ])('%i ms before the end paying is %s and ending is %s', async (ms, paying, ending) => {
    const { id } = await refused()
    const at = { id, column: 'pay_again_by', ms }
    const viewer = await viewerOf(world, BUYER)
    expect(
      await atDeadline(world, { ...at, viewer }, (tx) => payAgain(tx, { id, paymentToken: 'tok_ok' })),
    ).toBe(paying)
    expect(await atDeadline(world, at, (tx) => lapsePayment(tx, id))).toBe(ending)
  })

  test('a late click ends it first', async () => {
    const campaign = await refused()
    const { id } = campaign
    await withoutWorker(world, campaign, async () => {
      await jump(world, 50 * HOUR)
      expect(await refusal(world, BUYER, 'payAgain', { id, t: 'tok_ok' })).toMatchObject({
        code: 'DEADLINE_PASSED',
      })
      expect((await campaignNow(world, id)).status).toBe('CANCELLED')
    })
  })

  test('an admin may end it; what was set aside goes back whole', async () => {
    const campaign = await refused()
    await take(world, ADMIN, 'cancel', { id: campaign.id, f: '0', r: 'Both asked us to.' })
    expect(await campaignNow(world, campaign.id)).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'Both asked us to.',
    })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, closed: true })
  })
})

describe('where the answer of the bank is late', () => {
  test('the money is held when it comes', async () => {
    const campaign = await aCampaign(world, { at: 'ACCEPTED', token: 'tok_capture_hangs' })
    await moneyRests(world, campaign)
    expect(await campaignNow(world, campaign.id)).toMatchObject({ capturedAt: expect.any(String) })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: campaign.price })
  })

  test('what arrives for a campaign that has ended goes back', async () => {
    const campaign = await anOffer('tok_capture_late')
    const channel = await world.as(CHANNEL)
    const admin = await world.as(ADMIN)
    await channel.ask(VERBS.accept, keyed({ id: campaign.id }))
    await admin.ask(VERBS.cancel, keyed({ id: campaign.id, f: '0', r: 'Both changed their plans.' }))
    await moneyRests(world, campaign)
    expect(await campaignNow(world, campaign.id)).toMatchObject({ status: 'CANCELLED', capturedAt: null })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, refundDue: 0n, closed: true })
  })
})
