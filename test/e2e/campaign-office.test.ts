import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
  stillTheSame,
} from '../support/browser.js'
import { joins } from '../support/joins.js'
import { openWorld, type World } from '../support/world.js'
import { atHome, countOf, openQueue, press, queueCounts } from './back-office.js'
import { faultsOf } from './looks.js'
import { officeCampaigns, type OfficeCampaigns } from './office-campaigns.js'

jest.setTimeout(480_000)

describeInBrowser('campaigns in the back office', () => {
  let world: World
  let browser: OpenBrowser
  let at: OfficeCampaigns
  beforeAll(async () => {
    world = await openWorld()
    at = await officeCampaigns(world)
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const dialog = (page: Page) => page.getByRole('dialog')
  const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name })
  const one = async <T>(statement: string, ...values: string[]) =>
    (await world.rows<T>(statement, values))[0]!

  test('staff see campaigns by the time that is left, and extend a deadline once', async () => {
    const page = await atHome(browser, 'admin@demo.test')
    await openQueue(page, 'Campaigns closing')
    await seen(page.getByRole('heading', { name: 'Campaigns', level: 1 }))
    await seen(row(page, at.closing.number))
    const order = await page.getByRole('row').allInnerTexts()
    expect(order[1]).toMatch(/h \d+ min left/)
    expect(order[1]).toContain(at.closing.number)
    expect(order.findIndex((text) => text.includes(at.offered.number))).toBeGreaterThan(1)
    await row(page, at.closing.number).click()
    await seen(page.getByRole('heading', { name: 'Podcast sponsorship', level: 1 }))
    const accept = 'select accept_by as by from campaigns where id = $1'
    const before = await one<{ by: Date }>(accept, at.closing.id)
    await press(page, 'Extend the deadline')
    await dialog(page).getByLabel('Why, for both sides').fill('The channel was away for a day.')
    await shoot(page, 'admin-extend-deadline')
    expect(await faultsOf(page)).toEqual([])
    await press(dialog(page), 'Extend the deadline')
    await seen(page.getByText('Extended. Both sides are told.'))
    const after = await one<{ by: Date }>(accept, at.closing.id)
    const added = after.by.getTime() - before.by.getTime()
    expect(added).toBeGreaterThan(23 * 3_600_000)
    expect(added).toBeLessThanOrEqual(24 * 3_600_000)
    await seen(page.locator('button[aria-disabled=true]', { hasText: 'Extend the deadline' }))
    await page.getByRole('button', { name: 'Extend the deadline' }).hover()
    await seen(page.getByText('This deadline was extended before: that is possible once.'))
    await page.getByRole('menuitem', { name: 'Home' }).click()
    await queueCounts(page, 'Campaigns closing', 0)
    expect(await stillTheSame(page)).toBe(true)
  })

  test('who has worked on the order does not decide its dispute; finance splits it to the last cent, seen live', async () => {
    const admin = await world.as('admin@demo.test')
    await admin.ask(
      'mutation($o: ID!) { postMessage(orderId: $o, body: "We look into it.", visibility: PARTIES) { id } }',
      { o: at.disputed.orderId },
    )
    await world.settled()
    const ada = await browser.visit(`/admin/#/disputes/${at.dispute}/show`)
    await signInToBackOffice(ada, 'admin@demo.test')
    await seen(ada.getByText('You have worked on this order: somebody else of the team decides its dispute.'))
    expect(await ada.getByRole('radio', { name: 'Split it' }).count()).toBe(0)
    await shoot(ada, 'admin-dispute-not-mine')
    await press(ada, 'Ask for information')
    await dialog(ada).getByRole('combobox', { name: 'Whom' }).click()
    await ada.getByRole('option', { name: 'Channel' }).click()
    await dialog(ada).getByLabel('What we need to know').fill('Which days were the five?')
    await press(dialog(ada), 'Ask for information')
    await seen(ada.getByText('We wait for the channel:'))
    await shoot(ada, 'admin-dispute-asked')

    const fiona = await browser.visit(`/admin/#/disputes/${at.dispute}/show`)
    await signInToBackOffice(fiona, 'finance@demo.test')
    await fiona.getByRole('radio', { name: 'Split it' }).check()
    const shares = async () =>
      Promise.all(
        ['To the buyer, EUR', 'To the channel, EUR'].map((name) => fiona.getByLabel(name).inputValue()),
      )
    expect(await shares()).toEqual(['1200.00', '1200.00'])
    await fiona.getByRole('slider').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'PageUp']) await fiona.keyboard.press(key)
    const moved = (await shares()).map((text) => BigInt(text.replace('.', '')))
    expect(moved[0]).toBeGreaterThan(120_000n)
    expect(moved[0]! + moved[1]!).toBe(240_000n)
    await fiona.getByLabel('To the channel, EUR').fill('700.01')
    expect(await shares()).toEqual(['1699.99', '700.01'])
    await fiona.getByLabel('To the buyer, EUR').fill('2400.01')
    await seen(fiona.getByText('At most €2,400.00'))
    await fiona.getByLabel('To the buyer, EUR').fill('1699.99')
    await fiona.getByLabel('Reasoning').fill('Two of the seven days were run.')
    await shoot(fiona, 'admin-dispute-split')
    expect(await faultsOf(fiona)).toEqual([])
    await press(fiona, 'Decide')
    await seen(fiona.getByText('Split between both'))
    await world.settled()
    await seen(ada.getByText('Split between both'))
    await fiona.evaluate('window.scrollTo(0, 0)')
    await shoot(fiona, 'admin-dispute-decided')
    const [refund, release] = await world.rows<{
      kind: string
      amount: string
      fee: string | null
      state: string
    }>(
      `select kind, amount::text, fee::text, state from operations where order_id = $1 and kind in ('REFUND', 'RELEASE') order by kind`,
      [at.disputed.orderId],
    )
    expect(refund).toMatchObject({ kind: 'REFUND', amount: '169999', state: 'SUCCEEDED' })
    expect(BigInt(release!.amount) + BigInt(release!.fee!)).toBe(70_001n)
    expect(await one('select status, outcome from campaigns where id = $1', at.disputed.id)).toEqual({
      status: 'CLOSED',
      outcome: 'SPLIT',
    })
  })

  test('finance finds the payout that failed and has it tried again', async () => {
    const page = await atHome(browser, 'finance@demo.test')
    const waiting = await countOf(page, 'Failed money')
    await openQueue(page, 'Failed money')
    const failed = row(page, at.unpaid.number)
    await seen(failed.getByText('Payout to the channel'))
    await press(page.getByRole('group', { name: 'Kind' }), 'Refund')
    await gone(failed)
    await press(page.getByRole('group', { name: 'Kind' }), 'Refund')
    await failed.getByRole('button', { name: 'Try again now' }).click()
    await world.settled()
    await gone(failed)
    await page.getByRole('menuitem', { name: 'Home' }).click()
    await queueCounts(page, 'Failed money', waiting - 1)
    const { state } = await one<{ state: string }>(
      `select state from operations where order_id = $1 and kind = 'RELEASE' order by attempt desc limit 1`,
      at.unpaid.orderId,
    )
    expect(state).toBe('SUCCEEDED')
    expect(await stillTheSame(page)).toBe(true)
  })

  test('support resends a completion mail that came back, and the release is held no longer', async () => {
    const email = 'noah@northwind.test'
    await joins(world, { name: 'Noah Winter', email, role: 'MEMBER', of: 'agency@demo.test' })
    const admin = await world.as('admin@demo.test')
    const { id: agency } = await one<{ id: string }>(
      "select id from organisations where name = 'Northwind Agency'",
    )
    await admin.ask(
      'mutation($o: ID!) { addContact(organisationId: $o, name: "Rosa Reads", email: "rosa@northwind.test") { id } }',
      { o: agency },
    )
    const page = await atHome(browser, 'support@demo.test')
    await openQueue(page, 'Releases held')
    await row(page, at.bounced.number).click()
    await seen(page.getByText('Resend it to a second person, or to an address that works.'))
    await press(page, 'Resend the completion mail')
    await dialog(page).getByRole('combobox', { name: 'To whom' }).click()
    await seen(page.getByRole('option', { name: /agency@demo.test · placed the order/ }))
    const rosa = page.getByRole('option', { name: /rosa@northwind.test · does not sign in/ })
    expect(await rosa.getAttribute('aria-disabled')).toBe('true')
    await shoot(page, 'admin-resend-completion-mail')
    await page.getByRole('option', { name: /noah@northwind.test/ }).click()
    await press(dialog(page), 'Resend the completion mail')
    await gone(page.getByText('The mail that tells the buyer of the completion came back', { exact: false }))
    await world.settled()
    expect((await world.inbox(email)).length).toBeGreaterThan(0)
  })

  test('an admin cancels a campaign and names what goes back', async () => {
    const page = await browser.visit(`/admin/#/campaigns/${at.proposed.id}/show`)
    await signInToBackOffice(page, 'admin@demo.test')
    await seen(page.getByRole('heading', { name: 'A cancellation is proposed' }))
    await press(page, 'Cancel campaign')
    await dialog(page).getByLabel('Why, for both sides').fill('Both sides want it.')
    await dialog(page).getByRole('radio', { name: 'A part of it' }).check()
    await dialog(page).getByLabel('Amount in EUR').fill('1500')
    await shoot(page, 'admin-cancel-campaign')
    expect(await faultsOf(page)).toEqual([])
    await press(dialog(page), 'Cancel campaign')
    await seen(page.getByText('Cancelled. Both sides are told.'))
    await world.settled()
    const refunds = await world.rows(
      'select amount::text from operations where order_id = $1 and kind = $2',
      [at.proposed.orderId, 'REFUND'],
    )
    expect(refunds).toEqual([{ amount: '150000' }])
  })

  test('finance settles a chargeback, and suspends and reinstates a payout account', async () => {
    const page = await atHome(browser, 'finance@demo.test')
    await openQueue(page, 'Chargebacks')
    await row(page, at.chargedBack.number).getByRole('button', { name: 'Settle' }).click()
    await dialog(page).getByRole('combobox', { name: 'How the bank has decided' }).click()
    await page.getByRole('option', { name: 'Won: the payment stays' }).click()
    await shoot(page, 'admin-settle-chargeback')
    await press(dialog(page), 'Settle')
    await seen(page.getByText('Settled.', { exact: true }))
    await seen(row(page, at.chargedBack.number).getByText('Won: the payment stays'))
    const funds = 'select status from chargebacks where order_id = $1'
    expect(await one(funds, at.chargedBack.orderId)).toEqual({ status: 'WON' })
    await page.getByRole('menuitem', { name: 'Payout accounts' }).click()
    await press(page, 'Suspend')
    await dialog(page).getByLabel('Reason').fill('The bank asks who they are.')
    await press(dialog(page), 'Suspend')
    await seen(page.getByText('Suspended', { exact: true }))
    await press(page, 'Reinstate')
    await dialog(page).getByLabel('Reason').fill('They have told them.')
    await press(dialog(page), 'Reinstate')
    await seen(page.getByText('Active', { exact: true }))
  })

  test('an admin ends a key with which a channel’s program calls', async () => {
    const channel = await world.as('channel@demo.test')
    const { id } = await one<{ id: string }>("select id from organisations where kind = 'CHANNEL'")
    const { createApiKey } = await channel.ask(
      'mutation($o: ID!) { createApiKey(organisationId: $o, name: "Ad server", scopes: [READ, CAMPAIGNS]) { secret } }',
      { o: id },
    )
    const page = await browser.visit(`/admin/#/organisations/${id}/show`)
    await signInToBackOffice(page, 'admin@demo.test')
    const key = row(page, 'Ad server')
    await seen(key.getByText('Active', { exact: true }))
    await shoot(page, 'admin-channel-keys')
    await key.getByRole('button', { name: 'Revoke' }).click()
    await seen(key.getByText('Revoked', { exact: true }))
    const refused = await world.caller(createApiKey.secret).refused('{ campaigns { nodes { id } } }')
    expect(refused.code).toBe('NOT_SIGNED_IN')
  })

  test('the list of orders goes home as a file in which no name is a formula', async () => {
    await world.rows(
      `update organisations set name = '=HYPERLINK("http://evil.test")' where name = 'Northwind Agency'`,
    )
    const page = await browser.visit('/admin/#/orders')
    await signInToBackOffice(page, 'admin@demo.test')
    await seen(row(page, at.closing.number))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('orders.csv')
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect(lines[0]).toContain('"Order","Status","Stage"')
    expect(lines).toHaveLength(1 + (await world.rows('select id from orders')).length)
    const closing = lines.find((line) => line.includes(at.closing.number))!
    expect(closing).toContain(`"'=HYPERLINK(""http://evil.test"")"`)
    expect(closing).toContain('"1250.00","EUR"')
  })

  test('no page wrote an error that was not asked for, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
