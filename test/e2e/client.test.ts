import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { ADMIN, AGENCY, anOnboarding, BAKER } from '../onboarding/a-document.js'
import { aDelivery, NORMAL_DELIVERY } from '../orders/a-delivery.js'
import { placeOrders } from '../support/shopping.js'
import { describeInBrowser, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { faultsOf, PHONE, widthOf } from './looks.js'
import { inPortal } from './portal.js'

jest.setTimeout(180_000)

const POST =
  'mutation($o: ID!, $b: String!, $v: Visibility!) { postMessage(orderId: $o, body: $b, visibility: $v) { id } }'

describeInBrowser('a client of an agency, signed in', () => {
  let world: World
  let browser: OpenBrowser
  let clara: Page
  let waiting: { orderId: string; id: string }
  let delivered: string
  let unpaid: string

  beforeAll(async () => {
    world = await openWorld()
    const agency = await world.as(AGENCY)
    waiting = await anOnboarding(world)
    delivered = await aDelivery(world, ['Review monitor'])
    ;[unpaid] = (await placeOrders(agency, [
      { service: 'Directory listings', client: 'Harbour Bakery' },
    ])) as [string]
    const admin = await world.as(ADMIN)
    for (const [caller, body, v] of [
      [agency, 'Their budget is small, between us.', 'BUYER'],
      [admin, 'Nora always pays late.', 'STAFF'],
      [admin, 'Could you send us the opening hours?', 'PARTIES'],
    ] as const)
      await caller.ask(POST, { o: delivered, b: body, v })
    await world.settled()
    browser = await openBrowser(world.address)
    clara = await inPortal(browser, { email: BAKER, home: 'Orders' })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const open = async (orderId: string) => {
    await clara.goto(`/portal/orders/${orderId}`)
    await seen(clara.getByText('Live', { exact: true }))
    await seen(clara.locator('.feed li'))
  }
  const text = () => clara.locator('body').innerText()
  const MONEY = /[€$£]|\bEUR\b|\bUSD\b|\bGBP\b|price|paid|pay\b|payment|refund|held for/i

  test('finds what is done for them, without prices, a cart, or what is not paid yet', async () => {
    await seen(clara.getByText('Where everything stands that is done for you, and what comes next.'))
    await seen(clara.locator(`a[href$="${waiting.orderId}"]`))
    await seen(clara.locator(`a[href$="${delivered}"]`))
    expect(await clara.locator(`a[href$="${unpaid}"]`).count()).toBe(0)
    for (const name of ['Catalogue', 'Cart', 'Buy a service', 'Awaiting payment'])
      expect(await clara.getByText(name, { exact: true }).count()).toBe(0)
    await shoot(clara, 'client-home')
    expect(await text()).not.toMatch(MONEY)
  })

  test('sees where an order stands and what was written to all, and nothing of what is between agency and team', async () => {
    await open(delivered)
    await seen(clara.getByText('The work is finished and was handed over.'))
    await seen(clara.getByText('Whoever ordered it looks at the result now.'))
    await seen(clara.getByText('Could you send us the opening hours?'))
    await seen(clara.getByText('Form approved'))
    await shoot(clara, 'client-order')
    const all = await text()
    expect(all).not.toMatch(MONEY)
    for (const hidden of [
      'between us',
      'pays late',
      NORMAL_DELIVERY.s,
      'Delivered work',
      'Cancel this order',
      'Confirm the delivery',
      'Send it again',
      'Ask somebody else',
      'null',
      'undefined',
      'Somebody of ours',
    ])
      expect(all).not.toContain(hidden)
  })

  test('writes to the team and the agency at once, and fills in the form that is theirs', async () => {
    await open(delivered)
    await clara.getByLabel('Write to our team').fill('From seven to three.')
    await seen(clara.getByText(/read it\.$/))
    await clara.getByRole('button', { name: 'Send', exact: true }).click()
    await seen(clara.locator('.bubble').getByText('From seven to three.'))
    const [message] = await world.rows<{ visibility: string }>(
      `select e.visibility from events e join messages m on m.id = e.data->>'messageId' where m.body = 'From seven to three.'`,
    )
    expect(message).toEqual({ visibility: 'PARTIES' })
    await open(waiting.orderId)
    await seen(clara.getByText('You do', { exact: true }))
    await seen(clara.getByText('The form is yours to fill in.'))
    await shoot(clara, 'client-order-form')
    await clara.getByRole('link', { name: 'Fill in the form' }).click()
    await clara.getByLabel('What is the business called?').fill('Harbour Bakery')
    await clara.getByRole('button', { name: 'Save draft' }).click()
    await seen(clara.getByText(/^Saved/))
    expect(await clara.getByText(/was asked for this/).count()).toBe(0)
    expect(await text()).not.toMatch(MONEY)
  })

  test('who comes to an unpaid order by its address reads that it has not begun, and no sum', async () => {
    await clara.goto(`/portal/orders/${unpaid}`)
    await seen(clara.getByText('This was prepared for you and has not begun yet.'))
    await seen(clara.getByText('Not begun'))
    await shoot(clara, 'client-order-unpaid')
    expect(await text()).not.toMatch(MONEY)
  })

  test.each(['light', 'dark'] as const)(
    'reads well for everybody, %s, on a telephone',
    async (colorScheme) => {
      const page = await inPortal(browser, { email: BAKER, home: 'Orders' }, { colorScheme, viewport: PHONE })
      const faults: string[] = []
      for (const [name, path, shown] of [
        ['client-home', '/portal/', 'Orders'],
        ['client-order', `/portal/orders/${delivered}`, /^Order /],
      ] as const) {
        await seen(page.getByRole('heading', { level: 1, name: 'Orders' }))
        await page.goto(path)
        await seen(page.getByRole('heading', { level: 1, name: shown }))
        await seen(page.locator('.order-card, .feed li'))
        await shoot(page, `${name}-phone-${colorScheme}`)
        faults.push(...(await faultsOf(page, name)))
        expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
        await page.goto('/portal/')
      }
      expect(faults).toEqual([])
    },
  )

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
