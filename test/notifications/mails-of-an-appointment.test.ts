import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { anAsked, byAppointmentLink, CONFIRM, DECLINE, MOVE, slotsFor } from '../outreach/by-link.js'
import { readCalendar, the } from '../outreach/read-calendar.js'
import { aFreeTime, anAppointment, BUYER, moveTo, SUPPORT, take } from '../support/appointments.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { toldSince, textOf } from './campaign-mails.js'
import { byDay } from './texts/text-world.js'

const CLIENT = 'client@demo.test'
const MINUTE = 60_000

let world: World
let client: { attendeeContactId: string; client: string }

beforeAll(async () => {
  world = await openWorld()
  const [contact] = await world.rows<typeof client>(
    'select c.id as "attendeeContactId", o.name as client from contacts c join organisations o on o.id = c.organisation_id where c.email = $1',
    [CLIENT],
  )
  client = contact!
})
afterAll(() => world?.close())
beforeEach(() => byDay(world))

/** The mails since it was last asked, the counterpart by that word. */
async function toldOf({ orderId, email }: { orderId: string; email: string }): Promise<string[]> {
  const told = await toldSince(world, orderId)
  return told.map((line) => {
    const [template, who = ''] = line.replace(email, 'counterpart').split(': ')
    return `${template}: ${who.split(', ').toSorted().join(', ')}`
  })
}

/** The newest calendar entry that came to somebody: what it asks of a calendar, and which version it is. */
async function entryOf(email: string) {
  const calendar = (await world.inbox(email)).findLast((mail) => mail.calendar !== null)?.calendar
  const lines = readCalendar(calendar!)
  const value = (name: string) => the(lines, name).value
  return {
    method: value('METHOD'),
    uid: value('UID'),
    sequence: Number(value('SEQUENCE')),
    startsAt: value('DTSTART'),
    guests: lines.filter(({ name }) => name === 'ATTENDEE').map((line) => line.value),
    organiser: the(lines, 'ORGANIZER').value,
    title: value('SUMMARY'),
  }
}

const utc = (moment: Date | string) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '')

describe('an appointment that goes well', () => {
  let appointment: Awaited<ReturnType<typeof anAsked>>
  const told = () => toldOf(appointment)

  test('is told from the payment on: what happens next, that we have begun and what we do, and the counterpart is asked', async () => {
    appointment = await anAsked(world, client)
    expect(await told()).toEqual([
      'appointment-request: counterpart',
      'order-receipt: buyer',
      'outreach-started: buyer',
    ])
    expect(await textOf(world, appointment.orderId, 'order-receipt', BUYER)).toContain(
      'our team has the task of reaching Paula Seller',
    )
    const started = await textOf(world, appointment.orderId, 'outreach-started', BUYER)
    expect(started).toContain('begun to reach Paula Seller')
    expect(started).toContain('within 10 to 20 minutes')
    const asked = await textOf(world, appointment.orderId, 'appointment-request', appointment.email)
    expect(asked).toContain('Choose one of those that are free')
    expect(asked).not.toMatch(/€|Northwind|order/i) // neither price nor who pays
  })

  test('confirmed by the counterpart’s link, is told to both sides at once, each with their own calendar entry', async () => {
    const counterpart = await byAppointmentLink(world, appointment.email)
    const [slot] = await slotsFor(world, counterpart, appointment.id, { after: 3 })
    await counterpart.ask(CONFIRM, { id: appointment.id, s: slot!.startsAt })
    expect(await told()).toEqual([`appointment-confirmed: buyer, ${CLIENT}, counterpart`])
    for (const email of [BUYER, CLIENT, appointment.email]) {
      expect(await entryOf(email)).toMatchObject({
        method: 'REQUEST',
        startsAt: utc(slot!.startsAt),
        guests: [`mailto:${email}`],
        sequence: 1,
      })
    }
    expect(await textOf(world, appointment.orderId, 'appointment-confirmed', BUYER)).toContain(
      'With that your order is confirmed',
    )
  })

  test('moved by the counterpart, moves in every calendar', async () => {
    const before = await entryOf(BUYER)
    const counterpart = await byAppointmentLink(world, appointment.email, 'appointment-confirmed')
    const slots = await slotsFor(world, counterpart, appointment.id, { after: 4 })
    const later = slots.at(-1)!
    await counterpart.ask(MOVE, { id: appointment.id, s: later.startsAt })
    expect(await told()).toEqual([`appointment-changed: buyer, ${CLIENT}, counterpart`])
    for (const email of [BUYER, CLIENT, appointment.email])
      expect(await entryOf(email)).toMatchObject({
        method: 'REQUEST',
        uid: before.uid,
        sequence: before.sequence + 1,
        startsAt: utc(later.startsAt),
      })
    expect(await textOf(world, appointment.orderId, 'appointment-changed', BUYER)).toContain(
      'Paula Seller has moved',
    )
    await moveTo(world, new Date(later.startsAt), -24 * HOUR + MINUTE)
    expect(await told()).toEqual([`appointment-reminder: buyer, ${CLIENT}, counterpart`])
    await moveTo(world, new Date(later.startsAt), -2 * HOUR + MINUTE)
    expect(await told()).toEqual([`appointment-reminder: buyer, ${CLIENT}, counterpart`])
    await moveTo(world, new Date(later.startsAt), MINUTE)
    await take(world, SUPPORT, 'attended', { id: appointment.id })
    expect(await told()).toEqual([])
  })
})

