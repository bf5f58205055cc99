import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { noteBounce } from '../../api/notifications/note-bounce.js'
import { until } from '../campaigns/read-campaign.js'
import { act, CLAIM, WHY } from '../disputes/a-dispute.js'
import { ADMIN, BUYER, CHANNEL, FINANCE, SUPPORT, take } from '../support/campaigns.js'
import { pay, placeOrders } from '../support/shopping.js'
import { joins } from '../support/joins.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { aLongCampaign, fresh, textOf, toldSince } from './campaign-mails.js'

const MINUTE = 60_000
const MEMBER = 'member@signal-street.test'
const DAY = 24 * HOUR

let world: World

beforeAll(async () => {
  world = await openWorld()
  await joins(world, { name: 'Mel Member', email: MEMBER, role: 'MEMBER', of: CHANNEL })
})
afterAll(() => world?.close())

const moved = async (ms: number) => {
  await world.move(ms)
  await world.settled()
}

/** A dispute that was opened just now, whose mails are read. */
async function disputed(token?: string) {
  const { id: campaignId, orderId } = await aLongCampaign(world, {
    at: 'COMPLETION_CLAIMED',
    ...(token && { token }),
  })
  await toldSince(world, orderId)
  const { id } = await act(world, BUYER, 'open', { id: campaignId, ...CLAIM })
  return { id, campaignId, orderId }
}

describe('a dispute', () => {
  test('is told to both sides and to whoever may decide; each question to whom it is for', async () => {
    const { id, campaignId, orderId } = await disputed()
    expect(await toldSince(world, orderId)).toEqual(['dispute-opened: admin, buyer, finance, member, owner'])
    expect(await textOf(world, orderId, 'dispute-opened', CHANNEL)).toContain(`> ${CLAIM.s}`)
    expect(await textOf(world, orderId, 'dispute-opened', BUYER)).toContain(`/portal/disputes/${id}`)
    await act(world, CHANNEL, 'respond', { id, s: 'It was sent on Monday.' })
    expect(await toldSince(world, orderId)).toEqual([])
    await act(world, ADMIN, 'ask', { id, o: 'CHANNEL', q: 'Which readers got it?' })
    expect(await toldSince(world, orderId)).toEqual(['dispute-information-requested: buyer, member, owner'])
    expect(await textOf(world, orderId, 'dispute-information-requested', MEMBER)).toContain(
      '> Which readers got it?',
    )
    expect(await textOf(world, orderId, 'dispute-information-requested', BUYER)).toContain(
      'You need to do nothing',
    )
    await act(world, BUYER, 'withdraw', { id })
    expect(await toldSince(world, orderId)).toEqual(['dispute-withdrawn: buyer, member, owner'])
    await take(world, BUYER, 'release', { id: campaignId })
    expect(await toldSince(world, orderId)).toEqual(['funds-released: buyer, member, owner'])
    expect(await textOf(world, orderId, 'funds-released', BUYER)).toContain('as you decided')
  })

  test('that is split tells each side its part, and the buyer nothing of the other', async () => {
    const { id, orderId } = await disputed()
    await toldSince(world, orderId)
    await act(world, FINANCE, 'resolve', { id, c: 'SPLIT', f: '30000', ...WHY })
    expect(await toldSince(world, orderId)).toEqual([
      'dispute-resolved: buyer, member, owner',
      'funds-released: member, owner',
      'refund-issued: buyer',
    ])
    const [buyers, channels] = [
      await textOf(world, orderId, 'dispute-resolved', BUYER),
      await textOf(world, orderId, 'dispute-resolved', CHANNEL),
    ]
    for (const mail of [buyers, channels]) expect(mail).toContain(`> ${WHY.w}`)
    expect(buyers).toContain('Goes back to you: €300.00')
    expect(buyers).not.toContain('540')
    expect(channels).toContain('Goes to you: €540.00')
  })

  test('that nobody decides warns the team at 20, 25 and 29 days, and ends by itself', async () => {
    const { orderId } = await disputed()
    await toldSince(world, orderId)
    for (const days of [20, 5, 4]) {
      await moved(days * DAY + MINUTE)
      expect(await toldSince(world, orderId)).toEqual(['dispute-undecided: admin, finance'])
    }
    await moved(DAY)
    expect(await toldSince(world, orderId)).toEqual([
      'dispute-resolved: buyer, member, owner',
      'refund-issued: buyer',
    ])
    expect(await textOf(world, orderId, 'dispute-resolved', BUYER)).toContain('not decided within 30 days')
  })
})

