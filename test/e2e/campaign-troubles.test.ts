import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { freezeFunds } from '../../api/funds/freeze-funds.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { describeInBrowser, gone, openBrowser, type OpenBrowser, seen } from '../support/browser.js'
import { type ACampaign, aCampaign, aCampaignOrder } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { press } from './back-office.js'
import { faultsInEveryLook } from './looks.js'
import { buyerInPortal, channelInPortal } from './portal.js'

jest.setTimeout(300_000)

const MANY = 105

describeInBrowser('what stands in the way of a campaign, in the portal', () => {
  let world: World
  let browser: OpenBrowser
  let claimed: ACampaign

  beforeAll(async () => {
    world = await openWorld()
    claimed = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  test('both sides are told that the buyer’s bank wants the payment back, and no countdown runs', async () => {
    await transaction(world.running.house, system('test'), (tx) =>
      freezeFunds(tx, { orderId: claimed.orderId, cause: 'CHARGEBACK', subjectId: 'cbk_of_the_bank' }),
    )
    await world.move(60 * HOUR)
    const [chen, nora] = [await channelInPortal(browser), await buyerInPortal(browser)]
    await chen.goto(`/portal/campaigns/${claimed.id}`)
    await seen(chen.getByText('You have asked for the release. It waits.'))
    await seen(chen.getByText('The buyer’s bank wants the payment back'))
    await seen(chen.getByText('Held, and nothing moves until the buyer’s bank has its answer.'))
    expect(await chen.getByText('until the release').count()).toBe(0)
    expect(await faultsInEveryLook(chen, 'portal-charged-back-channel')).toEqual([])
    await nora.goto(`/portal/orders/${claimed.orderId}`)
    await seen(nora.getByText('Your bank wants the payment back'))
    await seen(nora.getByText(/^Held; nothing moves until we have settled with your bank/))
    expect(await nora.getByText('until the release').count()).toBe(0)
    expect(await nora.getByText(/You can dispute until/).count()).toBe(0)
    expect(await faultsInEveryLook(nora, 'portal-charged-back-buyer')).toEqual([])
  })

  test('an offer is seen although a hundred campaigns fall due before it; the rest of a list is one press away', async () => {
    await aCampaign(world, { at: 'AWAITING_ACCEPTANCE', package: 'Podcast sponsorship' })
    await copies(claimed)
    const chen = await channelInPortal(browser)
    await seen(chen.locator('.offer').filter({ hasText: 'Podcast sponsorship' }))
    const rows = chen.locator('section[aria-labelledby=running] li')
    await seen(rows.first())
    expect(await rows.count()).toBe(30)
    await allOf(chen, 'Running campaigns')
    expect(await rows.count()).toBe(MANY + 1)
    await world.rows(
      `update campaigns set status = 'CANCELLED', ended_at = app_now() where starts_with(id, 'cmp_copy')`,
    )
    await chen.reload()
    await seen(chen.getByRole('heading', { name: 'Ended' }))
    await allOf(chen, 'Ended')
    expect(await chen.locator('section[aria-labelledby=ended] li').count()).toBe(MANY)
  })

  test('a suspended payout account is named where offers wait, and no other is asked for', async () => {
    await world.rows(`update payout_accounts set status = 'SUSPENDED'`)
    const chen = await channelInPortal(browser)
    await seen(chen.getByText('Your payout account is suspended'))
    expect(await chen.getByText('Connect a payout account first').count()).toBe(0)
    expect(await faultsInEveryLook(chen, 'portal-suspended-account')).toEqual([])
  })

  test('where money is not played with, the page says how an order is paid and offers no play tokens', async () => {
    const orderId = await aCampaignOrder(world)
    const nora = await buyerInPortal(browser)
    await nora.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('playMoney')) return route.fallback()
      return route.fulfill({ json: { data: { playMoney: false } } })
    })
    await nora.goto(`/portal/pay?orders=${orderId}`)
    await seen(nora.getByText('This page takes no cards'))
    await seen(nora.getByText('€680.00'))
    expect(await nora.getByRole('button', { name: /^Pay / }).count()).toBe(0)
    expect(await nora.getByText('This is a sandbox').count()).toBe(0)
    expect(await faultsInEveryLook(nora, 'portal-pay-elsewhere')).toEqual([])
  })

  /** Presses for more of a list until all of it is there. */
  async function allOf(page: Page, list: string): Promise<void> {
    const more = page.getByRole('button', { name: `Show more ${list}` })
    for (let pages = 1; pages * 30 < MANY; pages += 1) {
      await press(page, `Show more ${list}`)
      await seen(
        page.locator(`section[aria-labelledby=${list === 'Ended' ? 'ended' : 'running'}] li`).nth(pages * 30),
      )
    }
    await gone(more)
  }

  /** As many campaigns like one, each with an order of its own, and due within the hour. */
  async function copies({ id, orderId }: ACampaign): Promise<void> {
    const copied = (table: string, set: string, of: string) =>
      world.rows(
        `insert into ${table} select (jsonb_populate_record(t, ${set})).* from ${table} t, generate_series(1, ${MANY}) n where t.${of} = $1`,
        [of === 'id' && table === 'campaigns' ? id : orderId],
      )
    await copied('orders', `jsonb_build_object('id', 'ord_copy' || n, 'number', 'W-9' || n)`, 'id')
    await copied(
      'order_lines',
      `jsonb_build_object('id', 'orl_copy' || n, 'order_id', 'ord_copy' || n)`,
      'order_id',
    )
    await copied(
      'campaigns',
      `jsonb_build_object('id', 'cmp_copy' || n, 'order_id', 'ord_copy' || n, 'line_id', 'orl_copy' || n, 'dispute_by', app_now() + interval '1 hour')`,
      'id',
    )
  }
})
