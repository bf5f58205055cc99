import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import {
  describeInBrowser,
  openBrowser,
  type OpenBrowser,
  remember,
  seen,
  shoot,
  stillTheSame,
} from '../support/browser.js'
import { FINANCE } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { atHome, openQueue, press, queueCounts, turnTo } from './back-office.js'
import {
  aText,
  creativeOf,
  fillCompletion,
  fillDispute,
  fillWords,
  payCampaign,
  placeOrders,
  putInCart,
} from './portal-campaign.js'
import { buyerInPortal, channelInPortal } from './portal.js'

jest.setTimeout(240_000)

const NEWSLETTER = 'Newsletter feature'
const COPY = aText('copy.txt', 'Fresh bread at seven.')
const ISSUE = aText('monday-issue.txt', 'No feature anywhere in it.')
const EDITION = aText('second-edition.txt', 'The feature, on page 3.')
const CLAIM = 'The issue of Monday did not carry our feature.'
const ANSWER = 'It stood in the second edition, as agreed on the telephone.'
const REASONING = 'Two of the four issues carried the feature.'

describeInBrowser(
  'a campaign that buyer, channel and staff live through, each in a window of their own',
  () => {
    let world: World
    let browser: OpenBrowser
    let nora: Page
    let chen: Page
    let fiona: Page
    let order: { id: string; number: string }

    beforeAll(async () => {
      world = await openWorld()
      browser = await openBrowser(world.address)
      nora = await buyerInPortal(browser)
      await nora.goto('/portal/catalogue')
      chen = await channelInPortal(browser)
      await seen(chen.getByText('No offer waits for you'))
      fiona = await atHome(browser, FINANCE)
      await remember(chen)
      await remember(nora)
    })
    afterAll(async () => {
      await browser?.close()
      await world?.close()
    })

    const dialogOf = (page: Page) => page.getByRole('dialog')
    const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
    const campaign = async () =>
      (
        await world.rows<{ status: string; outcome: string | null }>(
          'select status, outcome from campaigns where order_id = $1',
          [order.id],
        )
      )[0]!
    /** What a chip beside the title of a page of the back office says. */
    const toldToStaff = (state: string) =>
      seen(fiona.locator('h1 ~ .MuiChip-root').getByText(state, { exact: true }))

    test('the buyer pays; the channel, whose inbox is open, finds the offer in it', async () => {
      await putInCart(nora, NEWSLETTER)
      await nora.getByRole('link', { name: /^Cart/ }).click()
      await placeOrders(nora, /^Your order is placed\./)
      await payCampaign(nora, '€680.00')
      const orders = await world.rows<{ id: string; number: string }>(
        'select o.id, o.number from orders o join campaigns c on c.order_id = o.id',
      )
      expect(orders).toHaveLength(1)
      order = orders[0]!
      await seen(chen.locator('.offer').filter({ hasText: order.number }))
      await follow(nora, 'To the order')
      await seen(nora.getByText(/^Signal Street Media has until .* to accept\./))
      await seen(nora.getByText('Set aside at your bank. It is taken only if the channel accepts'))
      await turnTo(fiona, 'Campaigns')
      await fiona.getByRole('row').filter({ hasText: order.number }).click()
      await toldToStaff('Awaiting acceptance')
    })

    test('the channel accepts; the buyer and staff see it at once, and the money taken in', async () => {
      await press(chen, `Accept ${NEWSLETTER} for Northwind Agency`)
      await seen(chen.getByText('No offer waits for you'))
      await seen(nora.getByText('Signal Street Media has accepted. They need your creatives now.'))
      await seen(nora.getByText('Paid, and held until the campaign is done'))
      await toldToStaff('Accepted')
      await follow(chen, NEWSLETTER)
      await seen(chen.getByText('Taken, and held until the campaign is done.'))
      expect(await campaign()).toEqual({ status: 'ACCEPTED', outcome: null })
    })

    test('the buyer sends the creative, and the channel approves it, marks ready and completes', async () => {
      const [sent, arrived] = [creativeOf(nora, 'The paragraph'), creativeOf(chen, 'The paragraph')]
      await sent.locator('input[type=file]').setInputFiles([COPY])
      await seen(arrived.getByText('copy.txt'))
      await seen(fiona.getByText('copy.txt'))
      await press(arrived, 'Approve The paragraph, version 1')
      await seen(sent.getByText('Approved', { exact: true }))
      await press(chen, 'Ready')
      await seen(nora.getByText('Signal Street Media has everything and runs the campaign.'))
      await toldToStaff('Ready')
      await fillCompletion(chen, '2027-01-15')
      await press(dialogOf(chen), 'Complete and ask for the release')
      await seen(nora.getByText(/says that the campaign nears completion and asks for the money/))
      await toldToStaff('Completion claimed')
      expect(await campaign()).toEqual({ status: 'COMPLETION_CLAIMED', outcome: null })
    })

    test('the buyer disputes with reason, statement and evidence; channel and staff learn of it where they are', async () => {
      await follow(nora, 'Dispute the campaign')
      await fillDispute(nora, { reason: 'It was not run', claim: CLAIM, evidence: ISSUE })
      await press(nora, 'Open the dispute')
      await seen(nora.getByText('€680.00 is frozen until it is decided.'))
      await seen(chen.getByText('Held, and nothing moves until the dispute is decided.'))
      await toldToStaff('Disputed')
      await fiona.getByRole('menuitem', { name: 'Home' }).click()
      await queueCounts(fiona, 'Disputes', 1)
      await openQueue(fiona, 'Disputes')
      await fiona.getByRole('row').filter({ hasText: order.number }).click()
      await toldToStaff('Awaiting the channel')
      await seen(fiona.getByText(CLAIM))
      await seen(fiona.getByText('The channel has not answered yet.'))
      expect(await campaign()).toEqual({ status: 'DISPUTED', outcome: null })
    })

    test('the channel answers; staff see both sides and split what is held', async () => {
      await follow(chen, 'To the dispute')
      await seen(chen.getByText(CLAIM))
      await fillWords(chen, ANSWER, EDITION)
      await press(chen, 'Send our answer')
      await seen(nora.getByText(ANSWER))
      await seen(nora.getByRole('link', { name: 'Download second-edition.txt' }))
      await toldToStaff('Under review')
      await seen(fiona.getByText(ANSWER))
      for (const { name } of [ISSUE, EDITION]) await seen(fiona.getByRole('button', { name, exact: true }))
      await shoot(fiona, 'three-browsers-both-sides')
      await fiona.getByRole('radio', { name: 'Split it' }).check()
      await fiona.getByLabel('To the buyer, EUR').fill('300.00')
      expect(await fiona.getByLabel('To the channel, EUR').inputValue()).toBe('380.00')
      await fiona.getByLabel('Reasoning').fill(REASONING)
      await press(fiona, 'Decide')
      await seen(fiona.getByText('Split between both'))
    })

    test('buyer and channel see the outcome, why, and where the money is', async () => {
      for (const side of [nora, chen]) {
        await seen(side.getByText(/^Decided on /))
        await seen(side.getByText(REASONING))
        for (const part of ['€300.00', '€380.00']) await seen(side.getByText(part, { exact: true }))
      }
      await seen(nora.getByText('A part of it goes back to you.'))
      await seen(chen.getByText('A part of it is released to you.'))
      await follow(nora, 'To the campaign')
      await seen(
        nora.getByText('A part of the money goes back to you, the rest was released to the channel.'),
      )
      await seen(
        nora.getByText('A part went back to you; the rest was released to the channel', { exact: true }),
      )
      await seen(nora.getByText(/^Back with you since /))
      await shoot(nora, 'three-browsers-buyer')
      await follow(chen, 'To the campaign')
      await seen(chen.getByText(/^A part of the money is released to you, the rest goes back to the buyer\./))
      await follow(chen, 'Payouts')
      await seen(chen.getByText('Released', { exact: true }))
      await seen(chen.getByText('€342.00', { exact: true }))
      await seen(chen.getByText(/after a fee of €38\.00/))
      await shoot(chen, 'three-browsers-channel')
      expect(await campaign()).toEqual({ status: 'CLOSED', outcome: 'SPLIT' })
    })

    test('nobody had to load their page anew, and the books say the same as the pages', async () => {
      for (const page of [nora, chen, fiona]) expect(await stillTheSame(page)).toBe(true)
      await world.settled()
      const moved = await world.rows(
        `select kind, amount::text, state from operations where order_id = $1 and kind in ('REFUND', 'RELEASE') order by kind`,
        [order.id],
      )
      expect(moved).toEqual([
        { kind: 'REFUND', amount: '30000', state: 'SUCCEEDED' },
        { kind: 'RELEASE', amount: '34200', state: 'SUCCEEDED' },
      ])
      expect(await world.ledgerFaults()).toEqual([])
      expect(browser.troubles).toEqual([])
    })
  },
)
