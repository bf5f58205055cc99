import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { anAppointment, type AnAppointment, BUYER } from '../support/appointments.js'
import { describeInBrowser, openBrowser, type OpenBrowser } from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { inOffice } from './back-office.js'
import { faultsInOffice, type OfficePlace } from './office-looks.js'

jest.setTimeout(600_000)

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
      const page = await inOffice(browser, 'admin@demo.test', { colorScheme })
      const places: OfficePlace[] = [
        ['home-outreach', '/', 'What needs you now'],
        ['outreach', '/appointments', 'Outreach'],
        ['appointment-follow-up', `/appointments/${tried.id}/show`, 'Paula Seller'],
        ['order-appointment', `/orders/${tried.orderId}/show`, tried.number],
        ['appointment-confirmed', `/appointments/${agreed.id}/show`, 'Paula Seller'],
        ['inbox-list', '/inbox', 'Inbox'],
        ['texts', '/texts', 'Texts'],
        ['inbox-talk', `/inbox/${tried.orderId}`, 'Inbox'],
        ['text', `/texts/${text}/show`, /^Text to/],
        ['saved-replies', '/savedReplies', 'Saved replies'],
        ['calendars', '/calendars', 'Answering hours'],
      ]
      expect(await faultsInOffice(page, places, { desk: DESK, colorScheme })).toEqual([])
    },
  )

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
