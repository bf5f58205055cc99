import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { act, CLAIM } from '../disputes/a-dispute.js'
import { shopOf } from '../support/shopping.js'
import { describeInBrowser, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { type ACampaign, aCampaign, BUYER, CHANNEL, FINANCE, take } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { DESK, faultsOf, PHONE } from './looks.js'
import { faultsOnTheWay, type Place } from './portal-looks.js'
import { channelInPortal, inPortal } from './portal.js'

jest.setTimeout(300_000)

const LONG =
  'We have had another look at the dates, and the week that you wanted is gone. We would rather end it now than run it in a week that does nothing for you.'

describeInBrowser('the looks of campaigns in the portal', () => {
  let world: World
  let browser: OpenBrowser
  const at: Record<string, ACampaign> = {}

  beforeAll(async () => {
    world = await openWorld()
    at['offer'] = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE', package: 'Homepage takeover' })
    at['accepted'] = await aCampaign(world, { at: 'ACCEPTED' })
    at['unpaid'] = await aCampaign(world, { at: 'ACCEPTED', token: 'tok_capture_refused' })
    at['ready'] = await aCampaign(world, { at: 'READY' })
    at['claimed'] = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    at['disputed'] = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    at['released'] = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    at['declined'] = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await take(world, CHANNEL, 'propose', { id: at['ready'].id, f: '30000', r: LONG })
    await take(world, BUYER, 'release', { id: at['released'].id })
    await take(world, CHANNEL, 'decline', { id: at['declined'].id, r: LONG })
    await act(world, BUYER, 'open', { id: at['disputed'].id, ...CLAIM })
    await world.move(37 * HOUR)
    await fillCart(world)
    await aKey(world)
    await world.settled()
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const sides: Record<string, { email: string; home: string; places: () => Place[] }> = {
    channel: {
      email: CHANNEL,
      home: 'Campaign Manager',
      places: () => [
        { name: 'manager', path: '/campaigns', heading: 'Campaign Manager' },
        page('offer', 'Homepage takeover'),
        { ...page('offer', 'Homepage takeover'), name: 'decline', press: 'Decline' },
        page('accepted', 'Newsletter feature'),
        page('unpaid', 'Newsletter feature'),
        page('ready', 'Newsletter feature'),
        { ...page('ready', 'Newsletter feature'), name: 'complete', press: 'Complete' },
        page('claimed', 'Newsletter feature'),
        page('disputed', 'Newsletter feature'),
        page('released', 'Newsletter feature'),
        { name: 'payouts', path: '/payouts', heading: 'Payouts' },
        { name: 'connect', path: '/payouts', heading: 'Payouts', press: 'Connect another account' },
        { name: 'keys', path: '/api-keys', heading: 'API keys' },
        { name: 'new-key', path: '/api-keys', heading: 'API keys', press: 'Make a key' },
      ],
    },
    buyer: {
      email: BUYER,
      home: 'Orders',
      places: () => [
        order('offer'),
        order('accepted'),
        { ...order('accepted'), name: 'propose', press: 'Propose a cancellation…' },
        order('unpaid'),
        { ...order('unpaid'), name: 'pay-again', press: 'Pay again' },
        order('ready'),
        order('claimed'),
        { ...order('claimed'), name: 'release', press: 'Release the money now' },
        order('disputed'),
        order('released'),
        order('declined'),
        { name: 'cart', path: '/cart', heading: 'Cart' },
        { name: 'catalogue', path: '/catalogue', heading: 'Catalogue' },
        { name: 'reorder', path: `/reorder/${at['released']!.orderId}`, heading: 'Order the same again' },
      ],
    },
  }
  const page = (name: string, heading: string): Place => ({
    name,
    path: `/campaigns/${at[name]!.id}`,
    heading,
  })
  const order = (name: string): Place => ({ name, path: `/orders/${at[name]!.orderId}`, heading: /^Order / })

  describe.each(['channel', 'buyer'] as const)('%s', (side) => {
    test.each([
      ['light', 'at a desk', DESK],
      ['dark', 'at a desk', DESK],
      ['light', 'on a telephone', PHONE],
    ] as const)('reads well for everybody, %s, %s', async (colorScheme, _where, viewport) => {
      const visitor = await inPortal(browser, sides[side]!, { colorScheme, viewport })
      const of = `campaign-${side}`
      expect(await faultsOnTheWay(visitor, sides[side]!.places(), { of, colorScheme })).toEqual([])
      await visitor.context().close()
    })
  })

  test('without an active payout account, the inbox says why an offer cannot be accepted', async () => {
    const [account] = await world.rows<{ id: string }>('select id from payout_accounts limit 1')
    await (
      await world.as(FINANCE)
    ).ask('mutation($id: ID!, $r: String!) { suspendPayoutAccount(id: $id, reason: $r) { id } }', {
      id: account!.id,
      r: 'The bank asked us to wait.',
    })
    const visitor = await channelInPortal(browser)
    const accept = visitor.getByRole('button', { name: /^Accept Homepage takeover/ })
    await seen(accept)
    expect(await accept.getAttribute('aria-disabled')).toBe('true')
    await seen(visitor.getByText('Accepting needs an active payout account; see your payouts.'))
    await shoot(visitor, 'campaign-channel-suspended')
    expect(await faultsOf(visitor, 'suspended')).toEqual([])
  })

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})

async function fillCart(world: World): Promise<void> {
  const buyer = await world.as(BUYER)
  const shop = await shopOf(buyer)
  const { createCart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: shop.agency,
  })
  for (const { id } of shop.services.filter(({ flow }) => flow === 'CAMPAIGN').slice(0, 2))
    await buyer.ask(
      'mutation($id: ID!, $s: ID!, $b: ID!) { addCartLine(id: $id, serviceId: $s, beneficiaryId: $b) { id } }',
      { id: createCart.id, s: id, b: shop.agency },
    )
}

async function aKey(world: World): Promise<void> {
  const channel = await world.as(CHANNEL)
  const { viewer } = await channel.ask('{ viewer { memberships { organisation { id } } } }')
  await channel.ask(
    'mutation($o: ID!) { createApiKey(organisationId: $o, name: "Campaign robot", scopes: [READ, CAMPAIGNS, CREATIVES]) { id } }',
    { o: viewer.memberships[0].organisation.id },
  )
}
