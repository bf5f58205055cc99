import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { describeInBrowser, openBrowser, type OpenBrowser } from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { inOffice } from './back-office.js'
import { officeCampaigns, type OfficeCampaigns } from './office-campaigns.js'
import { faultsInOffice, type OfficePlace } from './office-looks.js'

jest.setTimeout(480_000)

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
      const page = await inOffice(browser, 'admin@demo.test', { colorScheme })
      const channel = await one("select id from organisations where kind = 'CHANNEL'")
      const sold = await one("select id from services where name = 'Homepage takeover'")
      const places: OfficePlace[] = [
        ['home-campaigns', '/', 'What needs you now'],
        ['campaigns', '/campaigns', 'Campaigns'],
        ['campaign-offered', `/campaigns/${at.closing.id}/show`, 'Podcast sponsorship'],
        ['campaign-proposed', `/campaigns/${at.proposed.id}/show`, 'Homepage takeover'],
        ['campaign-bounced', `/campaigns/${at.bounced.id}/show`, 'Newsletter feature'],
        ['disputes', '/disputes', 'Disputes'],
        ['dispute', `/disputes/${at.dispute}/show`, `Dispute of ${at.disputed.number}`],
        ['failed-money', '/failedOperations', 'Failed money'],
        ['chargebacks', '/chargebacks', 'Chargebacks'],
        ['payout-accounts', '/payoutAccounts', 'Payout accounts'],
        ['order-unpaid', `/orders/${at.unpaid.orderId}/show`, at.unpaid.number],
        ['order-frozen', `/orders/${at.chargedBack.orderId}/show`, at.chargedBack.number],
        ['channel', `/organisations/${channel.id}/show`, 'Signal Street Media'],
        ['package', `/services/${sold.id}/show`, 'Homepage takeover'],
      ]
      const ready = (name: string) =>
        name === 'dispute' && page.getByRole('radio', { name: 'Split it' }).check()
      expect(await faultsInOffice(page, places, { desk: DESK, colorScheme, ready })).toEqual([])
    },
  )

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
