import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { ADMIN, AGENCY, BAKER } from '../onboarding/a-document.js'
import { anOrderAtWork } from '../orders/a-delivery.js'
import { aDraft, reportMails, reportsOf } from '../reports/a-report.js'
import {
  describeInBrowser,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToPortal,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { atHome, countOf, openQueue, press, queueCounts } from './back-office.js'
import { faultsOf, widthOf } from './looks.js'

jest.setTimeout(240_000)

const NOTE = 'The audit is done: your pages load fast, and two of them need other titles.'
const FIGURE = 'Visitors (per week)'

describeInBrowser('reports on an order', () => {
  let world: World
  let browser: OpenBrowser
  let orderId: string

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    orderId = await anOrderAtWork(world)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  test('a draft comes into the queue by itself; a person completes it, sees the mail meanwhile, and sends it', async () => {
    const page = await atHome(browser, ADMIN)
    const before = await countOf(page, 'Reports to send')
    await aDraft(world, orderId)
    await queueCounts(page, 'Reports to send', before + 1)
    await openQueue(page, 'Reports to send')
    await seen(page.getByRole('heading', { name: 'Reports', level: 1 }))
    await shoot(page, 'admin-reports')
    await page.getByRole('cell', { name: /W-\d+/ }).first().click()
    await seen(page.getByRole('heading', { name: 'Draft of a report', level: 1 }))
    await page.getByLabel('A few words of your own').fill(NOTE)
    await page.getByRole('button', { name: /^Take out: The work on the order began/ }).click()
    await page.getByRole('button', { name: 'Add a figure' }).click()
    await page.getByLabel('What is counted').fill('Visitors')
    await page.getByLabel('Value').fill('1304,5')
    await page.getByLabel('Unit').fill('per week')
    const mail = page.frameLocator('iframe[title="The mail of this report"]')
    await seen(mail.getByText(NOTE))
    await seen(mail.getByRole('cell', { name: FIGURE }))
    await seen(page.getByText('Not saved yet'))
    await shoot(page, 'admin-report-draft')
    expect(await faultsOf(page, 'report')).toEqual([])
    await press(page, 'Save')
    await seen(page.getByText('Saved', { exact: true }))
    await press(page, 'Send')
    await seen(page.getByRole('heading', { name: 'Report 1', level: 1 }))
    await world.settled()
    await shoot(page, 'admin-report-sent')
    const [sent] = await reportsOf(await world.as(AGENCY), orderId)
    expect(sent).toMatchObject({ status: 'SENT', note: NOTE, figures: [{ name: 'Visitors', value: 1304.5 }] })
    expect(sent!.done.map((item) => item.text)).not.toContain('The work on the order began.')
    expect(await reportMails(world, AGENCY)).toHaveLength(1)
  })

  test('on the order’s page the team sees the reports and chooses how often', async () => {
    const page = await atHome(browser, ADMIN)
    await page.goto(`/admin/#/orders/${orderId}/show`)
    const panel = page.getByRole('region', { name: 'Reports' })
    await seen(panel.getByRole('link', { name: 'Report 1' }))
    await panel.getByRole('combobox', { name: 'How often' }).click()
    await page.getByRole('option', { name: 'Every month' }).click()
    await seen(panel.getByRole('combobox', { name: 'How often' }).getByText('Every month'))
    await shoot(page, 'admin-order-reports')
    const [plan] = await world.rows<{ cadence: string }>(
      'select cadence from report_plans where order_id = $1',
      [orderId],
    )
    expect(plan!.cadence).toBe('MONTHLY')
  })

  test('the mail’s link leads the buyer to the report; its picture is drawn, its figures stand in a table', async () => {
    const [mail] = await reportMails(world, AGENCY)
    const link = mail!.links.find((address) => address.includes('/portal/reports/'))!
    const page = await browser.visit(new URL(link).pathname)
    await signInToPortal(page, AGENCY)
    await reads(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await faultsOf(page, 'report')).toEqual([])
      await shoot(page, `portal-report-${colorScheme}`)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await widthOf(page)).toBeLessThanOrEqual(390)
    await shoot(page, 'portal-report-phone')
    await page.getByRole('link', { name: 'To the order' }).click()
    await seen(page.getByRole('region', { name: 'Reports' }).getByRole('link', { name: 'Report 1' }))
    await shoot(page, 'portal-order-reports')
  })

  test('the beneficiary finds it on the order', async () => {
    const page = await browser.visit(`/portal/orders/${orderId}`)
    await signInToPortal(page, BAKER)
    await page.getByRole('region', { name: 'Reports' }).getByRole('link', { name: 'Report 1' }).click()
    await reads(page)
    await page.goto(`/portal/orders/${orderId}/reports`)
    await seen(page.getByRole('heading', { name: 'The report of this order' }))
    expect(await faultsOf(page, 'report')).toEqual([])
  })

  test('no page did what it should not', () => {
    expect(browser.troubles).toEqual([])
  })
})

/** The report as its reader sees it, with a picture that was really drawn. */
async function reads(page: Page): Promise<void> {
  await seen(page.getByRole('heading', { name: 'Report 1', level: 1 }))
  await seen(page.getByText(NOTE))
  await seen(page.getByRole('table', { name: FIGURE }).getByRole('cell', { name: '1,304.5' }))
  const picture = page.getByRole('img', { name: /^Visitors \(per week\): / })
  await seen(picture)
  await page.waitForFunction(
    '[...document.images].every((image) => image.complete && image.naturalWidth > 500)',
  )
}
