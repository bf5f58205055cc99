import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { lapseProposal } from '../../api/campaigns/lapse-proposal.js'
import { answerCancellation } from '../../api/campaigns/propose-cancellation.js'
import { aCampaign, ADMIN, BUYER, CHANNEL, refusal, SUPPORT, take, VERBS } from '../support/campaigns.js'
import { keyed } from '../support/verbs.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  actionOf,
  atDeadline,
  campaignNow,
  deadlinesOf,
  jump,
  lastOf,
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

const accepted = () => aCampaign(world, { at: 'ACCEPTED' })
const R = 'Our plans have changed.'

describe('a proposal to end a campaign', () => {
  test('is answered by the other side within 48 hours, and shown to both', async () => {
    const campaign = await accepted()
    const { id } = campaign
    await take(world, BUYER, 'propose', { id, f: '50000', r: R })
    const seen = await campaignNow(world, id, CHANNEL)
    expect(seen).toMatchObject({
      status: 'ACCEPTED',
      proposal: { by: 'BUYER', reason: R, refund: { amount: '50000', currency: 'EUR' } },
      order: { standing: { actor: 'CHANNEL', nextBy: seen.proposal.answerBy } },
    })
    expect(seen.dueAt).toBe(seen.proposal.answerBy)
    expect(await actionOf(world, id, CHANNEL, 'answerCancellation')).toMatchObject({
      allowed: true,
      deadline: seen.proposal.answerBy,
    })
    expect(await actionOf(world, id, BUYER, 'answerCancellation')).toBeUndefined()
    expect(await refusal(world, BUYER, 'answer', { id, a: true })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await mailsTo(world, CHANNEL, campaign)).toContain('cancellation-proposed')
    expect((await campaignNow(world, id, SUPPORT)).proposal).toMatchObject({ by: 'BUYER', refund: null })
  })

  test('agreed to, ends it: the refund goes back, the rest to the channel less its fee', async () => {
    const campaign = await aCampaign(world, { at: 'READY' })
    const { id, price } = campaign
    await take(world, CHANNEL, 'propose', { id, f: '48000', r: 'Our studio burned down.' })
    await take(world, BUYER, 'answer', { id, a: true })
    await moneyRests(world, campaign)
    expect(await campaignNow(world, id)).toMatchObject({
      status: 'CANCELLED',
      outcome: null,
      proposal: null,
      order: { status: 'CANCELLED', stage: 'CLOSED' },
    })
    const rest = price - 48_000n
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: 0n,
      closed: true,
      refunded: 48_000n,
      fees: rest / 10n,
      released: rest - rest / 10n,
    })
    expect((await lastOf(world, campaign, 'campaign.cancellation-answered')).data).toMatchObject({
      by: 'BUYER',
      agree: true,
      refund: '48000',
    })
    for (const who of [BUYER, CHANNEL])
      expect(await mailsTo(world, who, campaign)).toContain('cancellation-answered')
  })

  test.each([
    ['all', 68_000n],
    ['nothing', 0n],
  ])('may name %s as the refund', async (_what, refund) => {
    const campaign = await accepted()
    const { id, price } = campaign
    await take(world, BUYER, 'propose', { id, f: String(refund), r: R })
    await take(world, CHANNEL, 'answer', { id, a: true })
    await moneyRests(world, campaign)
    const rest = price - refund
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: 0n,
      refunded: refund,
      released: rest - rest / 10n,
      fees: rest / 10n,
    })
  })

  test('not agreed to, changes nothing; another may be made', async () => {
    const campaign = await accepted()
    const { id } = campaign
    await take(world, BUYER, 'propose', { id, f: '68000', r: R })
    await take(world, CHANNEL, 'answer', { id, a: false })
    expect(await campaignNow(world, id)).toMatchObject({ status: 'ACCEPTED', proposal: null })
    expect(await deadlinesOf(world, campaign)).not.toContain('proposal-lapse')
    expect(await moneyOf(world, campaign)).toMatchObject({ held: campaign.price })
    await take(world, CHANNEL, 'propose', { id, f: '60000', r: 'What about this?' })
    expect(await campaignNow(world, id)).toMatchObject({ proposal: { by: 'CHANNEL' } })
  })

  test('lapses by silence, and both are told', async () => {
    const campaign = await accepted()
    const { id } = campaign
    await take(world, CHANNEL, 'propose', { id, f: '68000', r: R })
    await world.move(48 * HOUR + 10_000)
    expect(await campaignNow(world, id)).toMatchObject({ status: 'ACCEPTED', proposal: null })
    expect(await story(world, campaign)).toContain('cancellation-lapsed')
    for (const who of [BUYER, CHANNEL])
      expect(await mailsTo(world, who, campaign)).toContain('cancellation-answered')
  })

  test.each([
    [1, 'done', 'INVALID_TRANSITION'],
    [0, 'DEADLINE_PASSED', 'done'],
    [-1, 'DEADLINE_PASSED', 'done'],
  ])('%i ms before its end answering is %s and lapsing is %s', async (ms, answering, lapsing) => {
    const { id } = await accepted()
    await take(world, BUYER, 'propose', { id, f: '0', r: R })
    const at = { id, column: 'proposal_answer_by', ms }
    const viewer = await viewerOf(world, CHANNEL)
    expect(
      await atDeadline(world, { ...at, viewer }, (tx) => answerCancellation(tx, { id, agree: true })),
    ).toBe(answering)
    expect(await atDeadline(world, at, (tx) => lapseProposal(tx, id))).toBe(lapsing)
  })

  test('lapses at the first late click', async () => {
    const campaign = await accepted()
    const { id } = campaign
    await take(world, BUYER, 'propose', { id, f: '68000', r: R })
    await withoutWorker(world, campaign, async () => {
      await jump(world, 50 * HOUR)
      expect(await refusal(world, CHANNEL, 'answer', { id, a: true })).toMatchObject({
        code: 'DEADLINE_PASSED',
      })
      expect((await story(world, campaign)).at(-1)).toBe('cancellation-lapsed')
    })
    expect(await refusal(world, CHANNEL, 'answer', { id, a: true })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })

  test('is one at a time, names no more than is held, and says why', async () => {
    const { id, price } = await accepted()
    const propose = (f: string, r = R) => refusal(world, BUYER, 'propose', { id, f, r })
    expect(await propose(String(price + 1n))).toMatchObject({
      code: 'AMOUNT_EXCEEDED',
      maximum: String(price),
    })
    expect(await propose('-1')).toMatchObject({
      code: 'VALIDATION',
      fields: [expect.objectContaining({ path: 'refund' })],
    })
    expect(await propose('0', ' ')).toMatchObject({
      code: 'VALIDATION',
      fields: [expect.objectContaining({ path: 'reason' })],
    })
    await take(world, BUYER, 'propose', { id, f: '0', r: R })
    expect(await refusal(world, CHANNEL, 'propose', { id, f: '0', r: R })).toMatchObject({
      code: 'PROPOSAL_OPEN',
      by: 'BUYER',
      instead: 'answerCancellation',
    })
  })

  test('with one key is made once', async () => {
    const campaign = await accepted()
    const buyer = await world.as(BUYER)
    const once = keyed({ id: campaign.id, f: '1', r: R })
    expect(await buyer.ask(VERBS.propose, once)).toEqual(await buyer.ask(VERBS.propose, once))
    expect((await story(world, campaign)).filter((type) => type === 'cancellation-proposed')).toHaveLength(1)
  })
})

