import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { freezeFunds } from '../../api/funds/freeze-funds.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToPortal,
} from '../support/browser.js'
import { type ACampaign, aCampaign, aCampaignOrder, BUYER, CHANNEL } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { press } from './back-office.js'
import { faultsOf, widthOf } from './looks.js'

jest.setTimeout(300_000)

const MANY = 105
const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const

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

  const signedIn = async (who: string, home: string): Promise<Page> => {
    const page = await browser.visit('/portal/')
    await signInToPortal(page, who)
    await seen(page.getByRole('heading', { name: home, level: 1 }))
    return page
  }
  const channel = () => signedIn(CHANNEL, 'Campaign Manager')
  const buyer = () => signedIn(BUYER, 'Orders')

  /** What is wrong with a page in any of its looks. */
  async function faultsIn(page: Page, path: string, name: string, look: () => Promise<void>) {
    const faults: string[] = []
    for (const { colorScheme, viewport } of LOOKS) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(viewport)
      await page.goto(`/portal${path}`)
      await look()
      const shot = `${name}-${viewport.width}-${colorScheme}`
      await shoot(page, shot)
      faults.push(...(await faultsOf(page, shot)))
      if ((await widthOf(page)) > viewport.width) faults.push(`${shot}: too wide`)
    }
    return faults
  }

  test('both sides are told that the buyer’s bank wants the payment back, and no countdown runs', async () => {
    await transaction(world.running.house, system('test'), (tx) =>
      freezeFunds(tx, { orderId: claimed.orderId, cause: 'CHARGEBACK', subjectId: 'cbk_of_the_bank' }),
    )
    await world.move(60 * HOUR)
    const [chen, nora] = [await channel(), await buyer()]
    const channels = await faultsIn(
      chen,
      `/campaigns/${claimed.id}`,
      'portal-charged-back-channel',
      async () => {
        await seen(chen.getByText('You have asked for the release. It waits.'))
        await seen(chen.getByText('The buyer’s bank wants the payment back'))
        await seen(chen.getByText('Held, and nothing moves until the buyer’s bank has its answer.'))
        expect(await chen.getByText('until the release').count()).toBe(0)
      },
    )
    const buyers = await faultsIn(
      nora,
      `/orders/${claimed.orderId}`,
      'portal-charged-back-buyer',
      async () => {
        await seen(nora.getByText('Your bank wants the payment back'))
        await seen(nora.getByText(/^Held; nothing moves until we have settled with your bank/))
        expect(await nora.getByText('until the release').count()).toBe(0)
        expect(await nora.getByText(/You can dispute until/).count()).toBe(0)
      },
    )
    expect([...channels, ...buyers]).toEqual([])
  })

  test('an offer is seen although a hundred campaigns fall due before it; the rest of a list is one press away', async () => {
    await aCampaign(world, { at: 'AWAITING_ACCEPTANCE', package: 'Podcast sponsorship' })
    await copies(claimed)
    const chen = await channel()
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
    const chen = await channel()
    const faults = await faultsIn(chen, '/campaigns', 'portal-suspended-account', async () => {
      await seen(chen.getByText('Your payout account is suspended'))
      expect(await chen.getByText('Connect a payout account first').count()).toBe(0)
    })
    expect(faults).toEqual([])
  })

  test('where money is not played with, the page says how an order is paid and offers no play tokens', async () => {
    const orderId = await aCampaignOrder(world)
    const nora = await buyer()
    await nora.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('playMoney')) return route.fallback()
      return route.fulfill({ json: { data: { playMoney: false } } })
    })
    const faults = await faultsIn(nora, `/pay?orders=${orderId}`, 'portal-pay-elsewhere', async () => {
      await seen(nora.getByText('This page takes no cards'))
      await seen(nora.getByText('€680.00'))
      expect(await nora.getByRole('button', { name: /^Pay / }).count()).toBe(0)
      expect(await nora.getByText('This is a sandbox').count()).toBe(0)
    })
    expect(faults).toEqual([])
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
