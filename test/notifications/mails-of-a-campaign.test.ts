import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aVersion, APPROVE, REJECT } from '../campaigns/a-creative.js'
import { moveTo } from '../disputes/a-dispute.js'
import { ADMIN, BUYER, CHANNEL, CHECKED, sendCreatives, take } from '../support/campaigns.js'
import { joins } from '../support/joins.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { aLongCampaign, textOf, toldSince } from './campaign-mails.js'

const MINUTE = 60_000
const MEMBER = 'member@signal-street.test'

let world: World

beforeAll(async () => {
  world = await openWorld()
  await joins(world, { name: 'Mel Member', email: MEMBER, role: 'MEMBER', of: CHANNEL })
  await joins(world, {
    name: 'Max Member',
    email: 'quiet@signal-street.test',
    role: 'MEMBER',
    of: CHANNEL,
  })
  await joins(world, { name: 'Olga Other', email: 'other@northwind.test', role: 'OWNER', of: BUYER })
  const quiet = await world.as('quiet@signal-street.test')
  await quiet.ask('mutation { setMailPreference(kind: CAMPAIGNS, on: false) { kind } }')
})
afterAll(() => world?.close())

const moved = async (ms: number) => {
  await world.move(ms)
  await world.settled()
}

describe('a campaign that goes well', () => {
  let id: string
  let orderId: string
  const told = () => toldSince(world, orderId)

  beforeAll(async () => {
    ;({ id, orderId } = await aLongCampaign(world, { at: 'AWAITING_ACCEPTANCE' }))
  })

  test('is told to the channel, its owner and the member who wants that, and confirmed to who placed it', async () => {
    expect(await told()).toEqual(['campaign-offered: member, owner', 'order-receipt: buyer'])
    expect(await textOf(world, orderId, 'order-receipt', BUYER)).toContain('only set aside')
    expect(await textOf(world, orderId, 'campaign-offered', CHANNEL)).toContain('You get: €810.00')
  })

  test('reminds the channel after 24 and 44 hours', async () => {
    await moved(24 * HOUR + MINUTE)
    expect(await told()).toEqual(['acceptance-reminder: member, owner'])
    await moved(20 * HOUR)
    expect(await told()).toEqual(['acceptance-reminder: member, owner'])
    expect(await textOf(world, orderId, 'acceptance-reminder', CHANNEL)).toContain('nearly over')
  })

  test('tells the buyer that it is accepted, and what is missing', async () => {
    await take(world, CHANNEL, 'accept', { id })
    expect(await told()).toEqual(['campaign-accepted: buyer'])
    await moved(24 * HOUR + MINUTE)
    expect(await told()).toEqual(['creatives-missing: buyer'])
    expect(await textOf(world, orderId, 'creatives-missing', BUYER)).toContain('Banner: not uploaded yet')
  })

  test('tells the channel of uploads of ten minutes in one mail', async () => {
    await aVersion(world, id, 'banner')
    await moved(4 * MINUTE)
    const second = await aVersion(world, id, 'banner')
    expect(await told()).toEqual([])
    await moved(7 * MINUTE)
    expect(await told()).toEqual(['creative-uploaded: member, owner'])
    expect(await textOf(world, orderId, 'creative-uploaded', CHANNEL)).toContain('Banner: version 2')
    const channel = await world.as(CHANNEL)
    await channel.ask(REJECT, { id: second, r: 'The logo is cut off.' })
    expect(await told()).toEqual(['creative-rejected: buyer'])
    expect(await textOf(world, orderId, 'creative-rejected', BUYER)).toContain('> The logo is cut off.')
    await channel.ask(APPROVE, { id: await aVersion(world, id, 'banner') })
    await moved(11 * MINUTE)
    expect(await told()).toEqual([])
  })

  test('tells the buyer when it is ready, when the creatives are opened again, and when it is complete', async () => {
    await take(world, CHANNEL, 'ready', { id })
    expect(await told()).toEqual(['campaign-ready: buyer'])
    await take(world, CHANNEL, 'reopen', { id, r: 'The place has moved.' })
    expect(await told()).toEqual(['creatives-reopened: buyer'])
    await take(world, CHANNEL, 'ready', { id })
    await take(world, CHANNEL, 'complete', { id, c: CHECKED, e: '2027-02-01' })
    expect(await told()).toEqual(['campaign-completed: buyer', 'campaign-ready: buyer'])
    const mail = await textOf(world, orderId, 'campaign-completed', BUYER)
    expect(mail).toContain('Done by, they estimate: 1 February 2027')
    const [campaign] = await world.rows<{ until: Date; zone: string }>(
      `select c.dispute_by as until, coalesce(k.time_zone, g.time_zone, 'UTC') as zone from campaigns c join orders o on o.id = c.order_id
        join contacts k on k.id = o.placed_by_contact_id join organisations g on g.id = k.organisation_id where c.id = $1`,
      [id],
    )
    const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: campaign!.zone }).format(
      campaign!.until,
    )
    expect(mail.replaceAll(',', '')).toContain(
      `within 48 hours of its being marked complete: until ${until.replaceAll(',', '')}`,
    )
  })

  test('reminds the buyer twelve hours before the money is released, then tells both sides', async () => {
    await moved(36 * HOUR + MINUTE)
    expect(await told()).toEqual(['release-reminder: buyer'])
    await moved(12 * HOUR)
    expect(await told()).toEqual(['funds-released: buyer, member, owner'])
    expect(await textOf(world, orderId, 'funds-released', BUYER)).toContain('The time to dispute is over')
    expect(await textOf(world, orderId, 'funds-released', CHANNEL)).toContain('We have sent €810.00')
  })
})

