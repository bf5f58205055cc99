import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type AnAppointment, anAppointment, BUYER, SUPPORT, take } from '../support/appointments.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  signInToPortal,
} from '../support/browser.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { DESK, PHONE } from './looks.js'
import { faultsOnTheWay, type Place } from './portal-looks.js'
import { buyerInPortal } from './portal.js'

jest.setTimeout(600_000)

const WISHES =
  'About the house in Lindenweg, the one with the long drive. Mornings suit us best; never on a Friday.'

describeInBrowser('the looks of appointments in the portal of their buyer', () => {
  let world: World
  let browser: OpenBrowser
  const at: Record<string, AnAppointment> = {}

  beforeAll(async () => {
    world = await openWorld()
    at['unreachable'] = await anAppointment(world, { at: 'UNREACHABLE' })
    at['outreach'] = await anAppointment(world, { at: 'OUTREACH', counterpart: { timeZone: 'Asia/Tokyo' } })
    at['followUp'] = await anAppointment(world, { at: 'FOLLOW_UP' })
    at['confirmed'] = await anAppointment(world, { at: 'CONFIRMED', wishes: WISHES })
    at['moving'] = await anAppointment(world, { at: 'CONFIRMED' })
    await take(world, SUPPORT, 'attempt', { id: at['outreach'].id, kind: 'CALL', o: 'VOICEMAIL' })
    await take(world, SUPPORT, 'attempt', { id: at['outreach'].id, kind: 'MAIL' })
    await take(world, BUYER, 'reschedule', {
      id: at['moving'].id,
      s: new Date(at['moving'].startsAt!.getTime() + HOUR).toISOString(),
    })
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const order = (name: string, press?: string): Place => ({
    name: press ? `${name}-${press.slice(0, 6).trim().toLowerCase()}` : name,
    path: `/orders/${at[name]!.orderId}`,
    heading: /^Order /,
    ...(press ? { press } : {}),
  })
  const places = (): Place[] => [
    order('outreach'),
    order('outreach', 'Cancel the appointment…'),
    order('followUp'),
    order('confirmed'),
    order('confirmed', 'Move the appointment'),
    order('moving'),
    order('unreachable'),
    order('unreachable', 'Correct the contact, or ask somebody else'),
    {
      name: 'buy',
      path: '/catalogue',
      heading: 'Catalogue',
      press: 'Add to cart: Seller appointment',
    },
  ]

  test.each([
    ['light', 'at a desk', DESK],
    ['dark', 'at a desk', DESK],
    ['light', 'on a telephone', PHONE],
    ['dark', 'on a telephone', PHONE],
  ] as const)('reads well for everybody, %s, %s', async (colorScheme, _where, viewport) => {
    const nora = await buyerInPortal(browser, { colorScheme, viewport, timezoneId: 'Europe/London' })
    expect(await faultsOnTheWay(nora, places(), { of: 'appointment', colorScheme })).toEqual([])
    await nora.context().close()
  })

  test('by keyboard alone a time is found, chosen and proposed', async () => {
    const nora = await browser.visit(`/portal/orders/${at['confirmed']!.orderId}`, { viewport: DESK })
    await signInToPortal(nora, BUYER)
    await nora.getByRole('button', { name: 'Move the appointment' }).focus()
    await nora.keyboard.press('Enter')
    const times = nora.getByRole('dialog').getByRole('radio')
    await seen(times)
    for (let step = 0; step < 10 && !(await isOnATime(nora)); step += 1) await nora.keyboard.press('Tab')
    await nora.keyboard.press('Space')
    await nora.keyboard.press('ArrowDown')
    await seen(nora.getByText(/^Chosen: /))
    await nora.keyboard.press('Tab')
    await nora.keyboard.press('Enter')
    await gone(nora.getByRole('dialog'))
    await seen(nora.getByText(/^You proposed /))
    const [moved] = await world.rows<{ status: string }>('select status from appointments where id = $1', [
      at['confirmed']!.id,
    ])
    expect(moved!.status).toBe('OUTREACH')
  })

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})

const isOnATime = (page: Page): Promise<boolean> =>
  page.evaluate(`document.activeElement?.getAttribute('type') === 'radio'`)
