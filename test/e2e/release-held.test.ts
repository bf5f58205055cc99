import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { completionMailBounced } from '../../api/campaigns/completion-mail.js'
import { freezeFunds, unfreezeFunds } from '../../api/funds/freeze-funds.js'
import { system } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { aColleague } from '../disputes/a-dispute.js'
import { describeInBrowser, openBrowser, type OpenBrowser, seen } from '../support/browser.js'
import { type ACampaign, aCampaign } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { faultsInEveryLook } from './looks.js'
import { buyerInPortal, channelInPortal, inPortal } from './portal.js'

jest.setTimeout(300_000)

const NO_TIME_RUNS = /The time for it does not run before our mail about the completion has reached you/

describeInBrowser('a release that waits since the mail about it came back, in the portal', () => {
  let world: World
  let browser: OpenBrowser
  let held: ACampaign
  let running: ACampaign

  beforeAll(async () => {
    world = await openWorld()
    held = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    await comesBack(held)
    await world.move(60 * HOUR)
    running = await aCampaign(world, { at: 'COMPLETION_CLAIMED', package: 'Podcast sponsorship' })
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  test('its buyer reads that no time runs, and no date that is over, wherever a dispute is offered', async () => {
    const nora = await buyerInPortal(browser)
    await nora.goto(`/portal/orders/${held.orderId}`)
    await seen(nora.getByText('The release waits'))
    await seen(nora.getByText(/sent anew\. You can release the money now\./))
    await seen(nora.getByText(NO_TIME_RUNS))
    await seen(nora.getByText(/Nothing is released by itself for now\./))
    expect(await nora.getByText(/You can dispute until/).count()).toBe(0)
    expect(await nora.getByText('until the release').count()).toBe(0)
    expect(await faultsInEveryLook(nora, 'portal-release-held-buyer')).toEqual([])
    await nora.getByRole('link', { name: 'Dispute the campaign' }).click()
    await seen(nora.getByRole('heading', { name: 'Dispute this campaign' }))
    await seen(nora.getByText(NO_TIME_RUNS))
    expect(await nora.getByText(/You can open a dispute until/).count()).toBe(0)
    expect(await nora.locator('time.countdown').count()).toBe(0)
    await seen(nora.getByRole('link', { name: 'Write to the channel' }))
    expect(await faultsInEveryLook(nora, 'portal-release-held-dispute')).toEqual([])
  })

  test('its channel reads that the money waits, in the list and on its page; another’s comes at its time', async () => {
    const chen = await channelInPortal(browser)
    const rowOf = ({ number }: ACampaign) =>
      chen.locator('section[aria-labelledby=running] li').filter({ hasText: number })
    const waits = /You have asked for the release\. It waits: our mail about it has not reached Northwind/
    await seen(rowOf(held).getByText(waits))
    expect(
      await rowOf(held)
        .getByText(/It comes/)
        .count(),
    ).toBe(0)
    expect(await rowOf(held).locator('time.countdown').count()).toBe(0)
    await seen(rowOf(running).getByText(/You have asked for the release\. It comes on .+ at the latest/))
    await rowOf(held).getByRole('link').click()
    await seen(chen.getByText(waits))
    await seen(chen.getByText(/is not released by itself yet\. Our team sees to it\./))
    expect(await faultsInEveryLook(chen, 'portal-release-held-channel')).toEqual([])
  })

  test('an owner reads until when a dispute is possible, and a member that it is for an owner', async () => {
    const nora = await buyerInPortal(browser)
    await nora.goto(`/portal/orders/${running.orderId}`)
    await seen(nora.getByText(/^You can dispute until .+\. Only for a blatant breach/))
    expect(await nora.getByText(/for an owner of the buying organisation/).count()).toBe(0)
    const mo = await inPortal(browser, { email: await aColleague(world), home: 'Orders' })
    for (const { orderId } of [running, held]) {
      await mo.goto(`/portal/orders/${orderId}`)
      await seen(mo.getByRole('button', { name: 'Release the money now' }))
      await seen(mo.getByText(/^Opening a dispute is for an owner of the buying organisation\./))
      expect(await mo.getByText(/You can dispute/).count()).toBe(0)
      expect(await mo.getByRole('link', { name: 'Dispute the campaign' }).count()).toBe(0)
    }
  })

  test('while the bank wants the payment back, the buyer is not told to release it', async () => {
    const nora = await buyerInPortal(browser)
    await atOnce((tx) =>
      freezeFunds(tx, { orderId: held.orderId, cause: 'CHARGEBACK', subjectId: 'cbk_held' }),
    )
    await nora.goto(`/portal/orders/${held.orderId}`)
    await seen(nora.getByText(/nothing is released by itself until it was sent anew\.$/))
    expect(await nora.getByText(/You can release the money now/).count()).toBe(0)
    await atOnce((tx) =>
      unfreezeFunds(tx, { orderId: held.orderId, cause: 'CHARGEBACK', subjectId: 'cbk_held' }),
    )
    await seen(nora.getByText(/You can release the money now/))
  })

  test('nothing went wrong on any page meanwhile', () => {
    expect(browser.troubles).toEqual([])
  })

  /** The mail that tells the buyer of the completion is given back. */
  async function comesBack({ orderId }: ACampaign): Promise<void> {
    const [placed] = await world.rows<{ id: string }>(
      'select placed_by_contact_id as id from orders where id = $1',
      [orderId],
    )
    await atOnce((tx) => completionMailBounced(tx, { orderId, recipientId: placed!.id }))
    await world.settled()
  }

  function atOnce(act: (tx: Tx) => Promise<unknown>): Promise<unknown> {
    return transaction(world.running.house, system('test'), act)
  }
})
