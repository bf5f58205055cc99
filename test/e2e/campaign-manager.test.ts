import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  remember,
  seen,
  shoot,
  stillTheSame,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { press } from './back-office.js'
import { aText, creativeOf, fillCompletion, payCampaign, placeOrders, putInCart } from './portal-campaign.js'
import { buyerInPortal, channelInPortal } from './portal.js'

jest.setTimeout(240_000)

const NEWSLETTER = 'Newsletter feature'
const PODCAST = 'Podcast sponsorship'
const WHY_NOT = 'Our next six episodes are sold already.'
const COPY = aText('copy.txt', 'Fresh bread at seven.')
const BETTER = aText('copy-2.txt', 'Fresh bread, at seven sharp.')

describeInBrowser('two campaigns, from the cart to the release', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page
  let chen: Page
  /** The orders of the two campaigns. */
  let accepted: string
  let declined: string

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    nora = await buyerInPortal(browser)
    chen = await channelInPortal(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const dialogOf = (page: Page) => page.getByRole('dialog')
  const statusOf = async (orderId: string) =>
    (await world.rows<{ status: string }>('select status from campaigns where order_id = $1', [orderId]))[0]!
      .status

  test('the buyer takes both in one checkout and pays each', async () => {
    await nora.goto('/portal/catalogue')
    for (const name of [NEWSLETTER, PODCAST])
      await putInCart(nora, name, () => shoot(nora, 'portal-package-dialog'))
    await nora.goto('/portal/cart')
    await seen(nora.getByText(/Each campaign is an order of its own/))
    await shoot(nora, 'portal-cart-campaigns')
    await placeOrders(nora, 'Your 2 orders are placed.')
    const orders = await world.rows<{ id: string; name: string }>(
      `select o.id, s.name from orders o join order_lines l on l.order_id = o.id join services s on s.id = l.service_id
        where o.status = 'AWAITING_PAYMENT' and s.flow = 'CAMPAIGN'`,
    )
    accepted = orders.find(({ name }) => name === NEWSLETTER)!.id
    declined = orders.find(({ name }) => name === PODCAST)!.id
    for (const price of ['€680.00', '€1,250.00']) await payCampaign(nora, price)
    await shoot(nora, 'portal-pay-campaigns')
    expect([await statusOf(accepted), await statusOf(declined)]).toEqual([
      'AWAITING_ACCEPTANCE',
      'AWAITING_ACCEPTANCE',
    ])
  })

  test('the channel finds both in its inbox with the time left, accepts one, and declines the other with a reason', async () => {
    await chen.goto('/portal/')
    const offers = chen.locator('.offer')
    await seen(offers.filter({ hasText: PODCAST }))
    expect(await offers.count()).toBe(2)
    await seen(chen.getByText(/^47 h 5\d min left to answer$/))
    await remember(chen)
    await shoot(chen, 'portal-inbox')

    await press(chen, `Decline ${PODCAST} for Northwind Agency`)
    const dialog = dialogOf(chen)
    await press(dialog, 'Decline the offer')
    await seen(dialog.getByText('Give a brief explanation, so that the buyer knows why.'))
    const reason = dialog.getByLabel('A brief explanation')
    await reason.fill('x'.repeat(1001))
    await press(dialog, 'Decline the offer')
    await seen(dialog.getByText(/^Expected: .*1000/))
    expect(await reason.getAttribute('aria-invalid')).toBe('true')
    await shoot(chen, 'portal-decline-dialog')
    await reason.fill(WHY_NOT)
    await press(dialog, 'Decline the offer')
    await gone(dialog)
    await gone(offers.filter({ hasText: PODCAST }))

    await press(chen, `Accept ${NEWSLETTER} for Northwind Agency`)
    await seen(chen.getByText('No offer waits for you'))
    await seen(chen.getByText('Not approved yet: The paragraph.'))
    expect([await statusOf(accepted), await statusOf(declined)]).toEqual(['ACCEPTED', 'DECLINED'])
    await world.settled()

    await nora.goto(`/portal/orders/${declined}`)
    await seen(nora.getByText(WHY_NOT).first())
    await seen(nora.getByText('Let go again; nothing was taken'))
    await shoot(nora, 'portal-campaign-declined')
  })

  test('creatives go to and fro: sent, rejected with a reason, sent again, approved; both talk meanwhile', async () => {
    await nora.goto(`/portal/orders/${accepted}`)
    await seen(nora.getByText('Signal Street Media has accepted. They need your creatives now.'))
    await seen(nora.getByText('Live', { exact: true }))
    await remember(nora)
    await chen.getByRole('link', { name: NEWSLETTER }).click()
    await seen(chen.getByText('Live', { exact: true }))
    await remember(chen)
    const ready = chen.getByRole('button', { name: 'Ready', exact: true })
    await seen(ready)
    expect(await ready.getAttribute('aria-disabled')).toBe('true')
    await seen(chen.getByText(/The paragraph/).first())
    await shoot(chen, 'portal-campaign-accepted')

    const field = creativeOf(nora, 'The paragraph')
    await field.locator('input[type=file]').setInputFiles([COPY])
    await seen(field.getByText('To be looked at'))
    const shown = creativeOf(chen, 'The paragraph')
    await seen(shown.getByText('copy.txt'))
    await press(shown, 'Reject The paragraph, version 1')
    await press(dialogOf(chen), 'Reject this version')
    await seen(dialogOf(chen).getByText('Say what is wrong, so that the next version is right.'))
    await dialogOf(chen).getByLabel('What is wrong with it?').fill('It is far too short.')
    await shoot(chen, 'portal-reject-dialog')
    await press(dialogOf(chen), 'Reject this version')
    await seen(field.getByText('It is far too short.'))
    await shoot(nora, 'portal-creative-rejected')

    await chen.getByLabel('Write to Northwind Agency').fill('Sixty words would be right.')
    await press(chen, 'Send')
    await seen(nora.locator('.bubble').getByText('Sixty words would be right.'))
    await nora.getByLabel('Write to Signal Street Media').fill('You get them now.')
    await press(nora, 'Send')
    await seen(chen.locator('.bubble').getByText('You get them now.'))

    await field.locator('input[type=file]').setInputFiles([BETTER])
    await seen(shown.getByText('copy-2.txt'))
    await press(shown, 'Approve The paragraph, version 2')
    await seen(field.getByText('Approved', { exact: true }))
    await seen(shown.getByText('One earlier version'))
    await seen(chen.getByText('Every creative is approved. Mark the campaign ready.'))
    await shoot(chen, 'portal-creatives-approved')
    await press(chen, 'Ready')
    await seen(nora.getByText('Signal Street Media has everything and runs the campaign.'))
    expect(await statusOf(accepted)).toBe('READY')
  })

  test('the channel completes with its checklist and estimate; the buyer releases early, and both see where the money is', async () => {
    await fillCompletion(chen, '2027-01-15')
    await shoot(chen, 'portal-complete-dialog')
    await press(dialogOf(chen), 'Complete and ask for the release')
    await seen(chen.getByText(/^You have asked for the release\./).first())
    await seen(nora.getByText(/says that the campaign nears completion and asks for the money/))
    await seen(nora.getByText('15 Jan 2027'))
    await seen(nora.getByText('It is there for your questions'))
    await shoot(nora, 'portal-campaign-completed')

    await press(nora, 'Release the money now')
    await seen(dialogOf(nora).getByText(/That is final/))
    await press(dialogOf(nora), 'Yes, release it')
    await seen(nora.getByText('The money was released to the channel.'))
    await world.settled()
    await seen(nora.getByText('Released to the channel', { exact: true }).first())
    await seen(chen.getByText('The money is released to you, less the fee.').first())
    expect([await stillTheSame(nora), await stillTheSame(chen)]).toEqual([true, true])
    await shoot(nora, 'portal-campaign-released')
    await shoot(chen, 'portal-campaign-released-channel')
    const [campaign] = await world.rows<{ status: string; outcome: string }>(
      'select status, outcome from campaigns where order_id = $1',
      [accepted],
    )
    expect(campaign).toEqual({ status: 'CLOSED', outcome: 'RELEASED' })
    await chen.getByRole('link', { name: 'Payouts' }).click()
    await seen(chen.getByText('Released', { exact: true }))
    await shoot(chen, 'portal-payouts')
  })

  test('the buyer orders the same again from the link of the mail', async () => {
    await nora.getByRole('link', { name: 'Order this again' }).click()
    await seen(nora.getByRole('heading', { name: 'Order the same again' }))
    await shoot(nora, 'portal-reorder')
    await press(nora, 'Put it into the cart')
    await seen(nora.getByRole('heading', { name: 'Cart', level: 1 }))
    await seen(nora.getByText(NEWSLETTER))
    const carts = await world.rows<{ from: string }>(
      `select reorder_of as from from carts where status = 'FILLING' and reorder_of is not null`,
    )
    expect(carts).toEqual([{ from: accepted }])
  })

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
