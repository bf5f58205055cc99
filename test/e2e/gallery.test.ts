import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import {
  describeInBrowser,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
} from '../support/browser.js'
import { faultsOf, widthOf } from './looks.js'
import { openWorld, type World } from '../support/world.js'

jest.setTimeout(180_000)

describeInBrowser('the gallery of mails', () => {
  let world: World
  let browser: OpenBrowser
  let page: Page

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    page = await browser.visit('/admin/#/mail-gallery')
    await signInToBackOffice(page, 'support@demo.test')
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const mail = () => page.frameLocator('iframe')
  const kind = (name: string) =>
    page.getByRole('navigation', { name: 'Kinds of mail' }).getByText(name, { exact: true })
  const choose = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }

  test('shows a kind of mail in both parts, and when it goes out', async () => {
    await kind('order-delivered').click()
    await seen(page.getByRole('heading', { name: 'Order W-10042: the work is done, please look at it' }))
    await seen(mail().getByRole('link', { name: 'Look at the delivery' }))
    await seen(page.getByRole('region', { name: 'Text' }).getByText('Hello Ana Ortega,'))
    await seen(page.getByRole('cell', { name: 'The finished work was handed to the buyer.' }))
    await seen(page.getByRole('cell', { name: 'Who placed the order' }))
    expect(await faultsOf(page, 'gallery')).toEqual([])
    await shoot(page, 'admin-mail-gallery-light')
  })

  test('shows it in German, dark and as on a telephone, at an address that can be passed on', async () => {
    await choose('Language and region', 'Österreichisches Deutsch')
    await seen(mail().getByText('Guten Tag Anna Brandt!'))
    await page.evaluate(`for (const button of document.querySelectorAll('button'))
      if (['Dark', 'Telephone'].includes(button.textContent)) button.click()`) // before anything is drawn in between
    await seen(page.getByRole('button', { name: 'Dark', pressed: true }))
    await seen(page.getByRole('button', { name: 'Telephone', pressed: true }))
    const card = mail().locator('.card').first()
    await seen(card)
    expect(await card.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe('rgb(17, 30, 29)')
    expect((await page.locator('iframe').boundingBox())?.width).toBe(390)
    await choose('Sample', 'again')
    await seen(mail().getByText('Das überarbeitete Ergebnis ist da'))
    await shoot(page, 'admin-mail-gallery-dark-mail')
    const again = await page.context().newPage()
    await again.goto(page.url())
    await seen(again.frameLocator('iframe').getByText('Das überarbeitete Ergebnis ist da'))
    await again.close()
  })

  test('a mail in it runs nothing and leads nowhere', async () => {
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('')
    await mail().getByRole('link', { name: 'Ergebnis ansehen' }).click()
    await seen(mail().getByText('Das überarbeitete Ergebnis ist da'))
    expect(page.context().pages()).toHaveLength(1)
  })

  test('is used on a telephone, too', async () => {
    const narrow = await browser.visit('/admin/#/mail-gallery?template=report&locale=de', {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
    })
    await signInToBackOffice(narrow, 'admin@demo.test')
    await seen(narrow.frameLocator('iframe').getByText('Guten Tag Anna Brandt!'))
    expect(await widthOf(narrow)).toBe(390)
    await shoot(narrow, 'admin-mail-gallery-phone')
    expect(await faultsOf(narrow, 'gallery on a telephone')).toEqual([])
    await narrow.context().close()
  })

  test('is not for finance: the page says so, and the menu does not name it', async () => {
    const finance = await browser.visit('/admin/#/mail-gallery')
    await signInToBackOffice(finance, 'finance@demo.test')
    await seen(finance.getByText('The gallery is for support and admins.'))
    expect(await finance.getByRole('menuitem', { name: 'Mail gallery' }).count()).toBe(0)
    await finance.context().close()
  })

  test('nothing on the way broke a rule of the browser, but for the click that was to lead nowhere', () => {
    const others = browser.troubles.filter((trouble) => !trouble.includes('Blocked opening'))
    expect(others).toEqual([])
  })
})
