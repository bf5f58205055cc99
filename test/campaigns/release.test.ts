import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { disputeCampaign } from '../../api/campaigns/disputed-campaign.js'
import { completionMailBounced } from '../../api/campaigns/completion-mail.js'
import { releaseByDeadline } from '../../api/campaigns/release-funds.js'
import { freezeFunds, unfreezeFunds } from '../../api/funds/freeze-funds.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { act, CLAIM } from '../disputes/a-dispute.js'
import {
  aCampaign,
  type ACampaign,
  ADMIN,
  BUYER,
  CHANNEL,
  refusal,
  SUPPORT,
  take,
} from '../support/campaigns.js'
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

describe('where the mail that it is complete comes back', () => {
  const bounce = async ({ orderId }: ACampaign) => {
    const [mail] = await world.rows<{ id: string }>(
      'select placed_by_contact_id as id from orders where id = $1',
      [orderId],
    )
    await transaction(world.running.house, system('mail'), (tx) =>
      completionMailBounced(tx, { orderId, recipientId: mail!.id }),
    )
    await world.settled()
    return mail!.id
  }
  const aContact = async (email: string | null) => {
    const support = await world.as(ADMIN)
    const [{ id }] = (await world.rows<{ id: string }>(
      `select id from organisations where name = 'Northwind Agency'`,
    )) as [{ id: string }]
    const { addContact } = await support.ask(
      'mutation($o: ID!, $e: String) { addContact(organisationId: $o, name: "Nia Second", email: $e) { id } }',
      { o: id, e: email },
    )
    return addContact.id as string
  }

  test('nothing is released by itself, somebody of support has a task at once, and the buyer may still dispute', async () => {
    const campaign = await completed()
    await bounce(campaign)
    expect(await campaignNow(world, campaign.id, SUPPORT)).toMatchObject({
      releaseHeld: true,
      dueAt: null,
      order: { standing: { actor: 'US' } },
    })
    expect(await openTasks(world, campaign)).toEqual([
      {
        role: 'SUPPORT',
        title: `The buyer of ${campaign.number} was not told that the campaign is complete`,
      },
    ])
    await world.move(60 * HOUR)
    expect(await statusOf(campaign.id)).toBe('COMPLETION_CLAIMED')
    expect(await actionOf(world, campaign.id, BUYER, 'openDispute')).toMatchObject({ allowed: true })
    await take(world, BUYER, 'release', { id: campaign.id })
    expect(await statusOf(campaign.id)).toBe('CLOSED')
    expect(await openTasks(world, campaign)).toEqual([])
  })

  test('a buyer who disputes knows: once they withdraw the money goes at the time that both are told', async () => {
    const campaign = await completed()
    const { id } = campaign
    await bounce(campaign)
    await world.move(60 * HOUR)
    const dispute = await act(world, BUYER, 'open', { id, ...CLAIM })
    expect(await openTasks(world, campaign)).not.toContainEqual(expect.objectContaining({ role: 'SUPPORT' }))
    await act(world, BUYER, 'withdraw', { id: dispute.id })
    await world.settled()
    const seen = await campaignNow(world, id)
    expect(seen).toMatchObject({ status: 'COMPLETION_CLAIMED', releaseHeld: false, dueAt: seen.disputeBy })
    await bounce(campaign)
    expect(await campaignNow(world, id)).toMatchObject({ releaseHeld: false })
    await world.move(HOUR + 10_000)
    expect(await statusOf(id)).toBe('CLOSED')
    await moneyRests(world, campaign)
    expect(await moneyOf(world, campaign)).toMatchObject({ held: 0n, ...shares(campaign.price) })
  })

  test('the time to dispute is not extended: nothing would happen at its end', async () => {
    const campaign = await completed()
    const { id } = campaign
    await bounce(campaign)
    const u = new Date(Date.parse((await campaignNow(world, id)).disputeBy) + 48 * HOUR).toISOString()
    expect(await refusal(world, ADMIN, 'extend', { id, u, r: 'The buyer is away.' })).toMatchObject({
      code: 'RELEASE_HELD',
    })
    expect(await actionOf(world, id, ADMIN, 'extendDeadline')).toMatchObject({
      allowed: false,
      refusal: 'RELEASE_HELD',
    })
    expect(await mailsTo(world, BUYER, campaign)).not.toContain('deadline-extended')
    await take(world, SUPPORT, 'resend', { id, c: await aContact('nia3@northwind.test') })
    await take(world, ADMIN, 'extend', { id, u, r: 'The buyer is away.' })
    expect(await campaignNow(world, id)).toMatchObject({ disputeBy: u })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: campaign.price })
  })

  test('sending it to a second contact lifts that, with at least another 24 hours', async () => {
    const campaign = await completed()
    const { id } = campaign
    await bounce(campaign)
    await world.move(40 * HOUR)
    const second = await aContact('nia@northwind.test')
    const before = Date.parse((await campaignNow(world, id)).disputeBy)
    await take(world, SUPPORT, 'resend', { id, c: second })
    const seen = await campaignNow(world, id)
    expect(seen).toMatchObject({ releaseHeld: false, status: 'COMPLETION_CLAIMED' })
    const moved = (Date.parse(seen.disputeBy) - before) / HOUR
    expect(moved).toBeGreaterThan(15.9)
    expect(moved).toBeLessThan(17)
    expect(await mailsTo(world, 'nia@northwind.test', campaign)).toEqual(['campaign-completed'])
    expect(await openTasks(world, campaign)).toEqual([])
    await world.move(25 * HOUR)
    expect(await statusOf(id)).toBe('CLOSED')
  })

  test('early on, the buyer keeps the time that they had', async () => {
    const campaign = await completed()
    const { disputeBy } = await campaignNow(world, campaign.id)
    await bounce(campaign)
    await take(world, SUPPORT, 'resend', { id: campaign.id, c: await aContact('nia2@northwind.test') })
    expect(await campaignNow(world, campaign.id)).toMatchObject({ disputeBy, releaseHeld: false })
  })

  test('it is not sent to the address that refused it, to nobody’s, nor to a stranger', async () => {
    const campaign = await completed()
    const { id } = campaign
    const placedBy = await bounce(campaign)
    const at = (message: RegExp) => ({
      code: 'VALIDATION',
      fields: [{ path: 'contactId', message: expect.stringMatching(message) }],
    })
    const resend = (c: string) => refusal(world, SUPPORT, 'resend', { id, c })
    expect(await resend(placedBy)).toMatchObject(at(/came back/))
    expect(await resend(await aContact(null))).toMatchObject(at(/no e-mail address/))
    const [stranger] = await world.rows<{ id: string }>(
      `select c.id from contacts c join organisations g on g.id = c.organisation_id where g.kind = 'CHANNEL'`,
    )
    expect(await resend(stranger!.id)).toMatchObject(at(/a contact of the buyer/))
    expect(await refusal(world, CHANNEL, 'resend', { id, c: placedBy })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await campaignNow(world, id)).toMatchObject({ releaseHeld: true })
  })

  test('a bounce that comes when the money has gone changes nothing', async () => {
    const campaign = await completed()
    await take(world, BUYER, 'release', { id: campaign.id })
    await bounce(campaign)
    expect((await story(world, campaign)).at(-1)).toBe('released')
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
