import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { DOLLARS, offerInDollars } from '../catalogue/in-dollars.js'
import { ADMIN, AGENCY, APPROVE, CHANGES, CLAIM, submitted } from '../onboarding/a-document.js'
import { aFinishedOrder, CANCEL, SORRY } from '../orders/a-delivery.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  stillTheSame,
} from '../support/browser.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { atHome, openQueue, operationOf, queueCounts } from './back-office.js'
import { faultsInEveryLook } from './looks.js'

jest.setTimeout(480_000)

const DAY = 24 * HOUR
const MINUTE = 60_000
const ASK =
  'mutation($o: ID!) { postMessage(orderId: $o, body: "Is it done?", kind: QUESTION, visibility: BUYER) { id } }'
const ANSWER = 'mutation($o: ID!) { postMessage(orderId: $o, body: "It is.", visibility: BUYER) { id } }'
const IN_STATES = 'Search in the States'

describeInBrowser('Home', () => {
  let world: World
  let browser: OpenBrowser
  beforeAll(async () => {
    world = await openWorld()
    await threeWeeks(world)
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** What is held now, as people write it. */
  const held = async (currency: string) => {
    const { moneyHeld } = await (
      await world.as(ADMIN)
    ).ask('{ moneyHeld(days: 1) { currency held { formatted } } }')
    const found = (moneyHeld as { currency: string; held: { formatted: string } }[]).find(
      (one) => one.currency === currency,
    )
    return found!.held.formatted
  }

  test('its charts tell an admin how much money is held in each currency and how long submissions waited, and follow live', async () => {
    const page = await atHome(browser, ADMIN)
    const money = panel(page, 'Money held')
    const verify = panel(page, 'Time to verify')
    await seen(money.getByText(`${await held('EUR')} is held for orders now`))
    await seen(money.getByText(`${await held('USD')} is held for orders now`))
    await seen(money.getByRole('img', { name: /^Money held in EUR at the end of each of the last 30 days/ }))
    const orders = panel(page, 'Orders over time')
    await seen(orders.getByText('5 orders are under way now; 6 were placed in 30 days, 1 ended.'))
    await seen(orders.getByRole('img', { name: /^Orders under way .* last 30 days: between 0 and 5\.$/ }))
    await seen(verify.getByText('In 30 days 3 submissions were approved or sent back.'))
    await seen(verify.getByText('Half of them waited at most 5 h, nine of ten at most 21 h 48 min'))
    await seen(verify.getByRole('img', { name: /30 days, 1 d 2 h at most/ }))
    expect(await faultsInEveryLook(page, 'admin-home-charts')).toEqual([])
    const before = await held('EUR')
    await aPaidOrder(world)
    const after = await held('EUR')
    expect(after).not.toBe(before)
    await seen(money.getByText(`${after} is held for orders now`))
    await seen(orders.getByText('6 orders are under way now; 7 were placed in 30 days, 1 ended.'))
    await decide(world, HOUR, APPROVE)
    await seen(verify.getByText('In 30 days 4 submissions were approved or sent back.'))
    expect(await stillTheSame(page)).toBe(true)
  })

  test('its charts give finance their figures as a table, opened by keyboard: each day’s, and only days on which something was decided', async () => {
    const page = await atHome(browser, 'finance@demo.test')
    const dollars = panel(page, 'Money held').getByRole('figure').filter({ hasText: '$' })
    await dollars.getByText('As a table').focus()
    await page.keyboard.press('Enter')
    await seen(dollars.getByRole('columnheader', { name: 'Held in USD' }))
    const cells = await dollars.getByRole('cell').allInnerTexts()
    expect(cells).toHaveLength(30)
    const price = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' }).format(
      Number(DOLLARS) / 100,
    )
    expect([cells[0], cells.at(-1)]).toEqual(['$0.00', price])
    const verify = panel(page, 'Time to verify')
    await verify.getByText('As a table').click()
    await seen(verify.getByRole('columnheader', { name: 'Half waited at most' }))
    expect(await verify.getByRole('cell').allInnerTexts()).toEqual(['2 h', '5 h', '1 d 2 h', '1 h'])
    const orders = panel(page, 'Orders over time')
    await orders.getByText('As a table').click()
    const rows = await orders.getByRole('row').allInnerTexts()
    expect(rows).toHaveLength(31)
    expect([rows[0], rows.at(-1)].map((row) => row!.split(/\s*\t\s*/))).toEqual([
      ['Day', 'Under way', 'Placed', 'Ended'],
      [expect.any(String), '7', '2', '0'],
    ])
    expect(await faultsInEveryLook(page, 'admin-home-charts-tables')).toEqual([])
  })

  test('its charts show support no money and do not even ask for it; who works on tasks has none of them', async () => {
    const asked: (string | undefined)[] = []
    const page = await atHome(browser, 'support@demo.test')
    page.on('request', (request) => void (request.method() === 'POST' && asked.push(operationOf(request))))
    await page.reload()
    await seen(panel(page, 'Time to verify').getByRole('img'))
    expect(asked).toContain('VerifyTimes')
    expect(asked).not.toContain('MoneyHeld')
    expect(await panel(page, 'Money held').count()).toBe(0)
    const worker = await atHome(browser, 'fulfilment@demo.test')
    await seen(worker.getByRole('region', { name: 'Newest orders' }).getByRole('row'))
    expect(await worker.getByRole('figure').count()).toBe(0)
  })

  test('a question that waits runs its clock on its card, and work that is done waits to be handed over', async () => {
    const page = await atHome(browser, ADMIN)
    const card = page.getByRole('link', { name: /Questions waiting/ })
    expect(await card.getByRole('time').count()).toBe(0)
    const orderId = await aFinishedOrder(world)
    await queueCounts(page, 'To hand over', 1)
    await (await world.as(AGENCY)).ask(ASK, { o: orderId })
    await queueCounts(page, 'Questions waiting', 1)
    await seen(card.getByText(/^Next: \d\d min left$/))
    await world.move(11 * MINUTE)
    await seen(card.getByText(/^Next: (\d min|\d+ s) left$/))
    expect(await faultsInEveryLook(page, 'admin-home-clock')).toEqual([])
    await (await world.as('support@demo.test')).ask(ANSWER, { o: orderId })
    await gone(card.getByText(/^Next:/))
    await openQueue(page, 'To hand over')
    await seen(page.getByRole('row').filter({ hasText: 'Ready' }))
    expect(await stillTheSame(page)).toBe(true)
  })

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})

const panel = (page: Page, name: string) => page.getByRole('region', { name })

/** Orders paid on several days in two currencies, one of them called off; submissions decided on after 2, 5 and 26 hours. */
async function threeWeeks(world: World): Promise<void> {
  const buyer = await world.as(AGENCY)
  await offerInDollars(await world.as(ADMIN), IN_STATES)
  const first = await aPaidOrder(world)
  await world.move(4 * DAY)
  await decide(world, 2 * HOUR, APPROVE)
  await world.move(3 * DAY)
  await buyer.ask(CANCEL, { id: first, r: SORRY, k: randomUUID() })
  await world.move(2 * DAY)
  await aPaidOrder(world, [{ service: IN_STATES }])
  await decide(world, 5 * HOUR, CHANGES)
  await world.move(5 * DAY)
  await decide(world, 26 * HOUR, APPROVE)
  await aPaidOrder(world)
  await world.move(6 * DAY)
  await world.settled()
}

/** A document is submitted, and an admin decides on it that much later. */
async function decide(world: World, after: number, verb: string): Promise<void> {
  const { id, revisionId: r } = await submitted(world)
  await world.move(after)
  const admin = await world.as(ADMIN)
  await admin.ask(CLAIM, { id })
  await admin.ask(verb, { id, r, ...(verb === CHANGES ? { i: [{ note: 'The logo is missing.' }] } : {}) })
  await world.settled()
}