describe('money that does not move', () => {
  test('when it is to be taken in: the buyer pays again, the channel waits, and both know when it is there', async () => {
    const { id, orderId } = await aLongCampaign(world, {
      at: 'AWAITING_ACCEPTANCE',
      token: 'tok_capture_refused',
    })
    await toldSince(world, orderId)
    await take(world, CHANNEL, 'accept', { id })
    expect(await toldSince(world, orderId)).toEqual([
      'campaign-accepted: buyer',
      'payment-failed: buyer, member, owner',
    ])
    expect(await textOf(world, orderId, 'payment-failed', BUYER)).toContain(`/portal/campaigns/${id}`)
    expect(await textOf(world, orderId, 'payment-failed', MEMBER)).toContain('Please wait with the work')
    await moved(7 * HOUR) // it is tried again by itself, and refused again: that is told to nobody
    expect(await toldSince(world, orderId)).toEqual([])
    await take(world, BUYER, 'payAgain', { id, t: 'tok_ok' })
    expect(await toldSince(world, orderId)).toEqual(['campaign-paid: buyer, member, owner'])
  })

  test('and is not paid again: the campaign ends, and both sides know', async () => {
    const { id, orderId } = await aLongCampaign(world, {
      at: 'AWAITING_ACCEPTANCE',
      token: 'tok_capture_refused',
    })
    await take(world, CHANNEL, 'accept', { id })
    await toldSince(world, orderId)
    await moved(49 * HOUR)
    expect(await toldSince(world, orderId)).toEqual(
      expect.arrayContaining(['campaign-cancelled: buyer, member, owner']),
    )
    expect(await textOf(world, orderId, 'campaign-cancelled', BUYER)).toContain('Nothing is owed')
  })

  test('when it is to be released: the channel and finance know, once', async () => {
    const { id, orderId } = await aLongCampaign(world, {
      at: 'COMPLETION_CLAIMED',
      token: 'tok_release_refused_once',
    })
    await toldSince(world, orderId)
    await take(world, BUYER, 'release', { id })
    expect(await toldSince(world, orderId)).toEqual([
      'funds-released: buyer',
      'release-failed: finance, member, owner',
    ])
    await moved(HOUR + MINUTE)
    expect(await toldSince(world, orderId)).toEqual(['funds-released: member, owner'])
  })

  test('when it is to be let go: the buyer and finance know', async () => {
    const { id, orderId } = await aLongCampaign(world, {
      at: 'AWAITING_ACCEPTANCE',
      token: 'tok_void_refused_once',
    })
    await toldSince(world, orderId)
    await take(world, BUYER, 'withdraw', { id })
    expect(await toldSince(world, orderId)).toEqual([
      'campaign-withdrawn: member, owner',
      'refund-failed: buyer, finance',
    ])
    await moved(HOUR + MINUTE)
    expect(await toldSince(world, orderId)).toEqual(['refund-issued: buyer'])
  })

  test('because a bank wants it back: finance knows', async () => {
    const { orderId } = await aLongCampaign(world, { at: 'ACCEPTED', token: 'tok_chargeback' })
    const opened = () => world.rows('select from chargebacks where order_id = $1', [orderId])
    await until(world, async () => (await opened()).length > 0)
    expect(await toldSince(world, orderId)).toEqual(expect.arrayContaining(['chargeback-opened: finance']))
  })

  test('because a bank wants back what was paid for a service without a channel: finance knows as well', async () => {
    const buyer = await world.as(BUYER)
    const [orderId] = (await placeOrders(buyer, [{ service: 'Directory listings' }])) as [string]
    await pay(buyer, orderId, 'tok_chargeback')
    const opened = () => world.rows('select from chargebacks where order_id = $1', [orderId])
    await until(world, async () => (await opened()).length > 0)
    expect(await toldSince(world, orderId)).toEqual(expect.arrayContaining(['chargeback-opened: finance']))
    const mail = await textOf(world, orderId, 'chargeback-opened', FINANCE)
    expect(mail).toContain('The bank of Northwind Agency has called')
    expect(mail).not.toContain('Package')
  })

  test('because a payout account is suspended: the channel’s owners know why, and when it works again', async () => {
    const finance = await world.as(FINANCE)
    const [account] = await world.rows<{ id: string }>('select id from payout_accounts')
    const variables = { id: account!.id, k: fresh(), r: 'The bank says that it was closed.' }
    await finance.ask(
      'mutation($id: ID!, $k: String!, $r: String!) { suspendPayoutAccount(id: $id, idempotencyKey: $k, reason: $r) { id } }',
      variables,
    )
    await finance.ask(
      'mutation($id: ID!, $k: String!, $r: String!) { reinstatePayoutAccount(id: $id, idempotencyKey: $k, reason: $r) { id } }',
      { ...variables, k: fresh(), r: 'It is open again.' },
    )
    await world.settled()
    const mails = await world.rows<{ template: string; to: string; text: string }>(
      `select template, to_address as "to", text from mails where order_id is null order by template desc`,
    )
    expect(mails).toMatchObject([
      { template: 'payout-account-suspended', to: CHANNEL, text: expect.stringContaining('it was closed') },
      { template: 'payout-account-reinstated', to: CHANNEL },
    ])
  })
})

