import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { moneyOf } from '../orders/a-delivery.js'
import { type ACampaign, aCampaign, ADMIN, BUYER, CHANNEL, refusal } from '../support/campaigns.js'
import { sendFile } from '../support/onboarding-form.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  act,
  aColleague,
  CLAIM,
  clocksOf,
  DISPUTE_VERBS,
  disputeLog,
  moveTo,
  refusedTo,
} from './a-dispute.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const claimed = () => aCampaign(world, { at: 'COMPLETION_CLAIMED' })
const campaignNow = async (id: string) => {
  const { campaign } = await (
    await world.as(BUYER)
  ).ask(
    'query($id: ID!) { campaign(id: $id) { status dispute { id } availableActions { name allowed refusal deadline } order { stage payment { state frozen } } } }',
    { id },
  )
  return campaign
}
const disputesOf = ({ id }: ACampaign) =>
  world.rows<{ id: string }>('select id from disputes where campaign_id = $1', [id])

describe('an owner of the buyer who believes that the channel has broken what was agreed', () => {
  test('opens a dispute: the money is frozen, nothing is released by itself, and the channel has 72 hours', async () => {
    const campaign = await claimed()
    const before = await moneyOf(world, campaign.orderId)
    const opened = await act(world, BUYER, 'open', { id: campaign.id, ...CLAIM })
    expect(opened).toMatchObject({
      status: 'AWAITING_CHANNEL',
      yourSide: 'BUYER',
      reason: 'NOT_PERFORMED',
      version: 1,
      decision: null,
      overdue: false,
      held: { amount: String(campaign.price) },
      campaign: { id: campaign.id, status: 'DISPUTED' },
    })
    const [at] = await world.rows<{ opened: Date }>(
      'select opened_at as opened from disputes where id = $1',
      [opened.id],
    )
    const after = (ms: number) => new Date(at!.opened.getTime() + ms).toISOString()
    expect([opened['respondBy'], opened['fallbackAt'], opened['dueAt']]).toEqual([
      after(72 * HOUR),
      after(30 * 24 * HOUR),
      after(72 * HOUR),
    ])
    expect(await clocksOf(world, opened.id)).toEqual([
      'fallback',
      'fallback-warning',
      'fallback-warning',
      'fallback-warning',
      'response',
    ])
    expect(await clocksOf(world, campaign.id)).toEqual([])
    expect(await moneyOf(world, campaign.orderId)).toEqual(before)
    expect((await campaignNow(campaign.id)).order).toEqual({
      stage: 'DISPUTED',
      payment: { state: 'FROZEN', frozen: ['DISPUTE'] },
    })
    expect(await refusal(world, BUYER, 'release', { id: campaign.id })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })

  test('tells of it once, with ids alone: the words stand in a row of their own', async () => {
    const campaign = await claimed()
    const { id } = await act(world, BUYER, 'open', { id: campaign.id, ...CLAIM })
    const [event, ...others] = await disputeLog(world, id)
    expect(others).toEqual([])
    expect(event).toMatchObject({
      type: 'dispute.opened',
      actor: 'member',
      data: { campaignId: campaign.id, reason: 'NOT_PERFORMED', evidenceIds: [] },
    })
    expect(JSON.stringify(event)).not.toContain('readers')
    const [said] = await world.rows<{ text: string; kind: string; party: string }>(
      'select kind, party, text from dispute_statements where id = $1',
      [event!.data['statementId']],
    )
    expect(said).toEqual({ kind: 'OPENING', party: 'BUYER', text: CLAIM.s })
  })

  test('is told kindly that low conversions and the like do not count, and nothing has happened', async () => {
    const campaign = await claimed()
    const buyer = await world.as(BUYER)
    const { disputeReasons } = await buyer.ask('{ disputeReasons { reason counts kindly } }')
    const kinds = disputeReasons as { reason: string; counts: boolean; kindly: string | null }[]
    expect(kinds.filter(({ counts }) => counts).map(({ reason }) => reason)).toEqual([
      'NOT_PERFORMED',
      'NOT_AS_AGREED',
      'WRONG_DATES',
      'WRONG_PLACEMENT',
      'UNAPPROVED_CREATIVE',
    ])
    for (const { reason, kindly } of kinds.filter(({ counts }) => !counts)) {
      const { errors } = await buyer.raw(DISPUTE_VERBS.open, {
        id: campaign.id,
        s: CLAIM.s,
        r: reason,
        k: randomUUID(),
      })
      expect([errors![0]!.extensions.code, errors![0]!.message]).toEqual(['REASON_DOES_NOT_COUNT', kindly])
    }
    expect(kinds.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['LOW_CONVERSIONS', 'OUT_OF_CHANNELS_CONTROL']),
    )
    expect(await disputesOf(campaign)).toEqual([])
    expect((await campaignNow(campaign.id)).status).toBe('COMPLETION_CLAIMED')
  })

  test('says what happened in 1 to 5000 letters', async () => {
    const { id } = await claimed()
    for (const s of ['', '   ', 'x'.repeat(5001)])
      expect(await refusedTo(world, BUYER, 'open', { id, ...CLAIM, s })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'statement', message: '1 to 5000 characters' }],
      })
    expect(await act(world, BUYER, 'open', { id, ...CLAIM, s: 'x'.repeat(5000) })).toMatchObject({
      status: 'AWAITING_CHANNEL',
    })
  })

  test('hands in files of their own as evidence, whole and clean, twenty at most', async () => {
    const { id } = await claimed()
    const [buyer, channel] = [await world.as(BUYER), await world.as(CHANNEL)]
    const theirs = await sendFile(channel, 'theirs.txt', 'Not the buyer’s.')
    const { createUpload } = await buyer.ask(
      'mutation { createUpload(name: "late.txt", size: 4, type: "text/plain") { file { id } } }',
    )
    const tries: [string[], string][] = [
      [[theirs], 'NOT_FOUND'],
      [[createUpload.file.id], 'FILE_NOT_READY'],
      [Array.from({ length: 21 }, () => randomUUID()), 'VALIDATION'],
    ]
    for (const [e, code] of tries)
      expect((await refusedTo(world, BUYER, 'open', { id, ...CLAIM, e })).code).toBe(code)
    const own = await sendFile(buyer, 'issue.txt', 'The issue of Monday.')
    const dispute = await act(world, BUYER, 'open', { id, ...CLAIM, e: [own] })
    expect((await disputeLog(world, dispute.id))[0]!.data['evidenceIds']).toHaveLength(1)
  })

  test('opens one, however often the same is sent, and may try it first', async () => {
    const campaign = await claimed()
    const buyer = await world.as(BUYER)
    const given = { id: campaign.id, ...CLAIM }
    const { openDispute: tried } = await buyer.ask(DISPUTE_VERBS.open, { ...given, k: randomUUID(), d: true })
    expect(tried.status).toBe('AWAITING_CHANNEL')
    expect(await disputesOf(campaign)).toEqual([])
    const key = randomUUID()
    const twice = await Promise.all([
      buyer.ask(DISPUTE_VERBS.open, { ...given, k: key }),
      buyer.ask(DISPUTE_VERBS.open, { ...given, k: key }),
    ])
    const [dispute, ...others] = await disputesOf(campaign)
    expect(others).toEqual([])
    expect(twice.map(({ openDispute }) => openDispute.id)).toEqual([dispute!.id, dispute!.id])
    expect(await refusedTo(world, BUYER, 'open', given)).toMatchObject({ code: 'INVALID_TRANSITION' })
  })
})

