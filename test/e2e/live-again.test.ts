import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page, Route } from 'playwright-core'
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
import { BUYER } from '../support/campaigns.js'
import { placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { press } from './back-office.js'
import { faultsOf } from './looks.js'
import { buyerInPortal } from './portal.js'

jest.setTimeout(300_000)

/** More than the API lets wait for one reader. */
const TOO_MANY = 1500

describeInBrowser('a list of the portal that follows what happens', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page
  let orderId: string

  beforeAll(async () => {
    world = await openWorld()
    orderId = (await placeOrders(await world.as(BUYER), [{ service: 'Local search optimisation' }]))[0]!
    browser = await openBrowser(world.address)
    nora = await buyerInPortal(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** Gives its order a number of which nobody is told: only who reads anew sees it. */
  const renumbered = (number: string) =>
    world.rows('update orders set number = $1 where id = $2', [number, orderId])
  const orderOf = (number: string) => nora.locator('.orders > li').filter({ hasText: number })

  test('is followed again, and read again, after the API has cut it since too much waited', async () => {
    await renumbered('W-CUT')
    await remember(nora)
    const listeners = await cut()
    await seen(orderOf('W-CUT'))
    await until(() => world.running.house.live.listeners === listeners)
    await renumbered('W-TOLD')
    tell(orderId)
    await seen(orderOf('W-TOLD'))
    expect(await stillTheSame(nora)).toBe(true)
  })

  test('is read by one reading at a time, and by one more for all that came meanwhile', async () => {
    const readings = await holdReadings()
    await comesBack(20)
    await readings.comes(1)
    await renumbered('W-SHARED')
    await comesBack(20)
    readings.answer()
    await readings.comes(2)
    readings.answer()
    await seen(orderOf('W-SHARED'))
    expect(readings.count).toBe(2)
    await nora.unrouteAll()
  })

  test('stays where it cannot be read again, and says that it may be old, until it can', async () => {
    const old = nora.getByText('This could not be read just now and may not be up to date.')
    await nora.route('**/graphql', (route) =>
      isReading(route)
        ? route.fulfill({ json: { errors: [{ message: 'It broke.' }] }, status: 200 })
        : route.fallback(),
    )
    await comesBack(1)
    await seen(old)
    await seen(orderOf('W-SHARED'))
    expect(await nora.getByText('That did not work').count()).toBe(0)
    expect(await faultsOf(nora)).toEqual([])
    await nora.unrouteAll()
    await press(nora, 'Try again')
    await gone(old)
    await seen(orderOf('W-SHARED'))
  })

  test('misses nothing that happens between its first reading and the moment from which it is live', async () => {
    let connect = (): void => {}
    const mayConnect = new Promise<void>((resolve) => (connect = resolve))
    await nora.routeWebSocket(/\/graphql$/, async (socket) => {
      await mayConnect
      socket.connectToServer()
    })
    await renumbered('W-FIRST')
    await nora.reload()
    await seen(orderOf('W-FIRST'))
    await renumbered('W-EARLY')
    connect()
    await seen(orderOf('W-EARLY'))
    expect(await orderOf('W-FIRST').count()).toBe(0)
  })

  test('nothing went wrong on any page meanwhile', () => {
    expect(browser.troubles).toEqual([])
  })

  /** Tells at once of something on more orders than may wait, until a reader was cut. Gives how many there were before. */
  async function cut(): Promise<number> {
    const { live } = world.running.house
    let before = 0
    await until(() => {
      before = live.listeners
      for (let n = 0; n < TOO_MANY; n += 1) tell(`ord_${String(n).padStart(26, '0')}`)
      return live.listeners < before
    })
    return before
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (let waited = 0; !isSo(); waited += 10) {
      expect(waited).toBeLessThan(PATIENCE)
      await new Promise((next) => setTimeout(next, 10))
    }
  }

  function tell(streamId: string): void {
    const of = { type: 'order.changed', sequence: '1', aggregateId: streamId, data: {} }
    world.running.house.live.publish({ ...of, eventId: `evt_of_${streamId}`, streamId })
  }

  /** The reader comes back to the tab, so often in the same moment. */
  async function comesBack(times: number): Promise<void> {
    await nora.evaluate(
      `for (let n = 0; n < ${times}; n += 1) document.dispatchEvent(new Event('visibilitychange'))`,
    )
  }

  /** Keeps every reading of the list waiting until it is let through; counts them. */
  async function holdReadings() {
    const waiting: Route[] = []
    const held = { count: 0, answer, comes }
    await nora.route('**/graphql', (route) => {
      if (!isReading(route)) return route.fallback()
      held.count += 1
      waiting.push(route)
    })
    return held
    function answer(): void {
      for (const route of waiting.splice(0)) void route.continue()
    }
    async function comes(count: number): Promise<void> {
      await until(() => held.count >= count)
      expect(held.count).toBe(count)
      expect(waiting).toHaveLength(1)
    }
  }

  const isReading = (route: Route) => route.request().postData()?.includes('query Orders(') === true
})
