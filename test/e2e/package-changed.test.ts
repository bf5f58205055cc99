import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { anOfferedPackage, CHANGE_PACKAGE, CHANNEL, creative, inCart } from '../catalogue/a-package.js'
import { describeInBrowser, gone, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { BUYER } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { DESK, faultsOf, widthOf } from './looks.js'
import { buyerInPortal } from './portal.js'

jest.setTimeout(180_000)

describeInBrowser('a package that is changed while it lies in a cart', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page

  beforeAll(async () => {
    world = await openWorld()
    const id = await anOfferedPackage(world, 'Autumn banners')
    await (await inCart(await world.as(BUYER), id)).add()
    browser = await openBrowser(world.address)
    nora = await buyerInPortal(browser, { viewport: DESK })
    await nora.goto('/portal/cart')
    await seen(nora.getByRole('heading', { name: 'Autumn banners' }))
    const changed = { id, t: 'We run it on weekends alone.', r: [creative('poster')] }
    await (await world.as(CHANNEL)).ask(CHANGE_PACKAGE, changed)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const button = (name: string) => nora.getByRole('button', { name, exact: true })
  const place = async () => {
    await nora.getByRole('checkbox', { name: /^I accept the terms/ }).check()
    await button('Place the order').click()
  }

  test('is not bought: the cart says so, shows how it is now, and takes a word for it', async () => {
    await place()
    await seen(nora.getByText('Changed since you put it into the cart'))
    await seen(nora.getByText(/A channel has changed a package since/))
    await seen(nora.getByText('Needs from you: The poster'))
    await nora.getByText('The terms of Signal Street Media').click()
    await seen(nora.getByText('We run it on weekends alone.'))
    await shoot(nora, 'portal-package-changed')
    expect(
      await world.rows(
        `select c.status from carts c join cart_lines l on l.cart_id = c.id join services s on s.id = l.service_id where s.name = 'Autumn banners'`,
      ),
    ).toEqual([{ status: 'FILLING' }])
  })

  test.each(['light', 'dark'] as const)('reads well on a telephone, %s', async (colorScheme) => {
    await nora.setViewportSize({ width: 390, height: 844 })
    await nora.emulateMedia({ colorScheme })
    expect(await faultsOf(nora, colorScheme)).toEqual([])
    expect(await widthOf(nora)).toBeLessThanOrEqual(390)
    await shoot(nora, `portal-package-changed-${colorScheme}`)
  })

  test('is bought once it is taken as it is', async () => {
    await button('Take it like this: Autumn banners').click()
    await gone(nora.getByText('Changed since you put it into the cart'))
    await button('Place the order').click()
    await seen(nora.getByRole('button', { name: /^Pay €/ }))
    expect(browser.troubles.filter((trouble) => !trouble.includes('/graphql'))).toEqual([])
  })
})
