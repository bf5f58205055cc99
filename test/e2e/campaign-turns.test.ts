import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeInBrowser, gone, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { aCampaign } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { press } from './back-office.js'
import { buyerInPortal, channelInPortal } from './portal.js'

jest.setTimeout(240_000)

describeInBrowser('the other turns that a campaign takes', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page
  let chen: Page

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    nora = await buyerInPortal(browser)
    chen = await channelInPortal(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const inDialog = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  const stateOf = async (id: string) =>
    (await world.rows<{ status: string }>('select status from campaigns where id = $1', [id]))[0]!.status

  test('the buyer withdraws before the channel answers; the mail’s address of the campaign leads to the order', async () => {
    const { id, orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    await nora.goto(`/portal/campaigns/${id}`)
    await nora.waitForURL(`**/portal/orders/${orderId}`)
    await press(nora, 'Withdraw the offer')
    await inDialog(nora, 'Yes, withdraw it')
    await seen(nora.getByText('This campaign was cancelled.'))
    await seen(nora.getByText('Let go again; nothing was taken'))
    expect(await stateOf(id)).toBe('CANCELLED')
  })

  test('after a refused capture the buyer pays again, and Ready waits for nothing but the creatives', async () => {
    const { id, orderId } = await aCampaign(world, { at: 'ACCEPTED', token: 'tok_capture_refused' })
    await chen.goto(`/portal/campaigns/${id}`)
    await seen(chen.getByText('The money has to be taken in first.'))
    await nora.goto(`/portal/orders/${orderId}`)
    await seen(nora.getByText('The payment could not be taken'))
    await press(nora, 'Pay again')
    await inDialog(nora, 'Pay €680.00')
    await gone(nora.getByRole('dialog'))
    await seen(nora.getByText('Paid, and held until the campaign is done'))
    await gone(nora.getByText('The payment could not be taken'))
    await seen(chen.getByText('Not approved yet: The paragraph.', { exact: true }))
    const [campaign] = await world.rows<{ taken: boolean }>(
      'select captured_at is not null as taken from campaigns where id = $1',
      [id],
    )
    expect(campaign).toEqual({ taken: true })
  })

  test('the channel proposes to end it for a part, and the buyer agrees', async () => {
    const { id, orderId } = await aCampaign(world, { at: 'READY' })
    await chen.goto(`/portal/campaigns/${id}`)
    await press(chen, 'Propose a cancellation…')
    const dialog = chen.getByRole('dialog')
    await dialog.getByLabel(/^A part of it/).check()
    await dialog.getByLabel('Amount in EUR').fill('999')
    await dialog.getByLabel('Why?').fill('The last issue is not printed.')
    await inDialog(chen, 'Send the proposal')
    await seen(dialog.getByText('There is €680.00 at most.'))
    await dialog.getByLabel('Amount in EUR').fill('170,50')
    await inDialog(chen, 'Send the proposal')
    await seen(chen.getByText(/^You have proposed to cancel\./))
    await nora.goto(`/portal/orders/${orderId}`)
    await seen(nora.getByText('€170.50 would come back to you', { exact: false }))
    await shoot(nora, 'portal-proposal')
    await press(nora, 'Agree and cancel')
    await inDialog(nora, 'Yes, cancel it')
    await seen(nora.getByText('A part went back to you; the rest was released to the channel'))
    expect(await stateOf(id)).toBe('CANCELLED')
    await world.settled()
    expect(await world.ledgerFaults()).toEqual([])
  })

  test('an owner makes an API key, reads its secret once, and ends it', async () => {
    await chen.goto('/portal/api-keys')
    await press(chen, 'Make a key')
    await chen.getByRole('dialog').getByLabel('What is it for?').fill('Campaign robot')
    await chen
      .getByRole('dialog')
      .getByLabel(/^Campaigns/)
      .check()
    await inDialog(chen, 'Make the key')
    const secret = await chen.getByLabel('The secret of Campaign robot').inputValue()
    expect(secret).toMatch(/^wbk_/)
    await shoot(chen, 'portal-key-secret')
    await chen.reload()
    await seen(chen.getByText('never used', { exact: false }))
    expect(await chen.locator('body').innerText()).not.toContain(secret)
    await press(chen, 'End Campaign robot')
    await inDialog(chen, 'Yes, end it')
    await seen(chen.getByText('Ended', { exact: true }))
    const keys = await world.rows<{ status: string; scopes: string[] }>('select status, scopes from api_keys')
    expect(keys).toEqual([{ status: 'REVOKED', scopes: ['READ', 'CAMPAIGNS'] }])
  })

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
