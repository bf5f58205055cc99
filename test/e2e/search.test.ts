import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { Page, Route } from 'playwright-core'
import { describeInBrowser, gone, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { aCampaign } from '../support/campaigns.js'
import { placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { inOffice, operationOf, press } from './back-office.js'
import { faultsInEveryLook } from './looks.js'

jest.setTimeout(240_000)

describeInBrowser('the search through everything', () => {
  let world: World
  let browser: OpenBrowser
  let ada: Page
  /** What the API was asked to look for. */
  const asked: Record<string, unknown>[] = []
  let number: string

  beforeAll(async () => {
    world = await openWorld()
    const [id] = await placeOrders(await world.as('agency@demo.test'), [
      { service: 'Local search optimisation', client: 'Elm Street Dental' },
    ])
    const [placed] = await world.rows<{ number: string }>('select number from orders where id = $1', [id])
    number = placed!.number
    browser = await openBrowser(world.address)
    ada = await inOffice(browser, 'admin@demo.test')
    heed(ada)
  })
  afterAll(async () => {
    expect(browser?.troubles).toEqual([])
    await browser?.close()
    await world?.close()
  })

  function heed(page: Page): void {
    page.on('request', (request) => {
      if (operationOf(request) === 'SearchEverywhere') asked.push(request.postDataJSON().variables)
    })
  }

  const field = (page = ada) => page.getByRole('combobox', { name: 'Search orders, customers' })
  const option = (name: string | RegExp, page = ada) => page.getByRole('option', { name })

  /** Opens the search by the keyboard where it is not open, be it behind a menu that a narrow page puts before it, and types. */
  async function search(text: string, page = ada): Promise<void> {
    const open = page.getByRole('dialog', { name: 'Search', exact: true, includeHidden: true })
    if ((await open.count()) === 0) await page.keyboard.press('Control+k')
    await field(page).fill(text)
  }

  /** Holds back the answer to a search for this text, once it is asked for, until it is let go. */
  async function holdBack(text: string): Promise<{ held: Promise<Route>; letGo: () => Promise<void> }> {
    const { promise: held, resolve: hold } = Promise.withResolvers<Route>()
    await ada.route('**/graphql', (route) => {
      const isIt = operationOf(route.request()) === 'SearchEverywhere'
      if (isIt && route.request().postDataJSON().variables.search === text) return hold(route)
      return route.continue()
    })
    return { held, letGo: async () => (await held).continue().then(() => ada.unroute('**/graphql')) }
  }

  /** The name of what Enter would open. */
  async function marked(page = ada): Promise<string> {
    const id = await field(page).getAttribute('aria-activedescendant')
    const line = page.locator(`[id="${id}"]`)
    expect(await line.getAttribute('aria-selected')).toBe('true')
    return line.locator('strong').innerText()
  }

  test('is there by a button and by the keyboard, and Escape leads back', async () => {
    const button = ada.getByRole('button', { name: 'Search', exact: true })
    await seen(button.getByText('Ctrl K'))
    await button.click()
    await seen(option('Verify'))
    await ada.keyboard.press('Escape')
    await gone(field())
    await ada.keyboard.press('Meta+k')
    await seen(field())
    await seen(field().and(ada.locator(':focus')))
    await ada.keyboard.press('Control+k')
    await gone(field())
    await seen(button.and(ada.locator(':focus')))
    expect(asked).toEqual([])
  })

  test('names pages at once and asks nothing for one character', async () => {
    await search('v')
    await seen(option('Verify'))
    await gone(option('Inbox')) // it was there before anything was typed
    expect(await marked()).toBe('Verify')
    await ada.keyboard.press('Enter')
    await seen(ada.getByRole('heading', { name: 'Verify', level: 1 }))
    await gone(field())
    await search('x')
    await field().press('Enter')
    await search('xy')
    await field().press('Enter')
    await seen(ada.getByText('Nothing found for “xy”.'))
    expect(asked.map(({ search: text }) => text)).toEqual(['xy'])
    asked.length = 0
    await ada.keyboard.press('Escape')
  })

  test('finds an order by its number, and opens it although Enter comes before the answer', async () => {
    const { held, letGo } = await holdBack(number)
    await ada.keyboard.press('Control+k')
    await ada.keyboard.type(number, { delay: 10 })
    await ada.keyboard.press('Enter')
    await held
    await seen(field())
    await letGo()
    await seen(ada.getByRole('heading', { name: number, level: 1 }))
    expect(asked.at(-1)?.search).toBe(number)
  })

  test('finds customers, their orders and people by name; arrows choose', async () => {
    await search('elm street')
    await seen(ada.getByRole('group', { name: 'Orders' }).getByRole('option', { name: number }))
    await seen(
      ada.getByRole('group', { name: 'Customers' }).getByRole('option', { name: 'Elm Street Dental' }),
    )
    const first = await marked()
    const names = await ada.getByRole('option').locator('strong').allInnerTexts()
    expect(first).toBe(names[0])
    await ada.keyboard.press('ArrowUp')
    expect(await marked()).toBe(names.at(-1))
    await ada.keyboard.press('ArrowDown')
    expect(await marked()).toBe(first)
    while ((await marked()) !== 'Elm Street Dental') await ada.keyboard.press('ArrowDown')
    await ada.keyboard.press('Enter')
    await seen(ada.getByRole('heading', { name: 'Elm Street Dental', level: 1 }))
    await search('fulfilment2@demo')
    await option(/fulfilment2@demo\.test/).click()
    await ada.waitForURL(/#\/staff\//)
  })

  test('finds a campaign with its order, and opens the campaign', async () => {
    const { orderId, id } = await aCampaign(world, { at: 'ACCEPTED' })
    const [order] = await world.rows<{ number: string }>('select number from orders where id = $1', [orderId])
    await search(order!.number)
    await ada.getByRole('group', { name: 'Campaigns' }).getByRole('option').click()
    await seen(ada.getByRole('heading', { name: 'Newsletter feature', level: 1 }))
    expect(ada.url()).toMatch(`#/campaigns/${id}/show`)
  })

  test('the list of orders is searched, too, and so is the file of it', async () => {
    await ada.goto('/admin/#/orders')
    await ada.getByRole('searchbox', { name: 'Number, buyer' }).fill('elm street')
    await seen(ada.getByText('1-1 of 1', { exact: true }))
    await seen(ada.getByRole('cell', { name: number, exact: true }))
    const [file] = await Promise.all([ada.waitForEvent('download'), press(ada, 'Export')])
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\n')
    expect(lines.slice(1)).toEqual([expect.stringContaining(number)])
  })

  test('shows the answer to what was typed last, though an earlier one comes later', async () => {
    const { held, letGo } = await holdBack('harbour')
    await search('harbour')
    const early = await held
    await search('elm street')
    await seen(option('Elm Street Dental'))
    const late = ada.waitForResponse((one) => one.request() === early.request())
    await letGo()
    await (await late).finished()
    await seen(option('Elm Street Dental'))
    expect(await option('Harbour Bakery').count()).toBe(0)
  })

  test('says in words that there is nothing, and that it did not work', async () => {
    await search('no such thing anywhere')
    await seen(ada.getByText('Nothing found for “no such thing anywhere”.'))
    expect(await faultsInEveryLook(ada, 'admin-search-nothing')).toEqual([])
    await ada.route('**/graphql', (route) =>
      operationOf(route.request()) === 'SearchEverywhere'
        ? route.fulfill({ json: { errors: [{ message: 'Busy', extensions: { code: 'BUSY' } }] } })
        : route.continue(),
    )
    await search('northwind')
    await seen(ada.getByRole('alert').getByText('The search did not work.'))
    await shoot(ada, 'admin-search-failed')
    await ada.unroute('**/graphql')
    await press(ada, 'Try again')
    await seen(option('Northwind Agency'))
    await gone(ada.getByRole('alert'))
  })

  test('everybody can read it, by day, by night and on a telephone', async () => {
    await search('northwind')
    await seen(option('Northwind Agency'))
    expect(await faultsInEveryLook(ada, 'admin-search')).toEqual([])
    await search('')
    await seen(option('Verify'))
    expect(await faultsInEveryLook(ada, 'admin-search-pages')).toEqual([])
    await ada.keyboard.press('Escape')
    expect(await faultsInEveryLook(ada, 'admin-search-button')).toEqual([])
  })

  test('whoever has no page for something is shown none of it, and no refusal', async () => {
    const felix = await inOffice(browser, 'fulfilment@demo.test')
    heed(felix)
    await search('', felix)
    await seen(option('Tasks', felix))
    expect(await option('Customers', felix).count()).toBe(0)
    expect(await option('Verify', felix).count()).toBe(0)
    await search('elm street', felix)
    await seen(felix.getByText('Nothing found for'))
    expect(await felix.getByRole('alert').count()).toBe(0)
    expect(asked.at(-1)).toEqual({ search: 'elm street', outreach: false, customers: false })
  })
})
