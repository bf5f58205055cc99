import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { mailroom } from '../../api/notifications/mailroom.js'
import {
  describeInBrowser,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
  signInToPortal,
} from '../support/browser.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { faultsOf, widthOf } from './looks.js'

jest.setTimeout(180_000)

describeInBrowser('which mails somebody gets', () => {
  let world: World
  let browser: OpenBrowser

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const off = (kind: string) =>
    world.rows(`select 1 from mail_preferences where kind = $1 and not is_on`, [kind])

  test('a buyer finds the page below every other, and switches reports off by keyboard', async () => {
    const page = await browser.visit('/portal/')
    await signInToPortal(page, 'agency@demo.test')
    await page.getByRole('link', { name: 'Your mails' }).click()
    const reports = page.getByRole('switch', { name: 'Reports' })
    await reports.focus()
    await page.keyboard.press('Space')
    await seen(page.getByText('Reports: you get no more of these mails.'))
    await seen(reports.and(page.locator(':not(:checked)')))
    expect(await off('REPORTS')).toHaveLength(1)
    expect(await page.getByRole('switch', { name: 'Your orders' }).count()).toBe(0)
    expect(await faultsOf(page, 'preferences')).toEqual([])
    await shoot(page, 'portal-preferences-light')
  })

  test('who has the link of a mail chooses without signing in, dark and on a telephone; opening it changes nothing', async () => {
    const [contact] = await world.rows<{ id: string }>(
      `select id from contacts where email = 'agency@demo.test'`,
    )
    const link = new URL(mailroom.bound.preferences.page(contact!.id))
    const page = await browser.visit(`${link.pathname}${link.hash}`, {
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
    })
    await seen(page.getByText('These choices are for the person whose mail you came from.'))
    expect(await off('REMINDERS')).toEqual([])
    await page.getByRole('switch', { name: 'Reminders' }).click()
    await seen(page.getByText('Reminders: you get no more of these mails.'))
    expect(await off('REMINDERS')).toHaveLength(1)
    expect(await widthOf(page)).toBeLessThanOrEqual(390)
    expect(await faultsOf(page, 'preferences by link')).toEqual([])
    await shoot(page, 'portal-preferences-dark-narrow')
  })

  test('a link that is not whole says so', async () => {
    const page = await browser.visit('/portal/preferences#token=nothing')
    await seen(page.getByRole('heading', { name: 'This link is not complete' }))
    expect(await page.getByRole('switch').count()).toBe(0)
    await seen(page.getByRole('link', { name: 'Sign in and choose' }))
  })

  test('somebody of the team chooses theirs, and sends a mail again that came back', async () => {
    const order = await aPaidOrder(world)
    const [mail] = await world.rows<{ id: string }>(
      `update mails set state = 'BOUNCED', bounced_at = app_now(), last_error = '5.1.1 no such user' where order_id = $1 and template = 'onboarding-request' returning id`,
      [order],
    )
    const page = await browser.visit('/admin/#/my-mails')
    await signInToBackOffice(page, 'support@demo.test')
    await page.getByRole('switch', { name: 'Messages' }).click()
    await seen(page.getByText('Saved.'))
    expect(await off('CONVERSATION')).toHaveLength(1)
    expect(await faultsOf(page, 'my mails')).toEqual([])
    await shoot(page, 'admin-my-mails-light')

    await page.goto(`/admin/#/mails/${mail!.id}/show`)
    await seen(page.getByText('5.1.1 no such user'))
    expect(await faultsOf(page, 'a bounced mail')).toEqual([])
    await shoot(page, 'admin-bounced-mail-light')
    await page.getByRole('button', { name: 'Send again' }).click()
    await seen(page.getByText('It goes out again, to the address its recipient has now.'))
    await world.settled()
    expect(await world.rows('select state, sending from mails where id = $1', [mail!.id])).toEqual([
      { state: 'TAKEN', sending: 2 },
    ])
  })

  test('nothing on these pages failed or left our own origin', () => {
    expect(browser.troubles).toEqual([])
  })
})
