import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { completionMailBounced, resendCompletionMail } from '../../api/campaigns/completion-mail.js'
import { system } from '../../api/lib/viewer.js'
import { row, sql } from '../../api/platform/database.js'
import { transaction } from '../../api/platform/transaction.js'
import { act, CLAIM } from '../disputes/a-dispute.js'
import { textOf } from '../notifications/campaign-mails.js'
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
import { joins } from '../support/joins.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  actionOf,
  campaignNow,
  mailsTo,
  moneyOf,
  moneyRests,
  openTasks,
  story,
  viewerOf,
} from './read-campaign.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const completed = () => aCampaign(world, { at: 'COMPLETION_CLAIMED' })
const statusOf = async (id: string) => (await campaignNow(world, id)).status

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
  const aColleague = (email: string) => joins(world, { name: 'Nia Second', email, role: 'MEMBER', of: BUYER })

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
    expect(await textOf(world, campaign.orderId, 'funds-released', BUYER)).toContain('as you decided')
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
    expect(await moneyOf(world, campaign)).toMatchObject({
      held: 0n,
      released: campaign.price - campaign.price / 10n,
    })
  })

  test('sent anew after a withdrawn dispute it gives more time, and holds nothing even before it has gone out', async () => {
    const campaign = await completed()
    const { id } = campaign
    const dispute = await act(world, BUYER, 'open', { id, ...CLAIM })
    await act(world, BUYER, 'withdraw', { id: dispute.id })
    const second = await aColleague('nia5@northwind.test')
    const told = await transaction(world.running.house, await viewerOf(world, SUPPORT), async (tx) => {
      await resendCompletionMail(tx, { id, contactId: second })
      return row<{ yes: boolean }>(tx, sql`select told_at is not null as yes from campaigns where id = ${id}`)
    })
    expect(told).toEqual({ yes: true })
    await world.move(50 * HOUR)
    expect(await statusOf(id)).toBe('CLOSED')
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
    await take(world, SUPPORT, 'resend', { id, c: await aColleague('nia3@northwind.test') })
    await take(world, ADMIN, 'extend', { id, u, r: 'The buyer is away.' })
    expect(await campaignNow(world, id)).toMatchObject({ disputeBy: u })
    expect(await moneyOf(world, campaign)).toMatchObject({ held: campaign.price })
  })

  test('sending it to a second contact lifts that, with at least another 24 hours', async () => {
    const campaign = await completed()
    const { id } = campaign
    await bounce(campaign)
    await world.move(40 * HOUR)
    const second = await aColleague('nia@northwind.test')
    const before = Date.parse((await campaignNow(world, id)).disputeBy)
    await take(world, SUPPORT, 'resend', { id, c: second })
    const seen = await campaignNow(world, id)
    expect(seen).toMatchObject({ releaseHeld: false, status: 'COMPLETION_CLAIMED' })
    const moved = (Date.parse(seen.disputeBy) - before) / HOUR
    expect(moved).toBeGreaterThan(15.9)
    expect(moved).toBeLessThan(17)
    expect(await mailsTo(world, 'nia@northwind.test', campaign)).toEqual(['campaign-completed'])
    expect(await openTasks(world, campaign)).toEqual([])
    await world.move(13 * HOUR)
    await world.settled()
    const reminder = await textOf(world, campaign.orderId, 'release-reminder', 'nia@northwind.test')
    expect(reminder).toContain('Channel: Signal Street Media')
    expect(reminder).not.toContain('Buyer:')
    await world.move(12 * HOUR)
    expect(await statusOf(id)).toBe('CLOSED')
  })

  test('early on, the buyer keeps the time that they had', async () => {
    const campaign = await completed()
    const { disputeBy } = await campaignNow(world, campaign.id)
    await bounce(campaign)
    await take(world, SUPPORT, 'resend', { id: campaign.id, c: await aColleague('nia2@northwind.test') })
    expect(await campaignNow(world, campaign.id)).toMatchObject({ disputeBy, releaseHeld: false })
  })

  test('it is not sent to the address that refused it, to nobody’s, to who does not sign in, nor to a stranger', async () => {
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
    expect(await resend(await aContact('nia4@northwind.test'))).toMatchObject(at(/does not sign in/))
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