describe('an offer that comes to nothing', () => {
  test('declined, tells the buyer why, and that the money was let go', async () => {
    const { id, orderId } = await aLongCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await toldSince(world, orderId)
    await take(world, CHANNEL, 'decline', { id, r: 'We are <b>full</b> until spring.' })
    expect(await toldSince(world, orderId)).toEqual(['campaign-declined: buyer', 'refund-issued: buyer'])
    expect(await textOf(world, orderId, 'campaign-declined', BUYER)).toContain('We are <b>full</b> until')
    expect(await textOf(world, orderId, 'refund-issued', BUYER)).toContain('None of that was charged')
  })

  test('unanswered, tells both sides', async () => {
    const { orderId } = await aLongCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await moved(47 * HOUR)
    await toldSince(world, orderId)
    await moved(HOUR + MINUTE)
    expect(await toldSince(world, orderId)).toEqual([
      'campaign-expired: buyer, member, owner',
      'refund-issued: buyer',
    ])
  })

  test('withdrawn, tells the channel', async () => {
    const { id, orderId } = await aLongCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await toldSince(world, orderId)
    await take(world, BUYER, 'withdraw', { id })
    expect(await toldSince(world, orderId)).toEqual([
      'campaign-withdrawn: member, owner',
      'refund-issued: buyer',
    ])
  })

  test('with uploads before the answer, they are told; where it was declined within the ten minutes, they are not', async () => {
    const { id, orderId } = await aLongCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await toldSince(world, orderId)
    await aVersion(world, id, 'banner')
    await moved(11 * MINUTE)
    expect(await toldSince(world, orderId)).toEqual(['creative-uploaded: member, owner'])
    await aVersion(world, id, 'banner')
    await take(world, CHANNEL, 'decline', { id, r: 'No.' })
    await toldSince(world, orderId)
    await moved(11 * MINUTE)
    expect(await toldSince(world, orderId)).toEqual([])
  })
})

