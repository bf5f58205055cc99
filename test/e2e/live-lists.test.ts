import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  PATIENCE,
  remember,
  seen,
  stillTheSame,
} from '../support/browser.js'
import { aCampaign, BUYER, take } from '../support/campaigns.js'
import { pay, placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { buyerInPortal, channelInPortal } from './portal.js'

jest.setTimeout(240_000)

describeInBrowser('lists of the portal that are left open', () => {
  let world: World
  let browser: OpenBrowser

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** Opens a page that follows something, and gives it once it is listened for. */
  async function following(open: () => Promise<Page>): Promise<Page> {
    const { live } = world.running.house
    const before = live.listeners
    const page = await open()
    for (let waited = 0; live.listeners === before && waited < PATIENCE; waited += 10)
      await new Promise((next) => setTimeout(next, 10))
    expect(live.listeners).toBeGreaterThan(before)
    await remember(page)
    return page
  }

  test('an offer comes into the channel’s inbox by itself, and goes when the buyer withdraws it', async () => {
    const chen = await following(() => channelInPortal(browser))
    const { id, number } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const offer = chen.locator('.offer').filter({ hasText: number })
    await seen(offer)
    await take(world, BUYER, 'withdraw', { id })
    await gone(offer)
    expect(await stillTheSame(chen)).toBe(true)
  })

  test('a new order comes into the buyer’s list by itself, and says that it is paid', async () => {
    const nora = await following(() => buyerInPortal(browser))
    const buyer = await world.as(BUYER)
    const [id] = (await placeOrders(buyer, [{ service: 'Local search optimisation' }])) as [string]
    const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { number } }', { id })
    const card = nora.locator('.orders > li').filter({ hasText: order.number })
    const unpaid = card.getByText('Awaiting payment', { exact: true })
    await seen(unpaid)
    await pay(buyer, id)
    await gone(unpaid)
    await seen(card)
    expect(await stillTheSame(nora)).toBe(true)
  })

  test('nothing went wrong on any page meanwhile', () => {
    expect(browser.troubles).toEqual([])
  })
})
