import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { dayIn } from '../catalogue/a-package.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToPortal,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { faultsOf, PHONE, widthOf } from './looks.js'

jest.setTimeout(180_000)

describeInBrowser('packages', () => {
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

  const at = async (path: string, options = {}) => {
    const page = await browser.visit(path, options)
    await signInToPortal(page, 'channel@demo.test')
    return page
  }
  const card = (page: Page, name: string): Locator =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 })
  const serviceNow = async (name: string) =>
    (
      await world.rows<{ status: string; version: number; creatives: { key: string; label: string }[] }>(
        `select s.status, p.version, p.required_creatives as creatives from services s join packages p on p.id = s.package_id where s.name = $1`,
        [name],
      )
    )[0]

  test('are added by a channel, with what buyers will see beside, and put on sale', async () => {
    const page = await at('/portal/packages')
    await seen(card(page, 'Homepage takeover').getByText('On sale', { exact: true }))
    await shoot(page, 'portal-packages')
    await page.getByRole('link', { name: 'Add a package' }).click()
    await seen(heading(page, 'Add a package'))
    await page.getByRole('button', { name: 'Add the package' }).click()
    await seen(page.getByText('Write an amount, such as 680 or 680.50.'))
    await seen(page.getByText('Choose a day.'))
    await page.getByLabel('Price').fill('450')
    await page.getByLabel('First day').fill(await dayIn(world, 7))
    await page.getByLabel('Last day').fill(await dayIn(world, 3))
    await page.getByRole('button', { name: 'Add the package' }).click()
    await seen(page.getByText('1 to 120 characters on one line'))
    await seen(page.getByText('Some fields need another look.'))
    await shoot(page, 'portal-package-refused')
    await page.getByLabel('Name', { exact: true }).fill('Window poster')
    await page.getByLabel('In a sentence').fill('A poster in our street window.')
    await page.getByLabel('What the buyer gets').fill('Two weeks in the window of our studio.')
    await page.getByLabel('Under which terms').fill('We hang it on the first day.')
    await page.getByRole('button', { name: 'Add a creative' }).click()
    await page.getByLabel('What it is called').fill('Poster, as PDF')
    await page.getByRole('checkbox', { name: 'PDF' }).check()
    const preview = page.getByRole('region', { name: 'As buyers see it' })
    await seen(preview.getByText('€450.00'))
    await seen(preview.getByText('Poster, as PDF'))
    await page.getByRole('button', { name: 'Add the package' }).click()
    await seen(page.getByText('Expected: not before the campaign starts.'))
    await page.getByLabel('Last day').fill(await dayIn(world, 21))
    await page.getByRole('button', { name: 'Add the package' }).click()
    await seen(heading(page, 'Packages'))
    await seen(card(page, 'Window poster').getByText('In preparation'))
    await page.getByRole('button', { name: 'Put on sale: Window poster' }).click()
    await seen(card(page, 'Window poster').getByText('On sale', { exact: true }))
    expect(await serviceNow('Window poster')).toEqual({
      status: 'OFFERED',
      version: 1,
      creatives: [expect.objectContaining({ key: 'posterAsPDF', label: 'Poster, as PDF' })],
    })
  })

  test('are changed with a look at what that does, and taken off sale after one is asked', async () => {
    const page = await at('/portal/packages')
    await page.getByRole('link', { name: 'Change Newsletter feature' }).click()
    await seen(heading(page, 'Change Newsletter feature'))
    await seen(page.getByText('Nothing is changed yet.'))
    await page.getByLabel('Price').fill('700,50')
    await seen(page.getByText('It stays at version 1.'))
    await page.getByRole('button', { name: 'Move down: The paragraph' }).click()
    await page.getByLabel('What it is called').first().fill('A picture of yours')
    await seen(page.getByText('Saving makes version 2.'))
    await shoot(page, 'portal-package-change')
    await page.getByRole('button', { name: 'Save' }).click()
    await seen(card(page, 'Newsletter feature').getByText('€700.50'))
    expect(await serviceNow('Newsletter feature')).toMatchObject({
      version: 2,
      creatives: [{ key: 'picture', label: 'A picture of yours' }, { key: 'copy' }],
    })
    await page.getByRole('button', { name: 'Take off sale: Newsletter feature' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Leave it on sale' }).click()
    await gone(page.getByRole('dialog'))
    await page.getByRole('button', { name: 'Take off sale: Newsletter feature' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take off sale' }).click()
    await seen(card(page, 'Newsletter feature').getByText('Not on sale', { exact: true }))
    expect((await serviceNow('Newsletter feature'))!.status).toBe('WITHDRAWN')
  })

  test('changed by somebody else meanwhile are not saved over', async () => {
    const page = await at('/portal/packages')
    await page.getByRole('link', { name: 'Change Podcast sponsorship' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Podcast, mine')
    const channel = await world.as('channel@demo.test')
    const [service] = await world.rows<{ id: string }>(
      `select id from services where name = 'Podcast sponsorship'`,
    )
    await channel.ask('mutation($id: ID!) { changePackage(id: $id, summary: "Theirs.") { id } }', {
      id: service!.id,
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await seen(page.getByText('Somebody changed this while you were looking. Please look again.'))
    await page.getByRole('button', { name: 'Try again' }).click()
    await seen(page.locator('input[value="Theirs."]'))
    expect(await serviceNow('Podcast sponsorship')).toBeDefined()
  })

  test('whose dates are over say so, and are offered again with other dates', async () => {
    await world.rows(`update clock set shift_ms = shift_ms + 30::bigint * 86400000`)
    try {
      const page = await at('/portal/packages')
      await seen(card(page, 'Homepage takeover').getByText('Dates are over'))
      await shoot(page, 'portal-packages-over')
      expect(await card(page, 'Homepage takeover').getByText('Its last day is over').count()).toBe(1)
    } finally {
      await world.rows(`update clock set shift_ms = shift_ms - 30::bigint * 86400000`)
    }
  })

  test('are not there for who sells nothing', async () => {
    const page = await browser.visit('/portal/packages/new')
    await signInToPortal(page, 'agency@demo.test')
    await seen(page.getByText('There is nothing here'))
    expect(await page.getByRole('button', { name: 'Add the package' }).count()).toBe(0)
  })

  test('look right in the dark and on a phone, with nothing against WCAG AA', async () => {
    const [{ id }] = (await world.rows<{ id: string }>(
      `select id from services where name = 'Homepage takeover'`,
    )) as [{ id: string }]
    for (const [path, name, title] of [
      ['/portal/packages', 'packages', 'Packages'],
      [`/portal/packages/${id}`, 'package', 'Change Homepage takeover'],
      ['/portal/packages/new', 'package-new', 'Add a package'],
    ] as const) {
      const dark = await at(path, { colorScheme: 'dark' })
      await seen(heading(dark, title))
      await seen(dark.getByRole(name === 'packages' ? 'listitem' : 'region'))
      expect(await faultsOf(dark, `${name} dark`)).toEqual([])
      await shoot(dark, `portal-${name}-dark`)
      const phone = await at(path, { viewport: PHONE })
      await seen(heading(phone, title))
      await seen(phone.getByRole(name === 'packages' ? 'listitem' : 'region'))
      expect(await faultsOf(phone, `${name} phone`)).toEqual([])
      expect(await widthOf(phone)).toBeLessThanOrEqual(PHONE.width)
      await shoot(phone, `portal-${name}-phone`)
    }
    expect(browser.troubles).toEqual([])
  })
})