describe('our team', () => {
  test('ends a campaign with a reason and a refund; both sides are told', async () => {
    const campaign = await aCampaign(world, { at: 'READY' })
    const { id, price } = campaign
    await take(world, BUYER, 'propose', { id, f: '0', r: R })
    await take(world, ADMIN, 'cancel', { id, f: '8000', r: 'The channel is closing down.' })
    await moneyRests(world, campaign)
    expect(await campaignNow(world, id)).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'The channel is closing down.',
      proposal: null,
      order: { status: 'CANCELLED' },
    })
    const rest = price - 8000n
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: 0n,
      refunded: 8000n,
      released: rest - rest / 10n,
    })
    expect((await lastOf(world, campaign, 'campaign.cancelled')).data).toMatchObject({
      how: 'US',
      refund: '8000',
      currency: 'EUR',
    })
    for (const who of [BUYER, CHANNEL])
      expect(await mailsTo(world, who, campaign)).toContain('campaign-cancelled')
  })

  test('may do so while it is accepted or ready, an admin only, within what is held', async () => {
    const { id, price } = await accepted()
    const asked = { id, f: '0', r: R }
    for (const who of [BUYER, CHANNEL, SUPPORT])
      expect(await refusal(world, who, 'cancel', asked)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(world, ADMIN, 'cancel', { ...asked, f: String(price + 1n) })).toMatchObject({
      code: 'AMOUNT_EXCEEDED',
      maximum: String(price),
    })
    const claimed = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    expect(await refusal(world, ADMIN, 'cancel', { ...asked, id: claimed.id })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })
})