describe('a campaign that ends early', () => {
  test('after a proposal that is refused goes on, and both sides know', async () => {
    const { id, orderId } = await aLongCampaign(world, { at: 'ACCEPTED' })
    await toldSince(world, orderId)
    await take(world, CHANNEL, 'propose', { id, f: '60000', r: 'Our host is ill.' })
    expect(await toldSince(world, orderId)).toEqual(['cancellation-proposed: buyer, member, owner'])
    expect(await textOf(world, orderId, 'cancellation-proposed', BUYER)).toContain(
      'You would get back: €600.00',
    )
    expect(await textOf(world, orderId, 'cancellation-proposed', MEMBER)).toContain(
      'Chen Wu has proposed to Northwind Agency',
    )
    await take(world, BUYER, 'answer', { id, a: false })
    expect(await toldSince(world, orderId)).toEqual(['cancellation-answered: buyer, member, owner'])
    expect(await textOf(world, orderId, 'cancellation-answered', CHANNEL)).toContain('has refused')
    await take(world, BUYER, 'propose', { id, f: '60000', r: 'We have moved on.' })
    await toldSince(world, orderId)
    await moved(49 * HOUR)
    expect(await toldSince(world, orderId)).toEqual([
      'cancellation-answered: buyer, member, owner',
      'creatives-missing: buyer',
    ])
    expect(await textOf(world, orderId, 'cancellation-answered', BUYER)).toContain('there was no answer')
    await take(world, BUYER, 'propose', { id, f: '60000', r: 'Please.' })
    await toldSince(world, orderId)
    await take(world, CHANNEL, 'answer', { id, a: true })
    expect(await toldSince(world, orderId)).toEqual([
      'cancellation-answered: buyer, member, owner',
      'funds-released: member, owner',
      'refund-issued: buyer',
    ])
    expect(await textOf(world, orderId, 'cancellation-answered', CHANNEL)).toContain('Goes to you: €270.00')
    expect(await textOf(world, orderId, 'cancellation-answered', BUYER)).not.toContain('270')
  })

  test('does not, where its completion overtakes the proposal, and both sides are told just that', async () => {
    const { id, orderId } = await aLongCampaign(world, { at: 'READY' })
    await take(world, BUYER, 'propose', { id, f: '60000', r: 'We have moved on.' })
    await toldSince(world, orderId)
    await take(world, CHANNEL, 'complete', { id, c: CHECKED, e: null })
    expect(await toldSince(world, orderId)).toEqual([
      'campaign-completed: buyer',
      'cancellation-answered: buyer, member, owner',
    ])
    for (const who of [BUYER, CHANNEL]) {
      const text = await textOf(world, orderId, 'cancellation-answered', who)
      expect(text).toContain('Meanwhile the campaign was marked complete')
      expect(text).not.toContain('goes on')
    }
  })

  test('by us, tells both sides why, and what goes where', async () => {
    const { id, orderId } = await aLongCampaign(world, { at: 'ACCEPTED' })
    await sendCreatives(world, id)
    await toldSince(world, orderId)
    await take(world, ADMIN, 'cancel', { id, f: '90000', r: 'The podcast has stopped.' })
    expect(await toldSince(world, orderId)).toEqual([
      'campaign-cancelled: buyer, member, owner',
      'refund-issued: buyer',
    ])
    expect(await textOf(world, orderId, 'campaign-cancelled', MEMBER)).toContain('> The podcast has stopped.')
  })

  test('keeps its sides informed where our team gives more time', async () => {
    const { id, orderId } = await aLongCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await toldSince(world, orderId)
    const [offer] = await world.rows<{ by: Date }>('select accept_by as by from campaigns where id = $1', [
      id,
    ])
    const until = new Date(offer!.by.getTime() + 24 * HOUR)
    await take(world, ADMIN, 'extend', { id, u: until.toISOString(), r: 'A holiday.' })
    expect(await toldSince(world, orderId)).toEqual(['deadline-extended: buyer, member, owner'])
    for (const [end, hours] of [
      [offer!.by, 23],
      [until, 1],
    ] as const) {
      await moveTo(world, end, hours * HOUR)
      expect(await toldSince(world, orderId)).toEqual(['acceptance-reminder: member, owner'])
    }
    await take(world, BUYER, 'withdraw', { id })
  })
})

test('nobody else was written to, what was not wanted is noted, and every mail on the way was taken', async () => {
  expect(await world.rows(`select template, state, last_error from mails where state <> 'TAKEN'`)).toEqual([])
  expect(await world.rows('select template from mails where order_id is null')).toEqual([])
  const outsiders = `to_address not in ('${BUYER}', '${CHANNEL}', '${MEMBER}') and template not like 'task-%'`
  expect(await world.rows(`select template, to_address from mails where ${outsiders}`)).toEqual([])
  const withheld = await world.rows<{ kind: string; contact: string }>(
    'select distinct w.kind, c.name as contact from mails_withheld w join contacts c on c.id = w.recipient_id',
  )
  expect(withheld).toEqual([{ kind: 'CAMPAIGNS', contact: 'Max Member' }])
})