describe('a dispute is opened', () => {
  test('by no member who is not an owner, not by the channel, and not by us', async () => {
    const { id } = await claimed()
    const member = await aColleague(world)
    expect((await refusedTo(world, member, 'open', { id, ...CLAIM })).code).toBe('FORBIDDEN')
    expect((await refusedTo(world, CHANNEL, 'open', { id, ...CLAIM })).code).toBe('FORBIDDEN')
    expect((await refusedTo(world, ADMIN, 'open', { id, ...CLAIM })).code).toBe('FORBIDDEN')
    expect((await refusedTo(world, 'client@demo.test', 'open', { id, ...CLAIM })).code).toBe('NOT_FOUND')
    const seen = await (
      await world.as(member)
    ).ask('query($id: ID!) { campaign(id: $id) { availableActions { name } } }', { id })
    expect(seen['campaign'].availableActions.map((a: { name: string }) => a.name)).not.toContain(
      'openDispute',
    )
  })

  test.each(['AWAITING_ACCEPTANCE', 'ACCEPTED', 'READY'] as const)('not while it is %s', async (at) => {
    const { id } = await aCampaign(world, { at })
    expect(await refusedTo(world, BUYER, 'open', { id, ...CLAIM })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: at,
    })
  })

  test('until 48 hours after “Complete”, and not after', async () => {
    const [early, late] = [await claimed(), await claimed()]
    const openBy = async ({ id }: ACampaign) => {
      const [row] = await world.rows<{ by: Date }>('select dispute_by as by from campaigns where id = $1', [
        id,
      ])
      return row!.by
    }
    const action = (await campaignNow(early.id)).availableActions.find(
      (a: { name: string }) => a.name === 'openDispute',
    )
    expect(action).toMatchObject({ allowed: true, deadline: (await openBy(early)).toISOString() })
    await moveTo(world, await openBy(early), 60_000)
    expect(await act(world, BUYER, 'open', { id: early.id, ...CLAIM })).toMatchObject({
      status: 'AWAITING_CHANNEL',
    })
    await world.move(2 * 60_000 + 60_000)
    expect(await refusedTo(world, BUYER, 'open', { id: late.id, ...CLAIM })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'CLOSED',
    })
  })
})
