import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { POST } from '../feed/feed-people.js'
import { describeInBrowser, openBrowser, type OpenBrowser, seen } from '../support/browser.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { atHome, operationOf } from './back-office.js'

const ADMIN = 'admin@demo.test'

describeInBrowser('the bell of the back office', () => {
  let world: World
  let browser: OpenBrowser
  let order: string
  let ada: Page
  beforeAll(async () => {
    world = await openWorld()
    order = await aPaidOrder(world, [{ service: 'Local search optimisation' }])
    browser = await openBrowser(world.address)
    ada = await atHome(browser, ADMIN)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** Support calls upon Ada in a note. */
  const callUpon = async (body: string) => {
    const [admin] = await world.rows<{ id: string }>('select id from users where email = $1', [ADMIN])
    const support = await world.as('support@demo.test')
    await support.ask(POST, { o: order, b: body, v: 'STAFF', m: [admin!.id] })
    await world.settled()
  }

  test('shows what comes while it is read, however long that takes', async () => {
    const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>()
    const { promise: delay, resolve: letGo } = Promise.withResolvers<void>()
    let answers = 0
    await ada.route('**/graphql', async (route) => {
      if (operationOf(route.request()) !== 'Notifications' || ++answers > 1) return route.continue()
      const response = await route.fetch()
      hold()
      await delay
      return route.fulfill({ response }).catch(() => undefined) // nobody waits for it any more
    })
    await ada.getByRole('button', { name: /^News for you/ }).click()
    await callUpon('The first word')
    await isHeld
    await callUpon('The second word')
    const news = ada.getByRole('dialog', { name: 'News for you' })
    await seen(news.getByText('The second word'))
    letGo()
    await seen(news.getByText('The first word'))
    expect(await news.getByText('The second word').count()).toBe(1)
    expect(browser.troubles).toEqual([])
  })
})
