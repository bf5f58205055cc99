import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type FullWorld, fullWorld } from '../house/full-world.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
  signInToPortal,
} from '../support/browser.js'
import { DESK, faultsOf, widthOf } from './looks.js'

jest.setTimeout(240_000)

const PHONE = { width: 360, height: 780 }

interface Side {
  readonly places: () => Place[]
  readonly enter: (page: Page) => Promise<void>
}

/** A page to look at: its address, and what stands there once it is read. */
type Place = [name: string, path: string, shown: string | RegExp]

describeInBrowser('the looks of both front ends', () => {
  let at: FullWorld
  let browser: OpenBrowser
  let task: string
  let mail: string
  let staffDocument: string
  let report: string

  beforeAll(async () => {
    at = await fullWorld()
    browser = await openBrowser(at.world.address)
    const first = async (statement: string) =>
      (await at.world.rows<{ id: string }>(statement, [at.orderAtWork]))[0]!.id
    task = await first('select id from tasks where order_id = $1 order by title limit 1')
    mail = await first('select id from mails where order_id = $1 order by queued_at, id limit 1')
    report = await first(`select id from reports where order_id = $1 and status = 'SENT'`)
    staffDocument = await first('select id from onboarding_documents where order_id = $1')
  })
  afterAll(async () => {
    await browser?.close()
    await at?.world.close()
  })

  const portal = (): Place[] => [
    ['portal-home', '/portal/', 'Orders'],
    ['portal-catalogue', '/portal/catalogue', 'Catalogue'],
    ['portal-cart', '/portal/cart', 'Cart'],
    ['portal-order', `/portal/orders/${at.orderAtWork}`, /^Order /],
    ['portal-report', `/portal/reports/${report}`, 'Report 1'],
    ['portal-form', `/portal/onboarding/${at.document}`, 'Search optimisation: what we need to know'],
    ['portal-nothing', '/portal/orders/none', 'There is nothing here'],
  ]
  const backOffice = (): Place[] => [
    ['admin-home', '/admin/#/', 'What needs you now'],
    ['admin-orders', '/admin/#/orders', 'Orders'],
    ['admin-order', `/admin/#/orders/${at.orderAtWork}/show`, /^\w+-/],
    ['admin-verify-list', '/admin/#/onboardingDocuments', 'Verify'],
    ['admin-verify', `/admin/#/onboardingDocuments/${staffDocument}/show`, /Local search optimisation for/],
    ['admin-tasks', '/admin/#/tasks', 'Tasks'],
    ['admin-task', `/admin/#/tasks/${task}/show`, /^(?!Tasks$)/], // the list stands there until the task is read
    ['admin-board', '/admin/#/board', 'Board'],
    ['admin-reports', '/admin/#/reports', 'Reports'],
    ['admin-report', `/admin/#/reports/${report}/show`, 'Report 1'],
    ['admin-mails', '/admin/#/mails', 'Mails'],
    ['admin-mail', `/admin/#/mails/${mail}/show`, /^(?!Mails$)/],
    ['admin-team', '/admin/#/staff', 'Team'],
    ['admin-customers', '/admin/#/organisations', 'Customers'],
    ['admin-customer', `/admin/#/organisations/${at.agency}/show`, 'Northwind Agency'],
  ]
  const sides: Record<'portal' | 'admin', Side> = {
    portal: {
      places: portal,
      enter: async (page: Page) => {
        await signInToPortal(page, 'agency@demo.test')
        await seen(page.getByRole('heading', { name: 'Orders', level: 1 }))
      },
    },
    admin: {
      places: backOffice,
      enter: async (page: Page) => {
        await signInToBackOffice(page, 'admin@demo.test')
        await seen(page.getByRole('heading', { name: 'What needs you now' }))
      },
    },
  }

  describe.each(['portal', 'admin'] as const)('%s', (side) => {
    test.each(['light', 'dark'] as const)('reads well for everybody, %s', async (colorScheme) => {
      const page = await browser.visit(`/${side}/`, { colorScheme, viewport: DESK })
      const faults = await faultsOf(page, `${side}-sign-in`)
      await sides[side].enter(page)
      for (const [name, path, shown] of sides[side].places()) {
        await arrive(page, path, shown)
        await shoot(page, `${name}-${colorScheme}`)
        faults.push(...(await faultsOf(page, name)))
      }
      expect(faults).toEqual([])
    })

    test('fits a telephone without scrolling sideways', async () => {
      const page = await browser.visit(`/${side}/`, { viewport: PHONE, isMobile: true, hasTouch: true })
      await sides[side].enter(page)
      const wide: string[] = []
      for (const [name, path, shown] of sides[side].places()) {
        await arrive(page, path, shown)
        await shoot(page, `${name}-phone`)
        const width = await widthOf(page)
        if (width > PHONE.width) wide.push(`${name}: ${width}`)
      }
      expect(wide).toEqual([])
    })
  })

  test('a hostile name or message is shown as written and does nothing', async () => {
    const evil = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>'
    const turned = '\u202Eevig su ruoy yenom\u202C مرحبا'
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(12)
    await at.world.rows('update organisations set name = $1 where id = $2', [evil, at.bakery])
    const [owner] = await at.world.rows<{ id: string }>(
      "update users set name = $1 where email = 'agency@demo.test' returning id",
      [`Nora ${evil}`],
    )
    expect(owner).toBeDefined()
    for (const body of [evil, turned, long])
      await at.callers.agency.ask(
        'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: PARTIES) { id } }',
        { o: at.orderAtWork, b: body },
      )
    await at.world.settled()
    await at.world.move(61_000) // messages of about a minute are one mail
    await at.world.settled()
    const [told] = await at.world.rows<{ id: string }>(
      "select id from mails where template = 'message-posted' order by queued_at desc, id desc limit 1",
    )
    const office = await browser.visit('/admin/', { viewport: DESK })
    await sides.admin.enter(office)
    const buyer = await browser.visit('/portal/', { viewport: PHONE, isMobile: true })
    await sides.portal.enter(buyer)
    await arrive(buyer, `/portal/orders/${at.orderAtWork}`, /^Order /)
    await seen(buyer.getByText(evil, { exact: true }))
    await shoot(buyer, 'portal-hostile-phone')
    await arrive(office, `/admin/#/orders/${at.orderAtWork}/show`, /^\w+-/)
    await seen(office.getByText(evil, { exact: true }))
    await shoot(office, 'admin-hostile')
    for (const page of [buyer, office]) {
      expect(await widthOf(page)).toBeLessThanOrEqual(page.viewportSize()!.width)
      expect(await page.evaluate('window.harmed')).toBeUndefined()
    }
    await arrive(office, `/admin/#/mails/${told!.id}/show`, /./)
    const letter = office.frameLocator('iframe')
    await seen(letter.getByText('<script>window.harmed=1</script>'))
    await shoot(office, 'admin-hostile-mail')
    expect(await letter.locator('img[src=x], script').count()).toBe(0)
  })

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})

/** Goes to a place and waits until it is read whole. */
async function arrive(page: Page, path: string, shown: string | RegExp): Promise<void> {
  await page.goto(path)
  await seen(page.getByRole('heading', { level: 1, name: shown }))
  await gone(page.getByRole('progressbar'))
  await gone(page.locator('.bones'))
}
