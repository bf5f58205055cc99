import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import {
  aFreeTime,
  anAppointment,
  type AnAppointment,
  moveTo,
  nowIn,
  SUPPORT,
} from '../support/appointments.js'
import { describeInBrowser, gone, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { untilHour } from '../notifications/texts/text-world.js'
import { openWorld, type World } from '../support/world.js'
import { atHome, countOf, openQueue, press, queueCounts } from './back-office.js'
import { faultsOf } from './looks.js'

jest.setTimeout(480_000)

const HOUR = 3_600_000

/** It is noon for our team and for counterparts here, and night for one there. */
const [HERE, THERE] = ['Europe/Berlin', 'Pacific/Auckland']

describeInBrowser('outreach in the back office', () => {
  let world: World
  let browser: OpenBrowser
  let paid: AnAppointment
  /** Sam of support, at their desk all day. */
  let page: Page
  beforeAll(async () => {
    world = await openWorld()
    await untilHour(world, 12)
    paid = await anAppointment(world, {
      at: 'PENDING',
      counterpart: { timeZone: HERE },
      wishes: 'A first talk about the house in Lindenstraße.',
    })
    browser = await openBrowser(world.address)
    page = await atHome(browser, SUPPORT)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const dialog = () => page.getByRole('dialog')
  const attempts = (): Locator => page.getByRole('region', { name: 'Attempts' })
  const standing = (): Locator => page.getByRole('region', { name: 'Where it stands' })
  const one = async <T>(statement: string, ...values: string[]) =>
    (await world.rows<T>(statement, values))[0]!
  const statusOf = (id: string) => one('select status from appointments where id = $1', id)
  const open = async ({ id }: AnAppointment, name: string) => {
    await page.goto(`/admin/#/appointments/${id}/show`)
    await seen(page.getByRole('heading', { name, level: 1 }))
  }

  test('support works the call sheet: begins, logs a call by one click, texts from a template, agrees on a free time', async () => {
    const waiting = await countOf(page, 'Outreach')
    await openQueue(page, 'Outreach')
    await seen(page.getByRole('heading', { name: 'Outreach', level: 1 }))
    await page.getByRole('row').filter({ hasText: paid.number }).click()
    await seen(page.getByText('A first talk about the house in Lindenstraße.'))
    await seen(page.getByRole('link', { name: '+4930901820' }))
    expect(await page.getByRole('button', { name: 'No answer' }).count()).toBe(0)
    await press(page, 'Begin outreach')
    await seen(page.getByText('0 of 5 attempts'))
    await page.getByLabel('Note about the call, for us').fill('Rang for a minute.')
    await press(page, 'No answer')
    await seen(attempts().getByText('1. No answer'))
    await seen(attempts().getByText('Rang for a minute.'))
    await press(page, 'After a call that was missed')
    expect(await page.getByLabel('What it says; left empty, the usual words go').inputValue()).not.toBe('')
    await shoot(page, 'admin-call-sheet')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Send text')
    await seen(attempts().getByText('2. Text'))
    await world.settled()
    await seen(attempts().getByText('Delivered', { exact: true }))
    await seen(page.getByText('What became of it is known', { exact: false }))
    await gone(page.getByText('About to go', { exact: true }))
    await press(page, 'The week after')
    await page.getByRole('group', { name: /^Tue/ }).getByRole('button', { name: '10:00' }).click()
    await seen(page.getByText('for Paula Seller', { exact: false }))
    await page.getByLabel('Where, or by which means').fill('By telephone')
    await shoot(page, 'admin-agree-on-a-time')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Confirm this time')
    await seen(page.getByText('Confirmed. Everybody is told.'))
    await seen(page.getByText('Confirmed', { exact: true }))
    const agreed = await one<{ status: string; place: string; at: Date; zone: string }>(
      `select a.status, a.place, a.starts_at as at, coalesce(c.time_zone, o.time_zone) as zone from appointments a
        join contacts c on c.id = a.attendee_contact_id join organisations o on o.id = c.organisation_id where a.id = $1`,
      paid.id,
    )
    expect(agreed).toMatchObject({ status: 'CONFIRMED', place: 'By telephone' })
    const shown = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: agreed.zone,
    })
    expect(shown.format(agreed.at)).toBe('Tue 10:00')
    await page.getByRole('menuitem', { name: 'Home' }).click()
    await queueCounts(page, 'Outreach', waiting - 1)
  })

  test('at night somebody is not called: the sheet says so, and a text waits for their morning', async () => {
    const asleep = await anAppointment(world, {
      at: 'OUTREACH',
      counterpart: { name: 'Nora Night', phone: '+4930901821', timeZone: THERE },
    })
    await open(asleep, 'Nora Night')
    await seen(page.getByText('quiet hours'))
    await seen(page.getByText('it waits until 08:00 there', { exact: false }))
    await press(page, 'Send text')
    await seen(attempts().getByText('1. Text'))
    await world.settled()
    await seen(attempts().getByText('Waits for their morning'))
    await shoot(page, 'admin-call-sheet-night')
    expect(await faultsOf(page)).toEqual([])
  })

  test('who asked for no texts gets none: the button says why', async () => {
    const phone = '+4930901822'
    const silent = await anAppointment(world, {
      at: 'OUTREACH',
      counterpart: { name: 'Silas Still', phone, timeZone: HERE },
    })
    await (
      await world.as(SUPPORT)
    ).ask('mutation($id: ID!) { recordAttempt(id: $id, kind: TEXT) { id } }', { id: silent.id })
    await world.settled()
    const admin = await world.as('admin@demo.test')
    await admin.ask('mutation($f: String!) { textFromPhone(from: $f, body: "STOP") { kind } }', { f: phone })
    await open(silent, 'Silas Still')
    await seen(page.getByText('They want no texts.'))
    await seen(attempts().getByText('Silas Still wants no more texts'))
    await seen(page.locator('button[aria-disabled=true]', { hasText: 'Send text' }))
    expect(await page.getByRole('button', { name: 'Send mail' }).getAttribute('aria-disabled')).toBeNull()
  })

  test('what could not be confirmed is noted, another counterpart is named, and what others do is seen live', async () => {
    const lost = await anAppointment(world, {
      at: 'OUTREACH',
      counterpart: { name: 'Lorna Lost', timeZone: HERE },
    })
    await open(lost, 'Lorna Lost')
    await press(page, 'Could not confirm')
    await press(dialog(), 'Could not confirm')
    await seen(page.getByText('Follow-up', { exact: true }))
    await press(page, 'Change the counterpart')
    await dialog().getByLabel('Name').fill('Petra Partner')
    await dialog().getByLabel('Telephone').fill('030 12')
    await press(dialog(), 'Change the counterpart')
    await seen(page.getByText('Please mend what is marked.'))
    await shoot(page, 'admin-change-counterpart')
    expect(await faultsOf(page)).toEqual([])
    await dialog().getByLabel('Telephone').fill('+4930901899')
    await press(dialog(), 'Change the counterpart')
    await seen(page.getByRole('heading', { name: 'Petra Partner', level: 1 }))
    const support = await world.as(SUPPORT)
    const startsAt = (await aFreeTime(world)).toISOString()
    await support.ask(
      'mutation($id: ID!, $s: DateTime!) { confirmAppointment(id: $id, startsAt: $s) { id } }',
      { id: lost.id, s: startsAt },
    )
    await seen(page.getByRole('heading', { name: 'Move it' }))
    await seen(page.locator('button[aria-disabled=true]', { hasText: 'Cancel appointment' }))
    expect(await statusOf(lost.id)).toEqual({ status: 'CONFIRMED' })
  })

  test('a confirmed time is moved where both sides agree, and else the counterpart is asked', async () => {
    const agreed = await anAppointment(world, {
      at: 'CONFIRMED',
      counterpart: { name: 'Anna Agreed', timeZone: HERE },
    })
    await open(agreed, 'Anna Agreed')
    await press(page, 'The week after')
    await page.getByRole('group', { name: /^Wed/ }).getByRole('button', { name: '11:30' }).click()
    await page.getByLabel('Both sides have agreed to it').check()
    await press(page, 'Move it')
    await seen(page.getByText('Done. Everybody is told.'))
    const moved = await one<{ status: string; at: Date }>(
      'select status, starts_at as at from appointments where id = $1',
      agreed.id,
    )
    expect(moved.status).toBe('CONFIRMED')
    expect(moved.at.getTime()).not.toBe(agreed.startsAt!.getTime())
    await seen(standing().locator(`time[datetime="${moved.at.toISOString()}"]`))
    await page.getByRole('group', { name: /^Thu/ }).getByRole('button', { name: '12:00' }).click()
    await press(page, 'Ask the counterpart')
    await seen(page.getByRole('group', { name: 'Proposed to them' }))
    expect(await statusOf(agreed.id)).toEqual({ status: 'OUTREACH' })
  })

  test('what is over and what nobody was reached for is decided from a list of just that', async () => {
    // Later than every attempt to reach somebody is given up, so that nothing more becomes to decide meanwhile.
    const hour = Math.ceil((await nowIn(world)).getTime() / HOUR) + 80
    const at = (hours: number) => new Date((hours + 0.5) * HOUR)
    const met = await anAppointment(world, {
      at: 'CONFIRMED',
      startsAt: at(hour),
      counterpart: { name: 'Mia Met' },
    })
    const later = await anAppointment(world, {
      at: 'CONFIRMED',
      startsAt: at(hour + 48),
      counterpart: { name: 'Lena Later' },
    })
    await moveTo(world, at(hour + 1))
    await page.reload() // since the last deadline nothing happened that would tell the page of the moved clock
    const toDecide = await world.rows<{ number: string }>(
      `select o.number from appointments a join orders o on o.id = a.order_id
        where a.status = 'UNREACHABLE' or a.status = 'CONFIRMED' and a.ends_at <= app_now()`,
    )
    await page.getByRole('menuitem', { name: 'Home' }).click()
    await queueCounts(page, 'Appointments to decide', toDecide.length)
    await openQueue(page, 'Appointments to decide')
    const row = (number: string) => page.getByRole('row').filter({ hasText: number })
    for (const { number } of toDecide) await seen(row(number))
    expect(await row(later.number).count()).toBe(0)
    await seen(row(met.number).getByText('to say whether they met'))
    await shoot(page, 'admin-appointments-to-decide')
    expect(await faultsOf(page)).toEqual([])
    await row(met.number).click()
    await press(page, 'It took place')
    await seen(page.getByText('Attended', { exact: true }))
    expect(await statusOf(met.id)).toEqual({ status: 'ATTENDED' })
    await page.getByRole('menuitem', { name: 'Home' }).click()
    await queueCounts(page, 'Appointments to decide', toDecide.length - 1)
  })

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
