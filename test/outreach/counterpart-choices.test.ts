import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { anAppointment, BUYER, nowIn, SUPPORT, take } from '../support/appointments.js'
import type { Caller } from '../support/caller.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  anAsked,
  byAppointmentLink,
  CONFIRM,
  DECLINE,
  MOVE,
  seenByLink,
  slotsFor,
  type SlotShown,
} from './by-link.js'
import { readCalendar, the } from './read-calendar.js'
import { carried, eventsOf } from './read-appointment.js'

const CALENDAR =
  'query($id: ID!, $l: String) { appointmentCalendar(appointmentId: $id, locale: $l) { name content } }'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

/** What the order says to its buyer. */
const saysOf = async (orderId: string): Promise<string> => {
  const ask = 'query($id: ID!) { order(id: $id) { standing { summary } } }'
  return (await (await world.as(BUYER)).ask(ask, { id: orderId })).order.standing.summary
}

const aSlot = async (caller: Caller, id: string, nth = 0): Promise<SlotShown> =>
  (await slotsFor(world, caller, id, { after: 5 }))[nth]!

describe('a counterpart by their link', () => {
  test('confirms one of the free times, and says where: the order says so in the same commit', async () => {
    const { id, orderId, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    const { startsAt, endsAt } = await aSlot(counterpart, id)
    const { confirmAppointment } = await counterpart.ask(CONFIRM, { id, s: startsAt, p: 'Quay 4' })
    expect(confirmAppointment).toEqual({ id, status: 'CONFIRMED', startsAt, place: 'Quay 4' })
    expect(await seenByLink(counterpart, id)).toMatchObject({ startsAt, endsAt, place: 'Quay 4' })
    const [order] = await world.rows<{ stage: string; same: boolean }>(
      'select o.stage, o.xmin = a.xmin as same from orders o join appointments a on a.order_id = o.id where o.id = $1',
      [orderId],
    )
    expect(order).toEqual({ stage: 'CONFIRMED', same: true })
    const [event] = await world.rows<{ kind: string }>(
      `select actor_kind as kind from events where stream_id = $1 and type = 'appointment.confirmed'`,
      [orderId],
    )
    expect(event).toEqual({ kind: 'link' })
    await world.settled()
    expect((await world.inbox(email)).map(({ template }) => template)).toContain('appointment-confirmed')
  })

  test('takes only what is offered: no night, no weekend, nothing past, nothing that was taken', async () => {
    const { id, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    const slot = await aSlot(counterpart, id, 3)
    const day = slot.startsAt.slice(0, 10)
    const offered = { code: 'VALIDATION', fields: [{ path: 'startsAt' }] }
    for (const s of [`${day}T02:00:00Z`, `${day}T10:10:00Z`])
      expect(await counterpart.refused(CONFIRM, { id, s })).toMatchObject(offered)
    const yesterday = new Date((await nowIn(world)).getTime() - 24 * HOUR).toISOString()
    expect(['SLOT_PAST', 'VALIDATION']).toContain(
      (await counterpart.refused(CONFIRM, { id, s: yesterday }))['code'],
    )
    await anAppointment(world, { at: 'CONFIRMED', startsAt: new Date(slot.startsAt) })
    expect(await counterpart.refused(CONFIRM, { id, s: slot.startsAt })).toMatchObject({ code: 'SLOT_TAKEN' })
    const left = await slotsFor(world, counterpart, id, { after: 5 })
    expect(left.map(({ startsAt }) => startsAt)).not.toContain(slot.startsAt)
    expect(await seenByLink(counterpart, id)).toMatchObject({ status: 'OUTREACH', startsAt: null })
  })

  test('declines with a reason and other times, and may still choose one', async () => {
    const { id, orderId, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    const { startsAt } = await aSlot(counterpart, id)
    const r = 'I am at the trade fair all week.'
    const { declineAppointment } = await counterpart.ask(DECLINE, { id, r, o: [startsAt] })
    expect(declineAppointment).toEqual({ id, status: 'FOLLOW_UP', declineReason: r, otherTimes: [startsAt] })
    expect(await carried(world, orderId, 'appointment.declined')).toMatchObject({ otherTimes: [startsAt] })
    expect(JSON.stringify(await carried(world, orderId, 'appointment.declined'))).not.toContain('trade fair')
    expect(await counterpart.ask(CONFIRM, { id, s: startsAt, p: null })).toMatchObject({
      confirmAppointment: { status: 'CONFIRMED' },
    })
  })

  test('declines while nobody knows what became of our text: the buyer hears that, and not that they were not reached', async () => {
    const { id, orderId, email } = await anAsked(world, { counterpart: { phone: '+15005550015' } })
    const counterpart = await byAppointmentLink(world, email)
    await take(world, SUPPORT, 'unconfirm', { id })
    await counterpart.ask(DECLINE, { id, r: 'Not this year.', o: [] })
    await world.move(HOUR / 4)
    await world.settled()
    const events = await eventsOf(world, orderId)
    expect(events).toContain('appointment.declined')
    expect(events).not.toContain('appointment.unconfirmed-told')
  })

  test('declines after we had said that it is not confirmed: the order says so, and after that no other time was agreed', async () => {
    const { id, orderId, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    await take(world, SUPPORT, 'unconfirm', { id })
    await counterpart.ask(DECLINE, { id, r: 'Not this year.' })
    expect(await saysOf(orderId)).toBe('The other side declined for now.')
    await world.move(73 * HOUR)
    expect(await saysOf(orderId)).toBe('No time could be agreed with the other side.')
  })

  test('was talked to and agrees to no time: the order does not say that they could not be reached', async () => {
    const talkedTo = await anAppointment(world, { at: 'OUTREACH' })
    const rung = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'attempt', { id: talkedTo.id, kind: 'CALL', o: 'TALKED' })
    await take(world, SUPPORT, 'attempt', { id: rung.id, kind: 'CALL', o: 'NO_ANSWER' })
    await world.move(73 * HOUR)
    expect(await saysOf(talkedTo.orderId)).toBe('No time could be agreed with the other side.')
    expect(await saysOf(rung.orderId)).toBe('We could not reach the person the appointment is with.')
  })

  test('declines, and agrees after all: what they had said before is over once it is to be moved', async () => {
    const { id, orderId, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    const { startsAt } = await aSlot(counterpart, id)
    await counterpart.ask(DECLINE, { id, r: 'Not that week.', o: [startsAt] })
    await counterpart.ask(CONFIRM, { id, s: startsAt })
    await take(world, BUYER, 'reschedule', {
      id,
      s: new Date(Date.parse(startsAt) + 24 * HOUR).toISOString(),
    })
    await take(world, SUPPORT, 'unconfirm', { id })
    expect(await seenByLink(counterpart, id)).toMatchObject({
      status: 'FOLLOW_UP',
      declineReason: null,
      otherTimes: [],
    })
    expect(await saysOf(orderId)).toBe('The appointment is to be moved, and the other side is asked.')
  })

  test('moves a confirmed appointment to another free time: it stays confirmed, and its calendar entry rises', async () => {
    const { id, orderId, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    const first = await aSlot(counterpart, id)
    await counterpart.ask(CONFIRM, { id, s: first.startsAt })
    const { icsSequence } = await seenByLink(counterpart, id)
    const others = await slotsFor(world, counterpart, id, { after: 5 })
    expect(others.map(({ startsAt }) => startsAt)).not.toContain(first.startsAt)
    const second = others[1]!
    const { rescheduleAppointment } = await counterpart.ask(MOVE, { id, s: second.startsAt })
    expect(rescheduleAppointment).toEqual({
      id,
      status: 'CONFIRMED',
      startsAt: second.startsAt,
      icsSequence: icsSequence + 1,
    })
    expect(await carried(world, orderId, 'appointment.rescheduled')).toEqual({
      from: first.startsAt,
      startsAt: second.startsAt,
    })
    expect(
      await counterpart.refused(MOVE, { id, s: `${second.startsAt.slice(0, 10)}T03:00:00Z` }),
    ).toMatchObject({ code: 'VALIDATION' })
  })

  test('agrees to a time that the buyer proposed, whatever the clock says there', async () => {
    const { id, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    const { startsAt } = await aSlot(counterpart, id)
    await counterpart.ask(CONFIRM, { id, s: startsAt })
    const evening = `${startsAt.slice(0, 10)}T18:05:00.000Z`
    await take(world, BUYER, 'reschedule', { id, s: evening })
    expect(await seenByLink(counterpart, id)).toMatchObject({ status: 'OUTREACH', proposedStartsAt: evening })
    await counterpart.ask(CONFIRM, { id, s: evening })
    expect(await seenByLink(counterpart, id)).toMatchObject({
      status: 'CONFIRMED',
      startsAt: evening,
      proposedStartsAt: null,
    })
  })

  test('wants no texts any more, and takes them again', async () => {
    const { id, orderId, email } = await anAsked(world, { counterpart: { phone: '+4930901899' } })
    const counterpart = await byAppointmentLink(world, email)
    const say = async (verb: string) =>
      (await counterpart.ask(`mutation($id: ID!) { ${verb}(id: $id) { counterpart { optedOut } } }`, { id }))[
        verb
      ].counterpart.optedOut
    expect(await say('stopTexts')).toBe(true)
    const support = await world.as(SUPPORT)
    expect(
      await support.refused('mutation($id: ID!) { recordAttempt(id: $id, kind: TEXT) { id } }', { id }),
    ).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'kind' }] })
    expect(await say('allowTexts')).toBe(false)
    expect(await eventsOf(world, orderId)).toEqual(
      expect.arrayContaining(['appointment.texts-stopped', 'appointment.texts-allowed']),
    )
  })

  test('who has no number has no texts to stop', async () => {
    const { id, email } = await anAsked(world, { counterpart: { phone: null } })
    const counterpart = await byAppointmentLink(world, email)
    expect(
      await counterpart.refused('mutation($id: ID!) { stopTexts(id: $id) { id } }', { id }),
    ).toMatchObject({ code: 'INVALID_TRANSITION' })
  })
})

describe('an appointment as a calendar file', () => {
  const fileFor = async (caller: Caller, id: string, l?: string) =>
    (await caller.ask(CALENDAR, { id, l })).appointmentCalendar

  test('is there for both sides once it is confirmed, one entry in every calendar, and gone with it', async () => {
    const { id, email } = await anAsked(world, { counterpart: { locale: 'de-AT' } })
    const counterpart = await byAppointmentLink(world, email)
    const buyer = await world.as(BUYER)
    expect(await fileFor(buyer, id)).toBeNull()
    const { startsAt } = await aSlot(counterpart, id)
    await counterpart.ask(CONFIRM, { id, s: startsAt, p: 'Quay 4, left' })
    const own = await fileFor(counterpart, id)
    expect(own.name).toBe('appointment.ics')
    const [theirs, ours] = [readCalendar(own.content), readCalendar((await fileFor(buyer, id)).content)]
    expect(the(theirs, 'METHOD').value).toBe('PUBLISH')
    expect(the(theirs, 'SUMMARY').value).toBe('Seller appointment mit Nora Winter, Northwind Agency')
    expect(the(ours, 'SUMMARY').value).toBe('Seller appointment with Paula Seller')
    expect(the(theirs, 'LOCATION').value).toBe('Quay 4, left')
    expect(the(theirs, 'DTSTART').value).toBe(startsAt.replace(/[-:]|\.000/g, ''))
    expect(the(theirs, 'UID').value).toBe(the(ours, 'UID').value)
    expect(the(theirs, 'UID').value).toMatch(new RegExp(`^${id}@`))
    expect(theirs.map(({ name }) => name)).not.toContain('URL')
    expect(the(ours, 'URL').value).toContain('/portal/orders/')
    expect(the(readCalendar((await fileFor(counterpart, id, 'en')).content), 'SUMMARY').value).toContain(
      ' with ',
    )
    await take(world, BUYER, 'reschedule', { id, s: (await aSlot(buyer, id, 4)).startsAt })
    expect(await fileFor(counterpart, id)).toBeNull()
  })

  test('is nobody else’s to fetch', async () => {
    const { id } = await anAppointment(world, { at: 'CONFIRMED' })
    expect(await fileFor(await world.as('channel@demo.test'), id)).toBeNull()
    const other = await anAsked(world)
    expect(await fileFor(await byAppointmentLink(world, other.email), id)).toBeNull()
  })
})

describe('the free times of an appointment', () => {
  test('are the same for counterpart, buyer and team, and empty for everybody else', async () => {
    const { id, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    const when = { now: await nowIn(world), after: 1 }
    const theirs = await slotsFor(world, counterpart, id, when)
    expect(theirs.length).toBeGreaterThan(20)
    for (const who of [BUYER, SUPPORT])
      expect(await slotsFor(world, await world.as(who), id, when)).toEqual(theirs)
    expect(await slotsFor(world, await world.as('channel@demo.test'), id)).toEqual([])
  })

  test('are looked for within 14 days at a time', async () => {
    const { id } = await anAppointment(world, { at: 'OUTREACH' })
    const buyer = await world.as(BUYER)
    expect((await slotsFor(world, buyer, id, { days: 14 })).length).toBeGreaterThan(0)
    await expect(slotsFor(world, buyer, id, { days: 15 })).rejects.toThrow('at most 14 days')
    await expect(slotsFor(world, buyer, id, { days: 0 })).rejects.toThrow('later than')
  })
})