describe('the mail that a campaign is complete', () => {
  test('that comes back holds the release; sent anew it goes to whom support names, with a day at least and a reminder in it', async () => {
    const second = await joins(world, {
      name: 'Sia Second',
      email: 'second@northwind.test',
      role: 'MEMBER',
      of: BUYER,
    })
    const { id, orderId } = await aLongCampaign(world, { at: 'COMPLETION_CLAIMED' })
    await toldSince(world, orderId)
    const [mail] = await world.rows<{ id: string; sending: number }>(
      `select id, sending from mails where order_id = $1 and template = 'campaign-completed'`,
      [orderId],
    )
    await noteBounce(
      world.running.house,
      { mailId: mail!.id, sending: mail!.sending },
      { action: 'failed', reason: '550 No such mailbox' },
    )
    const support = await world.as(SUPPORT)
    expect(
      await support.refused('mutation($id: ID!) { resendMail(id: $id) { id } }', { id: mail!.id }),
    ).toMatchObject({
      code: 'VALIDATION', // it would say the old deadline: the campaign has a verb of its own for that
    })
    await moved(50 * HOUR)
    expect((await toldSince(world, orderId)).join()).not.toMatch(/funds-released|release-reminder/)
    const tasks = await world.rows<{ role: string }>('select role from tasks where order_id = $1', [orderId])
    expect(tasks).toEqual([{ role: 'SUPPORT' }])
    await take(world, SUPPORT, 'resend', { id, c: second })
    expect(await toldSince(world, orderId)).toEqual(['campaign-completed: second@northwind.test'])
    expect(await textOf(world, orderId, 'campaign-completed', 'second@northwind.test')).toContain(
      'Only an owner of Northwind Agency can open a dispute',
    )
    await moved(12 * HOUR + MINUTE)
    expect(await toldSince(world, orderId)).toEqual(['release-reminder: second@northwind.test'])
    await moved(12 * HOUR)
    expect(await toldSince(world, orderId)).toContain('funds-released: buyer, member, owner')
  })
})

describe('what is written on a campaign’s feed', () => {
  /** After about a minute it is told. */
  const aMinute = async () => {
    await world.settled()
    await world.move(61_000)
  }

  test('reaches the channel where it is for all parties, on the page of the campaign', async () => {
    const { id, orderId } = await aLongCampaign(world, { at: 'ACCEPTED' })
    await toldSince(world, orderId)
    const POST =
      'mutation($o: ID!, $b: String!, $v: Visibility!) { postMessage(orderId: $o, body: $b, visibility: $v) { id } }'
    const buyer = await world.as(BUYER)
    await buyer.ask(POST, { o: orderId, b: 'Could you send us the dates?', v: 'PARTIES' })
    await aMinute()
    expect(await toldSince(world, orderId)).toEqual([expect.stringContaining('member, owner')])
    expect(await textOf(world, orderId, 'message-posted', CHANNEL)).toContain(`/portal/campaigns/${id}`)
    await buyer.ask(POST, { o: orderId, b: 'Only for your team.', v: 'BUYER' })
    await aMinute()
    expect((await toldSince(world, orderId)).join()).not.toMatch(/owner|member/)
  })
})
