import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import {
  describeInBrowser,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
  signInToPortal,
} from '../support/browser.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { linkIn } from './mailbox.js'

jest.setTimeout(120_000)

const DIEGO = 'diego@elm-dental.test'

describeInBrowser('signing in', () => {
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

  test('a wrong password is refused in words, the right one leads on to the page that was asked for; signing out ends it', async () => {
    const page = await browser.visit('/portal/catalogue')
    await signInToPortal(page, 'agency@demo.test', 'not-the-password')
    await seen(page.getByRole('alert').getByText('That did not work'))
    await shoot(page, 'portal-sign-in-refused')
    await signInToPortal(page, 'agency@demo.test')
    await seen(page.getByRole('heading', { name: 'Catalogue' }))
    await seen(page.getByText('Northwind Agency'))
    await page.getByRole('button', { name: 'Sign out' }).click()
    await seen(page.getByRole('heading', { name: 'Sign in' }))
    await page.goto('/portal/cart')
    await seen(page.getByRole('heading', { name: 'Sign in' }))
    expect(new URL(page.url()).searchParams.get('to')).toBe('/cart')
  })

  test('a sign-in link from the mailbox works by a click, once', async () => {
    const page = await browser.visit('/portal/sign-in')
    await page.getByRole('button', { name: 'Mail me a sign-in link instead' }).click()
    await page.getByLabel('E-mail address').fill('client@demo.test')
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await seen(page.getByText('Look into your mailbox'))
    await shoot(page, 'portal-sign-in-link-mailed')
    const link = await linkIn(world, 'client@demo.test', 'sign-in-link')
    const opened = await browser.visit(link)
    await shoot(opened, 'portal-magic-link')
    await opened.getByRole('button', { name: 'Sign in now' }).click()
    await seen(opened.getByRole('heading', { name: 'Orders' }))
    await seen(opened.getByText('Clara Hughes'))
    const again = await browser.visit(link)
    await again.getByRole('button', { name: 'Sign in now' }).click()
    await seen(again.getByText('This link was used or has ended'))
    expect(await again.getByText('Clara Hughes').count()).toBe(0)
  })

  test("a client follows the dashboard invitation, chooses a password and sees the agency's order without prices", async () => {
    const order = await aPaidOrder(world, [
      {
        service: 'Local search optimisation',
        client: 'Elm Street Dental',
        recipient: 'OWNER',
        inviteToDashboard: true,
      },
    ])
    const page = await browser.visit(await linkIn(world, DIEGO, 'dashboard-invitation'))
    await page.getByLabel('New password').fill('short')
    await page.getByLabel('The same again').fill('short')
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    await seen(page.getByText('At least 10 characters.', { exact: true }))
    await shoot(page, 'portal-invitation')
    await page.getByLabel('New password').fill('a riddle is harder')
    await page.getByLabel('The same again').fill('a riddle is harder')
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    await seen(page.getByRole('heading', { name: 'Orders' }))
    await page.getByRole('link', { name: 'Local search optimisation' }).click()
    await seen(page.getByRole('heading', { name: /^Order / }))
    await seen(page.getByRole('heading', { name: 'What is done for you' }))
    await seen(page.getByText('The work begins.', { exact: true }))
    await shoot(page, 'portal-order-of-a-client')
    expect(page.url()).toContain(order)
    expect(await page.locator('body').innerText()).not.toMatch(/€|499/)
  })

  test('the back office lets the team in by password or by link, and tells others in a plain sentence', async () => {
    const page = await browser.visit('/admin/')
    await shoot(page, 'admin-sign-in')
    await signInToBackOffice(page, 'agency@demo.test')
    await seen(page.getByText('You are signed in, but the back office is for the team only.'))
    await shoot(page, 'admin-sign-in-not-staff')
    expect(await page.getByRole('link', { name: 'Orders' }).count()).toBe(0)
    const link = await browser.visit('/admin/')
    await link.getByLabel('E-mail').fill('support@demo.test')
    await link.getByRole('button', { name: 'Mail me a sign-in link' }).click()
    await seen(link.getByText('a link is on its way'))
    await link.goto(await linkIn(world, 'support@demo.test', 'sign-in-link'))
    await link.getByRole('button', { name: 'Sign in now' }).click()
    await seen(link.getByRole('heading', { name: 'What needs you now' }))
    await seen(link.getByText('Sam Lindqvist'))
    await link.getByRole('button', { name: 'Sam Lindqvist' }).click()
    await link.getByRole('menuitem', { name: 'Logout' }).click()
    await seen(link.getByRole('heading', { name: 'Back office' }))
  })
})
