import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  signInToBackOffice,
} from '../support/browser.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { inOffice, press, turnTo } from './back-office.js'
import { faultsInEveryLook } from './looks.js'

jest.setTimeout(240_000)

describeInBrowser('saved views of a list', () => {
  let world: World
  let browser: OpenBrowser
  let page: Page

  beforeAll(async () => {
    world = await openWorld()
    await aPaidOrder(world)
    browser = await openBrowser(world.address)
    page = await inOffice(browser, 'admin@demo.test')
  })
  afterAll(async () => {
    expect(browser?.troubles).toEqual([])
    await browser?.close()
    await world?.close()
  })

  const views = () => page.getByRole('navigation', { name: 'Views' })
  const view = (name: string) => views().getByRole('link', { name, exact: true })
  const chip = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = () => page.getByRole('dialog')

  async function save(name: string): Promise<void> {
    await press(page, 'Save view')
    await dialog().getByLabel('Name').fill(name)
    await page.keyboard.press('Enter')
    await gone(dialog())
    await seen(view(name))
  }

  /** Which view is open, by its name. */
  const open = () => views().locator('[aria-current=true]').allInnerTexts()

  async function turnToView(name: string): Promise<void> {
    await view(name).click()
    await seen(view(name).and(page.locator('[aria-current=true]')))
  }

  /** Whether a filter is on. */
  const isOn = (name: string) => chip(name).getAttribute('aria-pressed')

  /** Presses a filter, and waits until the list says so: a view keeps what the list shows. */
  async function turnOn(name: string): Promise<void> {
    await chip(name).click()
    await seen(chip(name).and(page.locator('[aria-pressed=true]')))
  }

  async function signOut(email: string): Promise<void> {
    const [person] = await world.rows<{ name: string }>('select name from users where email = $1', [email])
    await chip(person!.name).click()
    await page.getByRole('menuitem', { name: 'Logout' }).click()
    await seen(page.getByLabel('Password'))
  }

  async function comeBackAs(email: string): Promise<void> {
    await signInToBackOffice(page, email)
    await seen(page.getByText('Live', { exact: true }))
    await page.goto('/admin/#/orders')
    await seen(page.getByRole('heading', { name: 'Orders', level: 1 }))
    await seen(chip('Save view'))
  }

  test('filters and order are saved under a name, and opened again after the page was left and loaded anew', async () => {
    await turnTo(page, 'Orders')
    await turnOn('Awaiting onboarding')
    const byNumber = page.getByRole('columnheader').filter({ hasText: /^Order$/ })
    await byNumber.getByRole('button').click()
    await seen(byNumber.locator('.Mui-active'))
    await save('Waiting for forms')
    expect(await open()).toEqual(['Waiting for forms'])
    const address = page.url()
    await chip('Awaiting onboarding').click()
    await gone(views().locator('[aria-current=true]'))
    await turnOn('Ready')
    await page.reload()
    await turnToView('Waiting for forms')
    const asked = (url: string) => new URLSearchParams(url.split('?')[1])
    for (const key of ['filter', 'sort', 'order', 'page'])
      expect([key, asked(page.url()).get(key)]).toEqual([key, asked(address).get(key) ?? '1'])
    expect([await isOn('Awaiting onboarding'), await isOn('Ready')]).toEqual(['true', 'false'])
  })

  test('a name that is missing, too long or taken is refused at its field', async () => {
    await press(page, 'Save view')
    const name = dialog().getByLabel('Name')
    for (const [typed, problem] of [
      ['   ', 'Give it a name.'],
      ['x'.repeat(61), 'At most 60 characters.'],
      ['waiting FOR forms', 'You have a view of this list with this name already.'],
    ] as const) {
      await name.fill(typed)
      await page.keyboard.press('Enter')
      await seen(dialog().getByText(problem))
      expect(await name.getAttribute('aria-invalid')).toBe('true')
    }
    expect(await faultsInEveryLook(page, 'admin-view-name')).toEqual([])
    await press(dialog(), 'Cancel')
    await gone(dialog())
    expect(await views().getByRole('link').count()).toBe(1)
  })

  test('a view is renamed and removed; each list has its own', async () => {
    await turnOn('Ready')
    await save('Both of them')
    await turnToView('Waiting for forms')
    await press(page, 'Rename view')
    await dialog().getByLabel('Name').fill('Both of them')
    await page.keyboard.press('Enter')
    await seen(dialog().getByText('You have a view of this list with this name already.'))
    await dialog().getByLabel('Name').fill('Forms')
    await page.keyboard.press('Enter')
    await seen(view('Forms'))
    expect(await open()).toEqual(['Forms'])
    expect(await faultsInEveryLook(page, 'admin-views')).toEqual([])
    await turnToView('Both of them')
    await press(page, 'Remove view')
    await press(dialog(), 'Remove')
    await gone(view('Both of them'))
    await page.goto('/admin/#/inbox')
    await seen(page.getByRole('heading', { name: 'Inbox', level: 1 }))
    expect(await views().count()).toBe(0)
    await turnOn('Answered by me')
    await save('My talks')
    expect(await faultsInEveryLook(page, 'admin-views-inbox')).toEqual([])
  })

  test('whoever signs in next on this browser sees none of them; their owner finds them again', async () => {
    await signOut('admin@demo.test')
    await comeBackAs('support@demo.test')
    expect(await views().count()).toBe(0)
    await turnOn('Ready')
    await save('What is ready')
    await signOut('support@demo.test')
    await comeBackAs('admin@demo.test')
    await seen(view('Forms'))
    expect(await views().getByRole('link').allInnerTexts()).toEqual(['Forms'])
  })
})
