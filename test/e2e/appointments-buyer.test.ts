import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { anAppointment, BUYER, PAULA, SUPPORT, take } from '../support/appointments.js'
import {
  describeInBrowser,
  gone,
  openBrowser,
  type OpenBrowser,
  remember,
  seen,
  shoot,
  signInToPortal,
  stillTheSame,
} from '../support/browser.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { DESK } from './looks.js'
import { buyerInPortal } from './portal.js'

jest.setTimeout(180_000)

describeInBrowser('an appointment in the portal of its buyer', () => {
  let world: World
  let browser: OpenBrowser
  let nora: Page

  beforeAll(async () => {
    world = await openWorld()
    browser = await openBrowser(world.address)
    nora = await buyerInPortal(browser, { viewport: DESK, timezoneId: 'America/New_York' })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const button = (name: string) => nora.getByRole('button', { name, exact: true })
  const dialog = () => nora.getByRole('dialog')
  const statusOf = async (id: string) =>
    (await world.rows<{ status: string }>('select status from appointments where id = $1', [id]))[0]!.status

  async function open(orderId: string): Promise<void> {
    await nora.goto(`/portal/orders/${orderId}`)
    await seen(nora.getByText('Live', { exact: true }))
    await remember(nora)
  }

  test('is bought with whom it is, who attends and what is wished; wrong details are said at their field', async () => {
    await nora.goto('/portal/catalogue')
    await button('Add to cart: Seller appointment').click()
    await dialog().getByRole('button', { name: 'Add to cart' }).click()
    await seen(dialog().getByText('Write the person’s name.'))
    await seen(dialog().getByText('Give an e-mail address or a telephone number.'))
    await dialog().getByLabel('Name', { exact: true }).fill('Paula Seller')
    await dialog().getByLabel('Telephone').fill('030 901820')
    await dialog().getByRole('button', { name: 'Add to cart' }).click()
    await seen(dialog().getByText(/^Begin with a plus sign/))
    await dialog().getByLabel('E-mail address').fill('paula at seller')
    await dialog().getByLabel('Telephone').fill('0049 (30) 901-820')
    await dialog().getByRole('button', { name: 'Add to cart' }).click()
    await seen(dialog().getByText('Expected: an e-mail address.'))
    await shoot(nora, 'portal-appointment-form')
    await dialog().getByLabel('E-mail address').fill('paula@seller.test')
    await dialog().getByLabel('Time zone').selectOption('Europe/Berlin')
    await dialog().getByLabel('Wishes').fill('About the house in Lindenweg. Mornings are best.')
    await dialog().getByRole('button', { name: 'Add to cart' }).click()
    await gone(dialog())
    await nora.getByRole('link', { name: 'Go to the cart' }).click()
    await seen(nora.getByText(/30 minutes with Paula Seller · Nora Winter attends/))
    await shoot(nora, 'portal-appointment-cart')
    await nora.getByRole('checkbox', { name: /^I accept the terms/ }).check()
    await button('Place the order').click()
    await nora.getByRole('button', { name: /^Pay €/ }).click()
    await nora.getByRole('link', { name: 'To the order' }).click()
    await seen(nora.getByText('The order is paid, and our team is about to get in touch to agree on a time.'))
    const [kept] = await world.rows<{ phone: string; wishes: string; tasks: number }>(
      `select c.phone, l.wishes, (select count(*)::int from tasks t where t.order_id = l.order_id) as tasks
        from order_lines l join counterparts c on c.id = l.counterpart_id where c.name = 'Paula Seller'`,
    )
    expect(kept).toEqual({
      phone: '+4930901820',
      wishes: 'About the house in Lindenweg. Mornings are best.',
      tasks: 1,
    })
    await shoot(nora, 'portal-appointment-pending')
  })

  test('outreach and its attempts appear live, then the confirmed time in both zones, with a file for the calendar', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'PENDING' })
    await world.settled()
    const receipts = await world.rows(
      `select from mails where order_id = $1 and template = 'order-receipt'`,
      [orderId],
    )
    expect(receipts).toHaveLength(1)
    await open(orderId)
    const offer = nora.getByText('No news by mail yet? Ask here how it stands.')
    await seen(offer) // the receipt is no news of the appointment
    await shoot(nora, 'portal-appointment-no-news')
    await take(world, SUPPORT, 'start', { id })
    await seen(nora.getByText('We have begun to reach out.'))
    await world.settled()
    await open(orderId)
    await seen(button('Ask our team'))
    expect(await offer.count()).toBe(0)
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'NO_ANSWER', n: 'Voicemail is full.' })
    const tries = nora.getByRole('region', { name: 'What we tried' })
    await seen(tries.getByText('Call: nobody answered'))
    await seen(nora.getByText('A call to the other side: nobody answered.'))
    await seen(tries.getByText(/^1 of 5 attempts\. We keep trying until/))
    await take(world, SUPPORT, 'attempt', { id, kind: 'TEXT' })
    await seen(tries.getByText(/^Text message: /))
    expect(await nora.getByText('Voicemail is full.').count()).toBe(0)
    await shoot(nora, 'portal-appointment-outreach')
    await take(world, SUPPORT, 'confirm', { id, s: await freeTime(id), p: 'Lindenweg 4' })
    const card = nora.getByRole('region', { name: 'The appointment' })
    await seen(card.getByText('Confirmed', { exact: true }))
    await seen(card.getByText(/GMT−[45]$/))
    await seen(card.getByText(/CES?T for Paula Seller$|GMT\+[12] for Paula Seller$/))
    await seen(card.getByText('Lindenweg 4'))
    await seen(nora.getByText('The appointment is confirmed.').first())
    const [download] = await Promise.all([
      nora.waitForEvent('download'),
      button('Put it into your calendar').click(),
    ])
    const file = await readFile(await download.path(), 'utf8')
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(file).toContain('LOCATION:Lindenweg 4')
    expect(await stillTheSame(nora)).toBe(true)
    await shoot(nora, 'portal-appointment-confirmed')
  })

  /** The first free time of an appointment as the buyer finds it. */
  async function freeTime(id: string): Promise<string> {
    const [clock] = await world.rows<{ now: Date }>('select app_now() as now')
    const from = clock!.now.getTime() + 72 * HOUR
    const { freeSlots } = await (
      await world.as(BUYER)
    ).ask(
      'query($id: ID!, $f: DateTime!, $u: DateTime!) { freeSlots(appointmentId: $id, from: $f, until: $u) { startsAt } }',
      { id, f: new Date(from).toISOString(), u: new Date(from + 144 * HOUR).toISOString() },
    )
    return freeSlots[0].startsAt
  }

  test('is moved to a free time, to which the other side has to agree', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'CONFIRMED' })
    await open(orderId)
    await button('Move the appointment').click()
    await seen(dialog().getByText(/^Paula Seller has to agree to the new time/))
    await seen(dialog().getByText('Choose a time first.'))
    await dialog().getByRole('button', { name: 'Later' }).click()
    await dialog().getByRole('button', { name: 'Earlier' }).click()
    await dialog().getByRole('radio').nth(3).check({ force: true })
    await seen(dialog().getByText(/^Chosen: /))
    await shoot(nora, 'portal-appointment-move')
    await dialog().getByRole('button', { name: 'Propose this time' }).click()
    await gone(dialog())
    await seen(nora.getByText('The appointment is to be moved, and the other side is asked.'))
    await seen(nora.getByText(/^You proposed .* Paula Seller has to agree\.$/))
    expect(await statusOf(id)).toBe('OUTREACH')
    const cancel = button('Cancel the appointment…')
    expect(await cancel.getAttribute('aria-disabled')).toBe('true')
    await seen(nora.getByText(/^A time was agreed, so you can’t cancel by yourself any more/))
    expect(await stillTheSame(nora)).toBe(true)
  })

  test('where nobody was reached the buyer chooses: somebody else is asked, and outreach begins anew', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'UNREACHABLE' })
    await open(orderId)
    await seen(nora.getByText('No time was agreed with Paula Seller'))
    await shoot(nora, 'portal-appointment-unreachable')
    await button('Talk it over with our team').click()
    await seen(nora.locator('textarea:focus'))
    await button('Correct the contact, or ask somebody else').click()
    expect(await dialog().getByLabel('Name', { exact: true }).inputValue()).toBe(PAULA.name)
    await dialog().getByLabel('Name', { exact: true }).fill('Peter Seller')
    await dialog().getByLabel('Telephone').fill('+49 30 901821')
    await shoot(nora, 'portal-appointment-counterpart')
    await dialog().getByRole('button', { name: 'Begin again with these' }).click()
    await gone(dialog())
    await seen(nora.getByRole('region', { name: 'The appointment' }).getByText('Peter Seller'))
    expect(await statusOf(id)).toBe('OUTREACH')
    await seen(nora.getByText(/^0 of 5 attempts/))
  })

  test('where nobody was reached it is cancelled, and all of the money comes back', async () => {
    const { id, orderId, price } = await anAppointment(world, { at: 'UNREACHABLE' })
    await open(orderId)
    await button('Cancel, with all of your money back').click()
    await seen(dialog().getByText(/goes back to you, the way it came\./))
    await dialog().getByRole('button', { name: 'Cancel the appointment' }).click()
    await seen(dialog().getByText('Say why, in a sentence.'))
    await dialog().getByLabel('Why?').fill('They have sold already.')
    await dialog().getByRole('button', { name: 'Cancel the appointment' }).click()
    await gone(dialog())
    await seen(nora.getByText('Cancelled', { exact: true }).first())
    await seen(nora.getByText('All of it went back to you'))
    expect(await statusOf(id)).toBe('CANCELLED')
    const [back] = await world.rows<{ amount: string }>(
      `select sum(amount)::text as amount from operations where order_id = $1 and kind = 'REFUND' and state = 'SUCCEEDED'`,
      [orderId],
    )
    expect(BigInt(back!.amount)).toBe(price)
  })

  test('the feed is offered where one may be in doubt, and where the appointment is near', async () => {
    const doubtful = await anAppointment(world, { at: 'FOLLOW_UP' })
    await open(doubtful.orderId)
    await seen(nora.getByText('Not sure how it goes on? Ask us here.'))
    await seen(nora.getByRole('button', { name: 'Change whom we try to reach' }))
    await shoot(nora, 'portal-appointment-follow-up')
    const near = await anAppointment(world, { at: 'CONFIRMED' })
    await open(near.orderId)
    expect(await nora.getByText(/^The appointment is near/).count()).toBe(0)
    const [clock] = await world.rows<{ now: Date }>('select app_now() as now')
    await world.move(near.startsAt!.getTime() - clock!.now.getTime() - 5 * HOUR)
    await open(near.orderId)
    await seen(nora.getByText('The appointment is near. If something is unclear, ask us here.'))
    await shoot(nora, 'portal-appointment-near')
  })

  test('whoever it is for sees the appointment, and nothing of how often it was tried or of money', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH', client: 'Harbour Bakery' })
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'BUSY' })
    const clara = await browser.visit(`/portal/orders/${orderId}`)
    await signInToPortal(clara, 'client@demo.test')
    await seen(clara.getByRole('region', { name: 'The appointment' }).getByText('Paula Seller'))
    await seen(clara.getByText('Live', { exact: true }))
    await shoot(clara, 'portal-appointment-client')
    for (const hidden of ['What we tried', 'Call: the line was busy', 'Cancel the appointment…', 'Payment'])
      expect([hidden, await clara.getByText(hidden, { exact: true }).count()]).toEqual([hidden, 0])
  })

  test('nothing went wrong on any page meanwhile, and none asked anybody else', () => {
    expect(browser.troubles).toEqual([])
  })
})
