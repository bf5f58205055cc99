import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { anAsked } from '../outreach/by-link.js'
import { readCalendar, the } from '../outreach/read-calendar.js'
import { BUYER, SUPPORT, take } from '../support/appointments.js'
import { describeInBrowser, gone, openBrowser, type OpenBrowser, seen, shoot } from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { faultsOf, PHONE, widthOf } from './looks.js'
import { linkIn } from './mailbox.js'

jest.setTimeout(300_000)

/** Where the counterpart of these tests is; the browser is in the same zone unless it says otherwise. */
const BERLIN = { timezoneId: 'Europe/Berlin' }

describeInBrowser('the page of an appointment’s counterpart', () => {
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

  const statusOf = async (id: string) =>
    (await world.rows<{ status: string }>('select status from appointments where id = $1', [id]))[0]!.status
  const follow = async (email: string, options: Parameters<OpenBrowser['visit']>[1] = BERLIN) =>
    browser.visit(new URL(await linkIn(world, email, 'appointment-request')).pathname, options)
  const open = async (email: string, options: Parameters<OpenBrowser['visit']>[1] = BERLIN) => {
    const link = new URL(await linkIn(world, email, 'appointment-request'))
    const page = await browser.visit(link.pathname + link.hash, options)
    await page.getByRole('button', { name: /Open the appointment|Termin öffnen/ }).click()
    await seen(page.locator('.slots, .notice, .card'))
    return page
  }
  const choose = async (page: Page, nth = 0) => {
    await seen(page.locator('.slot'))
    await page.locator('.slot input').nth(nth).check({ force: true })
  }

  test('opens from the mail’s link, offers free times, and one of them is settled at once', async () => {
    const { id, email } = await anAsked(world)
    const page = await open(email)
    await seen(page.getByRole('heading', { level: 1, name: 'Seller appointment' }))
    await seen(page.getByText('Nora Winter of Northwind Agency would like to meet you. It takes 30 minutes.'))
    await seen(page.getByRole('heading', { name: 'Which time suits you?' }))
    expect(new URL(page.url()).hash).toBe('')
    await choose(page, 20)
    await seen(page.getByText(/^You have chosen \w+day, .* CET\.$/))
    await page.getByLabel('Where shall it be?').fill('Quay 4, Harbourtown')
    await shoot(page, 'counterpart-choose')
    await page.getByRole('button', { name: 'Confirm this time' }).click()
    await seen(page.getByText('Thank you. It is settled, and both of you get a confirmation.'))
    await seen(page.getByRole('heading', { name: 'It is settled' }))
    await seen(page.getByText('You meet Nora Winter of Northwind Agency. It takes 30 minutes.'))
    await seen(page.getByText('Quay 4, Harbourtown'))
    await shoot(page, 'counterpart-settled')
    expect(await statusOf(id)).toBe('CONFIRMED')
    const text = await page.locator('body').innerText()
    expect(text).not.toMatch(/[€$£]|\bEUR\b|attempt|undefined|null|Invalid/i)
  })

  test('gives the appointment to a calendar, and moves it', async () => {
    const { id, email } = await anAsked(world)
    const page = await open(email)
    await choose(page, 10)
    await page.getByRole('button', { name: 'Confirm this time' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Put it into my calendar' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('appointment.ics')
    const first = readCalendar(readFileSync(await download.path(), 'utf8'))
    await page.getByRole('button', { name: 'Move the appointment' }).click()
    await choose(page, 30)
    await page.getByRole('button', { name: 'Move it to this time' }).click()
    await seen(page.getByText('Thank you. The appointment was moved, and both of you are told.'))
    const [again] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Put it into my calendar' }).click(),
    ])
    const second = readCalendar(readFileSync(await again.path(), 'utf8'))
    expect(the(second, 'UID').value).toBe(the(first, 'UID').value)
    expect(Number(the(second, 'SEQUENCE').value)).toBeGreaterThan(Number(the(first, 'SEQUENCE').value))
    expect(the(second, 'DTSTART').value).not.toBe(the(first, 'DTSTART').value)
    expect(await statusOf(id)).toBe('CONFIRMED')
  })

  test('speaks German to who reads German, and takes a no with its reason and another time', async () => {
    const { id, email } = await anAsked(world, { counterpart: { locale: 'de', name: 'Paula Verkäuferin' } })
    const page = await open(email, { ...BERLIN, viewport: PHONE })
    await seen(page.getByRole('heading', { name: 'Wann passt es Ihnen?' }))
    await seen(page.locator('html[lang=de]'))
    await page.getByRole('button', { name: 'Nichts davon passt mir' }).click()
    await seen(page.locator('textarea:focus'))
    await gone(page.getByRole('heading', { name: 'Wann passt es Ihnen?' }))
    await page.getByRole('button', { name: 'An das Team schicken' }).click()
    await seen(page.getByText('Schreiben Sie ein paar Worte, damit wir wissen, wie es weitergeht.'))
    await page.getByLabel('Warum passt es Ihnen nicht?').fill('Ich bin die ganze Woche auf der Messe.')
    const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('Andere Zeit, 1').fill(`${soon}T18:30`)
    await shoot(page, 'counterpart-decline-de')
    await page.getByRole('button', { name: 'An das Team schicken' }).click()
    await seen(page.getByText('Danke. Unser Team hat Ihre Antwort.'))
    await gone(page.getByLabel('Warum passt es Ihnen nicht?'))
    await seen(page.getByRole('heading', { name: 'Sie haben uns gesagt, dass es nicht passt' }))
    const [kept] = await world.rows<{ times: string[]; status: string }>(
      'select other_times as times, status from appointments where id = $1',
      [id],
    )
    expect(kept!.status).toBe('FOLLOW_UP')
    expect(kept!.times).toEqual([expect.stringMatching(new RegExp(`^${soon}T1[67]:30`))])
    await page.getByRole('button', { name: 'English' }).click()
    await seen(page.getByRole('heading', { name: 'You told us that it does not suit you' }))
    await page.reload()
    await seen(page.getByRole('heading', { name: 'You told us that it does not suit you' }))
  })

  test('stops the texts, and shows what somebody else changes meanwhile', async () => {
    const { id, email } = await anAsked(world, { counterpart: { phone: '+4930901877' } })
    const page = await open(email)
    const texts = page.getByRole('switch', { name: 'Text messages' })
    await seen(texts.and(page.locator(':checked')))
    await texts.click()
    await seen(page.getByText('You get no more text messages.'))
    await seen(texts.and(page.locator(':not(:checked)')))
    const startsAt = new Date(Date.now() + 6 * 86_400_000)
    startsAt.setUTCHours(6, 10, 0, 0)
    await take(world, SUPPORT, 'confirm', { id, s: startsAt.toISOString() })
    await seen(page.getByRole('heading', { name: 'It is settled' }))
    const evening = `${startsAt.toISOString().slice(0, 10)}T18:10:00.000Z`
    await take(world, BUYER, 'reschedule', { id, s: evening })
    await seen(page.getByText('Another time was proposed'))
    await shoot(page, 'counterpart-proposed')
    await page.getByRole('button', { name: 'Agree to this time' }).click()
    await seen(page.getByRole('heading', { name: 'It is settled' }))
    expect(await statusOf(id)).toBe('CONFIRMED')
  })

  test('tells the time of another place where the reader is there', async () => {
    const { email } = await anAsked(world)
    const page = await open(email, { timezoneId: 'America/New_York' })
    await seen(page.locator('.slot time'))
    const berlin = await page.locator('.slot time').first().innerText()
    await page.getByLabel('Times are shown for').selectOption('America/New_York')
    await seen(page.locator('.slot time').filter({ hasText: /^0[3-9]:/ }))
    expect(await page.locator('.slot time').first().innerText()).not.toBe(berlin)
    await shoot(page, 'counterpart-zone')
  })

  test('with a link that was used sends a fresh one, and opens again where it was opened', async () => {
    const { email } = await anAsked(world)
    const page = await open(email)
    const link = new URL(await linkIn(world, email, 'appointment-request'))
    await page.goto(link.pathname + link.hash)
    await page.getByRole('button', { name: 'Open the appointment' }).click()
    await seen(page.getByRole('heading', { name: 'Which time suits you?' }))
    const elsewhere = await browser.visit(link.pathname + link.hash, BERLIN)
    await elsewhere.getByRole('button', { name: 'Open the appointment' }).click()
    await seen(elsewhere.getByText('This link was used or has ended'))
    await shoot(elsewhere, 'counterpart-used')
    await elsewhere.getByRole('button', { name: 'Send me a fresh link' }).click()
    await seen(elsewhere.getByText('A fresh link is on its way'))
    await world.settled()
    const fresh = new URL(await linkIn(world, email, 'appointment-request'))
    expect(fresh.hash).not.toBe(link.hash)
    await elsewhere.goto(fresh.pathname + fresh.hash)
    await elsewhere.reload()
    await elsewhere.getByRole('button', { name: 'Open the appointment' }).click()
    await seen(elsewhere.getByRole('heading', { name: 'Which time suits you?' }))
  })

  test('says so when the address is not complete, and when there is nothing left to answer', async () => {
    const { id, email } = await anAsked(world)
    const bare = await follow(email)
    await seen(bare.getByText('This address is not complete. Open the whole link from our message.'))
    const page = await open(email)
    await seen(page.getByRole('heading', { name: 'Which time suits you?' }))
    await take(world, BUYER, 'cancel', { id, r: 'Sold to somebody else.' })
    await page.reload()
    await seen(page.getByText('Open the newest link that we sent you'))
    await shoot(page, 'counterpart-ended')
    expect(await statusOf(id)).toBe('CANCELLED')
  })

  test('is used by keyboard alone', async () => {
    const { id, email } = await anAsked(world)
    const page = await open(email)
    await seen(page.locator('.slot'))
    await page.locator('.slot input').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await seen(page.getByText(/^You have chosen/))
    await page.keyboard.press('Tab')
    await page.keyboard.type('By telephone')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await seen(page.getByRole('heading', { name: 'It is settled' }))
    expect(await statusOf(id)).toBe('CONFIRMED')
  })

  test.each(['light', 'dark'] as const)(
    'reads well for everybody, %s, on a telephone',
    async (colorScheme) => {
      const { email } = await anAsked(world)
      const faults: string[] = []
      const look = async (page: Page, name: string) => {
        await shoot(page, `counterpart-${name}-phone-${colorScheme}`)
        faults.push(...(await faultsOf(page, name)))
        expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
      }
      const link = new URL(await linkIn(world, email, 'appointment-request'))
      const page = await browser.visit(link.pathname + link.hash, { ...BERLIN, colorScheme, viewport: PHONE })
      await seen(page.getByRole('button', { name: 'Open the appointment' }))
      await look(page, 'link')
      await page.getByRole('button', { name: 'Open the appointment' }).click()
      await choose(page, 15)
      await look(page, 'choose')
      await page.getByRole('button', { name: 'None of this suits me' }).click()
      await look(page, 'decline')
      await page.getByRole('button', { name: 'Back to the free times' }).click()
      await choose(page, colorScheme === 'light' ? 3 : 40)
      await page.getByRole('button', { name: 'Confirm this time' }).click()
      await seen(page.getByRole('heading', { name: 'It is settled' }))
      await look(page, 'settled')
      await page.getByRole('button', { name: 'Move the appointment' }).click()
      await seen(page.locator('.slot'))
      await look(page, 'move')
      expect(faults).toEqual([])
    },
  )

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
