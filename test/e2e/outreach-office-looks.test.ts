import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { anAppointment, type AnAppointment, BUYER } from '../support/appointments.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { faultsOf, widthOf } from './looks.js'

jest.setTimeout(600_000)

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 1400 }

describeInBrowser('the looks of outreach and the inbox', () => {
  let world: World
  let browser: OpenBrowser
  let tried: AnAppointment
  let agreed: AnAppointment
  let text: string
  beforeAll(async () => {
    world = await openWorld()
    tried = await anAppointment(world, { at: 'FOLLOW_UP', wishes: 'In the afternoon, if possible.' })
    agreed = await anAppointment(world, { at: 'CONFIRMED' })
    const buyer = await world.as(BUYER)
    const ask = (o: string, b: string) =>
      buyer.ask(
        'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, kind: QUESTION, visibility: BUYER) { id } }',
        { o, b },
      )
    await ask(agreed.orderId, 'Shall we bring the papers of the house?')
    await world.move(21 * 60_000)
    await ask(tried.orderId, 'Have you reached her?')
    await world.settled()
    const [row] = await world.rows<{ id: string }>('select id from texts order by queued_at desc limit 1')
    text = row!.id
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  test.each(['light', 'dark'] as const)(
    'every page of it reads well, %s and on a telephone',
    async (colorScheme) => {
      const page = await browser.visit('/admin/', { colorScheme, viewport: DESK })
      await signInToBackOffice(page, 'admin@demo.test')
      await seen(page.getByRole('heading', { name: 'What needs you now' }))
      const places: [name: string, path: string, title: string | RegExp][] = [
        ['home-outreach', '/admin/#/', 'What needs you now'],
        ['outreach', '/admin/#/appointments', 'Outreach'],
        ['appointment-follow-up', `/admin/#/appointments/${tried.id}/show`, 'Paula Seller'],
        ['appointment-confirmed', `/admin/#/appointments/${agreed.id}/show`, 'Paula Seller'],
        ['order-appointment', `/admin/#/orders/${tried.orderId}/show`, tried.number],
        ['inbox-list', '/admin/#/inbox', 'Inbox'],
        ['inbox-talk', `/admin/#/inbox/${tried.orderId}`, 'Inbox'],
        ['texts', '/admin/#/texts', 'Texts'],
        ['text', `/admin/#/texts/${text}/show`, /^Text to/],
        ['saved-replies', '/admin/#/savedReplies', 'Saved replies'],
        ['calendars', '/admin/#/calendars', 'Answering hours'],
      ]
      const found: string[] = []
      for (const [name, path, title] of places) {
        await page.setViewportSize(DESK)
        await page.goto(path)
        await seen(page.getByRole('heading', { name: title, level: 1 }))
        await gone(page.getByRole('progressbar'))
        await page.evaluate('window.scrollTo(0, 0)')
        await shoot(page, `admin-${name}-${colorScheme}`)
        found.push(...(await faultsOf(page, name)))
        await page.setViewportSize(PHONE)
        await shoot(page, `admin-${name}-${colorScheme}-phone`)
        expect([name, await widthOf(page)]).toEqual([name, PHONE.width])
      }
      expect(found).toEqual([])
    },
  )

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
