import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { faultsOf, widthOf } from './looks.js'
import { officeCampaigns, type OfficeCampaigns } from './office-campaigns.js'

jest.setTimeout(480_000)

const PHONE = { width: 390, height: 844 }
/** Tall, so that files shown in place are drawn, too. */
const DESK = { width: 1280, height: 1800 }

describeInBrowser('the looks of campaigns in the back office', () => {
  let world: World
  let browser: OpenBrowser
  let at: OfficeCampaigns
  beforeAll(async () => {
    world = await openWorld()
    at = await officeCampaigns(world)
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const one = async (statement: string) => (await world.rows<{ id: string }>(statement))[0]!

  test.each(['light', 'dark'] as const)(
    'every page of it reads well, %s and on a telephone',
    async (colorScheme) => {
      const page = await browser.visit('/admin/', { colorScheme, viewport: DESK })
      await signInToBackOffice(page, 'admin@demo.test')
      await seen(page.getByRole('heading', { name: 'What needs you now' }))
      const channel = await one("select id from organisations where kind = 'CHANNEL'")
      const sold = await one("select id from services where name = 'Homepage takeover'")
      const places: [name: string, path: string, title: string | RegExp][] = [
        ['home-campaigns', '/admin/#/', 'What needs you now'],
        ['campaigns', '/admin/#/campaigns', 'Campaigns'],
        ['campaign-offered', `/admin/#/campaigns/${at.closing.id}/show`, 'Podcast sponsorship'],
        ['campaign-proposed', `/admin/#/campaigns/${at.proposed.id}/show`, 'Homepage takeover'],
        ['campaign-bounced', `/admin/#/campaigns/${at.bounced.id}/show`, 'Newsletter feature'],
        ['disputes', '/admin/#/disputes', 'Disputes'],
        ['dispute', `/admin/#/disputes/${at.dispute}/show`, `Dispute of ${at.disputed.number}`],
        ['failed-money', '/admin/#/failedOperations', 'Failed money'],
        ['chargebacks', '/admin/#/chargebacks', 'Chargebacks'],
        ['payout-accounts', '/admin/#/payoutAccounts', 'Payout accounts'],
        ['order-unpaid', `/admin/#/orders/${at.unpaid.orderId}/show`, at.unpaid.number],
        ['order-frozen', `/admin/#/orders/${at.chargedBack.orderId}/show`, at.chargedBack.number],
        ['channel', `/admin/#/organisations/${channel.id}/show`, 'Signal Street Media'],
        ['package', `/admin/#/services/${sold.id}/show`, 'Homepage takeover'],
      ]
      const found: string[] = []
      for (const [name, path, title] of places) {
        await page.setViewportSize(DESK)
        await page.goto(path)
        await seen(page.getByRole('heading', { name: title, level: 1 }))
        await gone(page.getByRole('progressbar'))
        if (name === 'dispute') await page.getByRole('radio', { name: 'Split it' }).check()
        await page.evaluate('window.scrollTo(0, 0)')
        await shoot(page, `admin-${name}-${colorScheme}`)
        found.push(...(await faultsOf(page, name)))
        await page.setViewportSize(PHONE)
        await shoot(page, `admin-${name}-${colorScheme}-phone`)
        expect([name, await widthOf(page)]).toEqual([name, PHONE.width])
      }
      expect(found).toEqual([])
    },
  )

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
