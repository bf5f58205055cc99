import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { byDay } from '../notifications/texts/text-world.js'
import { BUYER, PAULA, SUPPORT, VISIT } from '../support/appointments.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  remember,
  seen,
  shoot,
  stillTheSame,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { atHome, countOf, openQueue, press, queueCounts, turnTo } from './back-office.js'
import { PHONE } from './looks.js'
import { linkInText } from './mailbox.js'
import { buyerInPortal } from './portal.js'

jest.setTimeout(240_000)

const QUESTION = 'Does she know where to park?'
const ANSWER = 'Yes, in the yard. The gate is open.'
const AFTERWARDS = 'And she brings the plans.'

describeInBrowser(
  'an appointment that buyer, counterpart and support live through, each in a window of their own',
  () => {
    let world: World
    let browser: OpenBrowser
    let nora: Page
    let sam: Page
    let paula: Page
    let order: { id: string; number: string; appointment: string }

    beforeAll(async () => {
      world = await openWorld()
      await byDay(world)
      browser = await openBrowser(world.address)
      nora = await buyerInPortal(browser)
      await nora.goto('/portal/catalogue')
      sam = await atHome(browser, SUPPORT)
      await remember(nora)
    })
    afterAll(async () => {
      await browser?.close()
      await world?.close()
    })

    const bubble = (text: string) => nora.locator('.bubble').getByText(text)
    const answered = (text: string) => sam.getByRole('listitem').getByText(text, { exact: true })
    const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
    /** What a chip beside the title of a page of the back office says. */
    const toldToSupport = (state: string) =>
      seen(sam.locator('h1 ~ .MuiChip-root').getByText(state, { exact: true }))
    const appointment = async () =>
      (
        await world.rows<{ status: string; at: Date }>(
          'select status, starts_at as at from appointments where id = $1',
          [order.appointment],
        )
      )[0]!
    const mailsTo = async (email: string) => {
      await world.settled()
      return (await world.inbox(email)).map(({ template }) => template)
    }
    const choose = async (nth: number) => {
      const times: Locator = paula.locator('.slot input')
      await seen(paula.locator('.slot'))
      await times.nth(nth).check({ force: true })
    }

    test('the buyer pays; in that same second the outreach is on the desk of support', async () => {
      const waiting = await countOf(sam, 'Outreach')
      await press(nora, `Add to cart: ${VISIT}`)
      const dialog = nora.getByRole('dialog')
      await dialog.getByLabel('Name', { exact: true }).fill(PAULA.name)
      await dialog.getByLabel('Telephone').fill(PAULA.phone!)
      await dialog.getByLabel('E-mail address').fill(PAULA.email!)
      await dialog.getByLabel('Time zone').selectOption(PAULA.timeZone)
      await press(dialog, 'Add to cart')
      await gone(dialog)
      await follow(nora, /^Cart/)
      await nora.getByRole('checkbox', { name: /^I accept the terms/ }).check()
      await press(nora, 'Place the order')
      await nora.getByRole('button', { name: /^Pay €/ }).click()
      await follow(nora, 'To the order')
      await seen(
        nora.getByText('The order is paid, and our team is about to get in touch to agree on a time.'),
      )
      await queueCounts(sam, 'Outreach', waiting + 1)
      const found = await world.rows<typeof order & { tasks: number; together: boolean }>(
        `select o.id, o.number, a.id as appointment, count(k.id)::int as tasks, bool_and(k.created_at = a.opened_at) as together
        from orders o join appointments a on a.order_id = o.id join counterparts c on c.id = a.counterpart_id join tasks k on k.order_id = o.id
        where c.email = $1 group by o.id, a.id`,
        [PAULA.email],
      )
      expect(found).toEqual([expect.objectContaining({ tasks: 1, together: true })])
      order = found[0]!
    })

    test('support begins, calls in vain and sends a text; the buyer sees each of it as it happens', async () => {
      await openQueue(sam, 'Outreach')
      await sam.getByRole('row').filter({ hasText: order.number }).click()
      await press(sam, 'Begin outreach')
      await seen(nora.getByText('We have begun to reach out.'))
      await press(sam, 'No answer')
      const tries = nora.getByRole('region', { name: 'What we tried' })
      await seen(tries.getByText('Call: nobody answered'))
      await press(sam, 'After a call that was missed')
      await press(sam, 'Send text')
      await seen(tries.getByText(/^Text message: /))
      await seen(sam.getByRole('region', { name: 'Attempts' }).getByText('Delivered', { exact: true }))
      expect(await mailsTo(BUYER)).toContain('outreach-started')
      expect((await appointment()).status).toBe('OUTREACH')
    })

    test('the counterpart follows the link of the text and settles a time; both others see it at once', async () => {
      const link = new URL(await linkInText(world, PAULA.phone!))
      paula = await browser.visit(link.pathname + link.hash, { viewport: PHONE, timezoneId: 'Europe/Berlin' })
      await press(paula, 'Open the appointment')
      await remember(paula)
      await choose(12)
      await press(paula, 'Confirm this time')
      await seen(paula.getByRole('heading', { name: 'It is settled' }))
      await toldToSupport('Confirmed')
      const card = nora.getByRole('region', { name: 'The appointment' })
      await seen(card.getByText('Confirmed', { exact: true }))
      await seen(nora.getByRole('button', { name: 'Put it into your calendar' }))
      await shoot(paula, 'three-browsers-counterpart')
      expect((await appointment()).status).toBe('CONFIRMED')
      expect(await mailsTo(PAULA.email!)).toContain('appointment-confirmed')
      const mail = (await world.inbox(BUYER)).findLast(({ template }) => template === 'appointment-confirmed')
      expect(mail?.calendar).toMatch(/^BEGIN:VCALENDAR/)
    })

    test('the buyer asks; support has it in the inbox and answers by Enter; who reads and who writes is seen', async () => {
      await turnTo(sam, 'Inbox')
      await seen(sam.getByRole('heading', { name: 'Inbox', level: 1 }))
      await nora.locator('.kinds label').filter({ hasText: 'Question' }).click()
      await nora.getByLabel('Write to our team').fill(QUESTION)
      await press(nora, 'Ask')
      const talk = sam
        .getByRole('navigation', { name: 'Inbox' })
        .getByRole('link')
        .filter({ hasText: order.number })
      await seen(talk.locator('[data-clock=waiting]'))
      await talk.click()
      await seen(answered(QUESTION))
      await seen(nora.locator('.feed > li').filter({ hasText: QUESTION }).getByText('Read by Sam Lindqvist'))
      const box = sam.getByLabel('Write a message')
      await box.pressSequentially(ANSWER.slice(0, 8))
      await seen(nora.getByText('Sam Lindqvist is writing…'))
      await box.fill(ANSWER)
      await box.press('Enter')
      await seen(bubble(ANSWER))
      await gone(talk.locator('[data-clock=waiting]'))
      const promises = await world.rows(
        'select answered_at is not null as answered, broken_at is not null as broken from promises where order_id = $1',
        [order.id],
      )
      expect(promises).toEqual([{ answered: true, broken: false }])
      await shoot(nora, 'three-browsers-answered')
    })

    test('who is not looking is mailed what was written', async () => {
      const before = (await mailsTo(BUYER)).filter((name) => name === 'message-posted').length
      await seen(sam.getByText('Nora Winter is here, too'))
      await follow(nora, 'Catalogue')
      await gone(sam.getByText('Nora Winter is here, too'))
      await sam.getByLabel('Write a message').fill(AFTERWARDS)
      await sam.getByLabel('Write a message').press('Enter')
      await seen(answered(AFTERWARDS))
      await world.settled()
      await world.move(61_000)
      const mails = (await mailsTo(BUYER)).filter((name) => name === 'message-posted')
      expect(mails).toHaveLength(before + 1)
      const mail = (await world.inbox(BUYER)).findLast(({ template }) => template === 'message-posted')
      expect(mail?.text).toContain(AFTERWARDS)
    })

    test('the counterpart moves it; buyer and support see the new time, and nobody had to load a page anew', async () => {
      const { at } = await appointment()
      await follow(nora, 'Orders')
      await nora.locator('.order-card').filter({ hasText: order.number }).getByRole('link').click()
      await seen(nora.getByText('Live', { exact: true }))
      await sam.goto(`/admin/#/appointments/${order.appointment}/show`)
      await toldToSupport('Confirmed')
      await press(paula, 'Move the appointment')
      await choose(30)
      await press(paula, 'Move it to this time')
      await seen(paula.getByText('Thank you. The appointment was moved, and both of you are told.'))
      await seen(nora.getByText(/^The appointment was moved/))
      await seen(sam.getByText('Moved the appointment'))
      const moved = await appointment()
      expect(moved.status).toBe('CONFIRMED')
      expect(moved.at.getTime()).not.toBe(at.getTime())
      expect(await mailsTo(BUYER)).toContain('appointment-changed')
      await shoot(nora, 'three-browsers-moved')
      for (const page of [nora, sam, paula]) expect(await stillTheSame(page)).toBe(true)
      expect(await world.ledgerFaults()).toEqual([])
      expect(browser.troubles).toEqual([])
    })
  },
)