describe('another time', () => {
  test('that the buyer proposes takes the old one out of every calendar, and asks the counterpart', async () => {
    const { id, orderId, email } = await anAsked(world)
    const first = await aFreeTime(world)
    await take(world, SUPPORT, 'confirm', { id, s: first.toISOString(), p: 'At the shop' })
    await toldSince(world, orderId)
    const second = new Date(first.getTime() + 24 * HOUR)
    while (second.getUTCDay() % 6 === 0) second.setTime(second.getTime() + 24 * HOUR)
    await take(world, BUYER, 'reschedule', { id, s: second.toISOString() })
    expect(await toldOf({ orderId, email })).toEqual([
      'appointment-changed: buyer',
      'appointment-request: counterpart',
    ])
    for (const to of [BUYER, email])
      expect(await entryOf(to)).toMatchObject({ method: 'CANCEL', sequence: 2, startsAt: utc(first) })
    expect(await textOf(world, orderId, 'appointment-request', email)).toContain(
      'stands as soon as you agree',
    )
    await take(world, SUPPORT, 'confirm', { id, s: second.toISOString() })
    expect(await toldOf({ orderId, email })).toEqual(['appointment-confirmed: buyer, counterpart'])
    for (const to of [BUYER, email])
      expect(await entryOf(to)).toMatchObject({ method: 'REQUEST', sequence: 3, startsAt: utc(second) })
  })
})

describe('an appointment that is not confirmed', () => {
  test('says that a text was sent only where one was', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'unconfirm', { id })
    await toldSince(world, orderId)
    expect(await textOf(world, orderId, 'appointment-unconfirmed', BUYER)).toContain(
      'We have sent Paula Seller a text message',
    )
    const noPhone = { counterpart: { phone: null, email: 'nora.phoneless@seller.test' } }
    const other = await anAppointment(world, { at: 'OUTREACH', ...noPhone })
    await take(world, SUPPORT, 'unconfirm', { id: other.id })
    await toldSince(world, other.orderId)
    const mail = await textOf(world, other.orderId, 'appointment-unconfirmed', BUYER)
    expect(mail).toContain('No text message was sent this time')
    expect(mail).not.toContain('We have sent')
  })

  test('declined by the counterpart, passes on their reason and their times', async () => {
    const { id, orderId, email } = await anAsked(world)
    await toldSince(world, orderId)
    const counterpart = await byAppointmentLink(world, email)
    const [slot] = await slotsFor(world, counterpart, id, { after: 5 })
    await counterpart.ask(DECLINE, { id, r: 'We are <b>away</b>.', o: [slot!.startsAt] })
    expect(await toldSince(world, orderId)).toEqual(['appointment-unconfirmed: buyer'])
    const mail = await textOf(world, orderId, 'appointment-unconfirmed', BUYER)
    expect(mail).toContain('> We are <b>away</b>.')
    expect(mail).toContain('These times were suggested instead')
  })

  test('given up, is told with what can be chosen; somebody else is begun with anew, and who was asked before hears so', async () => {
    const { id, orderId, email } = await anAsked(world)
    await world.move(73 * HOUR)
    expect(await toldSince(world, orderId)).toContain('appointment-unreachable: buyer')
    const text = await textOf(world, orderId, 'appointment-unreachable', BUYER)
    expect(text).toContain('Then you get all of your money back')
    expect(text).toContain('another person, address or telephone number')
    await byDay(world)
    const c = { name: 'Otto Other', email: 'otto@seller.test', timeZone: 'Europe/Berlin' }
    await take(world, BUYER, 'change', { id, c })
    expect(await toldSince(world, orderId)).toEqual([
      `appointment-cancelled: ${email}`,
      'outreach-started: buyer',
    ])
    expect(await textOf(world, orderId, 'appointment-cancelled', email)).toContain('You need to do nothing')
  })

  test('given up, is told of by what really happened: nobody tried by call, no answer about a new time, or no time agreed', async () => {
    const silent = await anAppointment(world, { at: 'OUTREACH' })
    const moved = await anAppointment(world, { at: 'CONFIRMED' })
    await take(world, BUYER, 'reschedule', { id: moved.id, s: (await aFreeTime(world)).toISOString() })
    const talkedTo = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'attempt', { id: talkedTo.id, kind: 'CALL', o: 'TALKED' })
    const declined = await anAsked(world)
    const counterpart = await byAppointmentLink(world, declined.email)
    await counterpart.ask(DECLINE, { id: declined.id, r: 'Not this year.' })
    await world.move(73 * HOUR)
    const mail = async ({ orderId }: { orderId: string }) => {
      await toldSince(world, orderId)
      return textOf(world, orderId, 'appointment-unreachable', BUYER)
    }
    expect(await mail(silent)).toContain('We got no confirmation from Paula Seller for Seller appointment')
    expect(await mail(moved)).toContain('Paula Seller did not answer about the new time')
    for (const reached of [talkedTo, declined])
      expect(await mail(reached)).toContain('We have heard from Paula Seller about Seller appointment')
    for (const each of [silent, moved, talkedTo, declined])
      expect(await mail(each)).not.toMatch(/could not reach|tried 0|tried to reach/)
  })

  test('with nobody beginning, calls support and admins after an hour of work', async () => {
    const { orderId } = await anAppointment(world, { at: 'PENDING' })
    await toldSince(world, orderId)
    await world.move(96 * HOUR)
    expect(await toldSince(world, orderId)).toEqual(['outreach-overdue: admin, support'])
  })

  test('is told of as it goes, once a day at most', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await toldSince(world, orderId)
    await world.move(25 * HOUR)
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'TALKED', n: 'Secret note.' })
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'BUSY' })
    expect(await toldSince(world, orderId)).toEqual(['outreach-progress: buyer'])
    const mail = await textOf(world, orderId, 'outreach-progress', BUYER)
    expect(mail).toContain('Call: we talked, no time is agreed on yet')
    expect(mail).not.toContain('Secret')
  })
})

