import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { aPdf } from '../files/sample-files.js'
import { SERVICE } from '../onboarding/a-document.js'
import { aFinishedOrder, anOrderAtWork, BUYER, moneyOf } from '../orders/a-delivery.js'
import { describeInBrowser, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { inOffice, press } from './back-office.js'
import { faultsInEveryLook } from './looks.js'

jest.setTimeout(240_000)

describeInBrowser("the order's page of the back office", () => {
  let world: World
  let browser: OpenBrowser
  let ada: Page

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    ada = await inOffice(browser, 'admin@demo.test')
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const open = async (id: string) => {
    await ada.goto(`/admin/#/orders/${id}/show`)
    await seen(ada.getByRole('heading', { level: 1, name: /^W-/ }))
  }
  const statusOf = async (id: string) =>
    (await world.rows<{ status: string }>('select status from orders where id = $1', [id]))[0]!.status

  test('an order is held with a reason, marked in the list, and goes on', async () => {
    const id = await anOrderAtWork(world)
    await open(id)
    await press(ada, 'Hold')
    await ada.getByRole('dialog').getByLabel('Reason').fill('The domain is not ours yet.')
    await press(ada.getByRole('dialog'), 'Hold')
    await seen(ada.getByText('On hold. All clocks stand still.'))
    await seen(ada.getByText('On hold since'))
    await seen(ada.getByText('The domain is not ours yet.').first())
    await seen(ada.getByRole('listitem').getByText('“The domain is not ours yet.”'))
    expect(await statusOf(id)).toBe('ON_HOLD')
    expect(await faultsInEveryLook(ada, 'admin-order-held')).toEqual([])
    await ada.goto('/admin/#/orders')
    await seen(ada.getByRole('cell', { name: 'On hold' }))
    await shoot(ada, 'admin-orders-held')
    await open(id)
    await press(ada, 'Resume')
    await seen(ada.getByText('The order goes on.'))
    expect(await statusOf(id)).toBe('OPEN')
  })

  test('finished work is delivered with a summary and files, and stands on the page', async () => {
    const id = await aFinishedOrder(world)
    await open(id)
    await press(ada, 'Deliver')
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel(/^What was done/).fill('Your pages are live.\nSee the report.')
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: aPdf() })
    await seen(dialog.getByRole('button', { name: 'Remove report.pdf' }))
    await shoot(ada, 'admin-order-deliver-dialog')
    await press(dialog, 'Deliver')
    await seen(ada.getByRole('heading', { name: 'Delivery 1' }))
    await seen(ada.getByRole('link', { name: 'report.pdf' }))
    await seen(ada.getByText('2 revisions left'))
    expect(await statusOf(id)).toBe('DELIVERED')
    expect(await faultsInEveryLook(ada, 'admin-order-delivered')).toEqual([])
  })

  test('a document is asked of somebody else, waived with a reason, and reopened', async () => {
    const id = await aPaidOrder(world, [{ service: SERVICE, client: 'Harbour Bakery' }])
    await open(id)
    await press(ada, 'Ask somebody else')
    const dialog = ada.getByRole('dialog')
    await dialog.getByRole('combobox', { name: /^Who fills it in/ }).click()
    await shoot(ada, 'admin-order-ask-somebody-else')
    await ada
      .getByRole('option', { name: /nora|agency@demo/i })
      .first()
      .click()
    await press(dialog, 'Ask somebody else')
    await seen(ada.getByText('The request goes to them now.'))
    await press(ada, 'Waive')
    await ada.getByRole('dialog').getByLabel('Reason').fill('We know all of it from their last order.')
    await press(ada.getByRole('dialog'), 'Waive')
    await seen(ada.getByText('Waived', { exact: true }))
    await press(ada, 'Reopen')
    await ada.getByRole('dialog').getByLabel('Reason').fill('The opening hours have changed.')
    await press(ada.getByRole('dialog'), 'Reopen')
    await seen(ada.getByText('Changes requested').first())
    const [document] = await world.rows<{ status: string }>(
      'select status from onboarding_documents where order_id = $1',
      [id],
    )
    expect(document!.status).toBe('CHANGES_REQUESTED')
  })

  test('cancelling names what goes back: more than is held cannot be typed, a part goes back to the cent', async () => {
    const id = await anOrderAtWork(world)
    const { held } = await moneyOf(world, id)
    await open(id)
    await press(ada, 'Cancel order')
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('They closed the shop.')
    expect(await dialog.getByRole('button', { name: 'Cancel order' }).isDisabled()).toBe(true)
    await dialog.getByRole('radio', { name: 'A part of it' }).check()
    const amount = dialog.getByLabel(/^Amount in EUR/)
    await amount.fill('999999')
    expect(await amount.getAttribute('aria-invalid')).toBe('true')
    expect(await dialog.getByRole('button', { name: 'Cancel order' }).isDisabled()).toBe(true)
    await amount.fill('123,45')
    expect(await faultsInEveryLook(ada, 'admin-order-cancel-dialog')).toEqual([])
    await press(dialog, 'Cancel order')
    await seen(ada.getByText('Cancelled.', { exact: true }))
    expect(await statusOf(id)).toBe('CANCELLED')
    await world.settled()
    const after = await moneyOf(world, id)
    expect(after).toMatchObject({ held: '0', due: '0', closed: true })
    expect(after.accounts['revenue']).toBe(Math.abs(Number(held) - 12_345))
  })

  test('a refund that the gateway refused is counted on Home, listed, and tried again', async () => {
    const id = await anOrderAtWork(world, [], 'tok_refund_refused_once')
    await open(id)
    await press(ada, 'Cancel order')
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('They closed the shop.')
    await dialog.getByRole('radio', { name: /^All of it/ }).check()
    await press(dialog, 'Cancel order')
    await seen(ada.getByText('Cancelled.', { exact: true }))
    await world.settled()
    await ada.goto('/admin/#/')
    await ada
      .getByRole('link', { name: /^1\s*Failed money/ })
      .first()
      .click()
    await seen(ada.getByRole('heading', { name: 'Failed money' }))
    await seen(ada.getByRole('button', { name: 'Try again now' }))
    expect(await faultsInEveryLook(ada, 'admin-failed-refunds')).toEqual([])
    await press(ada, 'Try again now')
    await seen(ada.getByText('On its way to the gateway again.'))
    await seen(ada.getByText('Nothing has failed, and nothing is unknown.'))
    await world.settled()
    expect(await moneyOf(world, id)).toMatchObject({ held: '0', due: '0' })
    expect((await world.inbox(BUYER)).at(-1)!.template).toBe('refund-issued')
    expect(browser.troubles).toEqual([])
  })
})
