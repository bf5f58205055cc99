import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { anAsked, byAppointmentLink, CONFIRM, DECLINE, slotsFor } from '../outreach/by-link.js'
import { ADMIN, type AnAppointment, anAppointment, BUYER, SUPPORT, take } from '../support/appointments.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  seen,
  shoot,
  signInToBackOffice,
  signInToPortal,
} from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { widthOf } from './looks.js'
import { linkIn } from './mailbox.js'

jest.setTimeout(600_000)

const PHONE = { width: 390, height: 844 }
const MARKUP = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>'
const TURNED = '\u202Eevig su ruoy\u202C مرحبا'
const LONG = 'Donaudampfschifffahrtsgesellschaft'.repeat(2)

/** What somebody means no good with, in a field of that name. */
const hostile = (field: string) => `${field} ${MARKUP} ${TURNED} ${LONG}`

describeInBrowser('hostile words in every field of an appointment', () => {
  let world: World
  let browser: OpenBrowser
  let declined: AnAppointment & { readonly email: string }
  let agreed: AnAppointment & { readonly email: string }
  let calledOff: AnAppointment

  beforeAll(async () => {
    world = await openWorld()
    await world.rows("update contacts set name = $1 where email = 'agency@demo.test'", [hostile('Attendee')])
    const wanted = { wishes: hostile('Wishes'), counterpart: { name: hostile('Name') } }
    declined = await anAsked(world, wanted)
    const { id } = declined
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'VOICEMAIL', n: hostile('Note') })
    const saysNo = await byAppointmentLink(world, declined.email)
    await take(world, SUPPORT, 'attempt', { id, kind: 'MAIL', t: hostile('Words') })
    await saysNo.ask(DECLINE, { id, r: hostile('Declined') })
    agreed = await anAsked(world, wanted)
    const saysYes = await byAppointmentLink(world, agreed.email)
    const [slot] = await slotsFor(world, saysYes, agreed.id)
    await saysYes.ask(CONFIRM, { id: agreed.id, s: slot!.startsAt, p: hostile('Place') })
    calledOff = await anAppointment(world, { at: 'OUTREACH', ...wanted })
    await take(world, ADMIN, 'cancel', { id: calledOff.id, r: hostile('Cancelled') })
    await world.settled()
    browser = await openBrowser(world.address)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** What a page shows otherwise than as it was written; nothing, where all is well. */
  async function wrongOn(page: Page, name: string, fields: readonly string[]): Promise<string[]> {
    await gone(page.getByRole('progressbar'))
    await gone(page.locator('.bones'))
    // Another page before this one may have had the same title, and words in the same fields.
    for (const field of fields) await seen(page.getByText(`${field} ${MARKUP}`))
    await shoot(page, `hostile-${name}`)
    const wrong: string[] = []
    if ((await page.locator('img[src=x]').count()) || (await page.evaluate('window.harmed')))
      wrong.push(`${name}: it did what it says`)
    const width = await widthOf(page)
    if (width > page.viewportSize()!.width) wrong.push(`${name}: ${width} wide`)
    return wrong
  }

  test('are shown to the buyer as they were written, and do nothing', async () => {
    const page = await browser.visit('/portal/', { viewport: PHONE, isMobile: true })
    await signInToPortal(page, BUYER)
    await seen(page.getByRole('heading', { name: 'Orders', level: 1 }))
    const wrong: string[] = []
    for (const [name, { orderId }, fields] of [
      ['portal-declined', declined, ['Name', 'Wishes', 'Declined']],
      ['portal-agreed', agreed, ['Name', 'Attendee', 'Place']],
      ['portal-called-off', calledOff, ['Name', 'Cancelled']],
    ] as const) {
      await page.goto(`/portal/orders/${orderId}`)
      await seen(page.getByRole('heading', { level: 1, name: /^Order / }))
      wrong.push(...(await wrongOn(page, name, fields)))
    }
    expect(wrong).toEqual([])
  })

  test('are shown to the counterpart as they were written, and do nothing', async () => {
    const wrong: string[] = []
    for (const [name, { email }, mail, fields] of [
      ['counterpart-declined', declined, 'appointment-request', ['Attendee', 'Name']],
      ['counterpart-agreed', agreed, 'appointment-confirmed', ['Attendee', 'Place', 'Name']],
    ] as const) {
      const link = new URL(await linkIn(world, email, mail))
      const page = await browser.visit(link.pathname + link.hash, { viewport: PHONE, isMobile: true })
      await page.getByRole('button', { name: 'Open the appointment' }).click()
      await seen(page.getByText(`Attendee ${MARKUP}`))
      wrong.push(...(await wrongOn(page, name, fields)))
    }
    expect(wrong).toEqual([])
  })

  test('are shown to the team as they were written, and do nothing, in mails neither', async () => {
    const page = await browser.visit('/admin/', { viewport: PHONE, isMobile: true })
    await signInToBackOffice(page, ADMIN)
    await seen(page.getByRole('heading', { name: 'What needs you now' }))
    const wrong: string[] = []
    for (const [name, path, fields] of [
      ['admin-declined', `/admin/#/appointments/${declined.id}/show`, ['Name', 'Wishes', 'Note', 'Declined']],
      ['admin-agreed', `/admin/#/appointments/${agreed.id}/show`, ['Name', 'Attendee', 'Place']],
      ['admin-called-off', `/admin/#/appointments/${calledOff.id}/show`, ['Name', 'Cancelled']],
      ['admin-list', '/admin/#/appointments', ['Name']],
      ['admin-order', `/admin/#/orders/${declined.orderId}/show`, ['Name', 'Declined']],
    ] as const) {
      await page.goto(path)
      await seen(page.getByRole('heading', { level: 1 }))
      await seen(page.getByText(`Name ${MARKUP}`))
      wrong.push(...(await wrongOn(page, name, fields)))
    }
    const mails = await world.rows<{ id: string }>(
      `select distinct on (template) id from mails where order_id = any($1) and html like '%window.harmed%' order by template, id`,
      [[declined.orderId, agreed.orderId, calledOff.orderId]],
    )
    expect(mails.length).toBeGreaterThan(3)
    for (const { id } of mails) {
      await page.goto(`/admin/#/mails/${id}/show`)
      const letter = page.frameLocator('iframe')
      await seen(letter.getByText('<script>window.harmed=1</script>'))
      if (await letter.locator('img[src=x], script').count()) wrong.push(`mail ${id} does what it says`)
    }
    expect(wrong).toEqual([])
  })

  test('no page wrote an error, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