describe('an appointment that is called off', () => {
  test('is told to both sides and leaves their calendars; the buyer’s words are not passed on', async () => {
    const { id, orderId, email } = await anAsked(world, client)
    const startsAt = await aFreeTime(world)
    await take(world, SUPPORT, 'confirm', { id, s: startsAt.toISOString() })
    await toldSince(world, orderId)
    await take(world, 'admin@demo.test', 'cancel', { id, r: 'The flat is sold.', f: '0' })
    expect(await toldOf({ orderId, email })).toEqual([`appointment-cancelled: buyer, ${CLIENT}, counterpart`])
    for (const to of [BUYER, CLIENT, email])
      expect(await entryOf(to)).toMatchObject({ method: 'CANCEL', sequence: 2, startsAt: utc(startsAt) })
    expect(await textOf(world, orderId, 'appointment-cancelled', BUYER)).toContain('> The flat is sold.')
    for (const to of [CLIENT, email])
      expect(await textOf(world, orderId, 'appointment-cancelled', to)).not.toContain('sold')
  })

  test('before anybody was asked, is told to who placed it alone, with the money', async () => {
    const { orderId } = await anAppointment(world, { at: 'CANCELLED' })
    expect((await toldSince(world, orderId)).filter((mail) => !mail.startsWith('order-receipt'))).toEqual([
      'appointment-cancelled: buyer',
      'refund-issued: buyer',
    ])
  })

  test('missed, says until when it can be tried again; tried again, it begins anew', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'NO_SHOW' })
    expect(await toldSince(world, orderId)).toContain('appointment-missed: buyer')
    await take(world, SUPPORT, 'retry', { id })
    expect(await toldSince(world, orderId)).toEqual(['outreach-started: buyer'])
    expect(await textOf(world, orderId, 'outreach-started', BUYER)).toContain('We try once more')
  })
})

test('what a counterpart was mailed is forgotten with them, where they are somebody we know', async () => {
  const email = 'diego@elm-dental.test'
  const counterpart = { name: 'Diego Elm', email }
  const { id } = await anAppointment(world, { at: 'CONFIRMED', counterpart })
  await take(world, 'admin@demo.test', 'cancel', { id, r: 'He is away.', f: '0' })
  expect(await world.inbox(email)).not.toEqual([])
  const [contact] = await world.rows<{ id: string }>('select id from contacts where email = $1', [email])
  const admin = await world.as('admin@demo.test')
  await admin.ask('mutation($id: ID!) { erasePerson(id: $id, reason: "Asked for it") { subjects } }', {
    id: contact!.id,
  })
  const traces = `recipient_name || to_address || coalesce(html, '') || coalesce(text, '') || coalesce(calendar::text, '')`
  expect(await world.rows(`select template from mails where ${traces} ~* 'diego'`)).toEqual([])
})

test('nothing went out but to whom it is for, and every mail was taken', async () => {
  expect(
    await world.rows(
      `select template, state, last_error from mails where state <> 'TAKEN' and to_address <> ''`,
    ),
  ).toEqual([])
})
