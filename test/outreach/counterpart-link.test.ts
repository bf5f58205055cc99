import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mintLink } from '../../api/accounts/links.js'
import { system } from '../../api/lib/viewer.js'
import { mintAppointmentLink } from '../../api/outreach/counterpart-link.js'
import { transaction } from '../../api/platform/transaction.js'
import { anAppointment, BUYER, PAULA, SUPPORT, take } from '../support/appointments.js'
import { openWorld, type World } from '../support/world.js'
import { textsAtRest, textsOf, textThem, withNumber } from '../notifications/texts/text-world.js'
import {
  anAsked,
  appointmentToken,
  byAppointmentLink,
  CONFIRM,
  DECLINE,
  FRESH,
  REDEEM,
  seenByLink,
  slotsFor,
} from './by-link.js'
import { counterpartNow, eventsOf } from './read-appointment.js'

const ENDED = { code: 'LINK_ENDED' }
const PRIVATE =
  '{ wishes attemptsMade attemptsAllowed giveUpAt dueAt cancelReason attempts { nodes { id } } order { id } }'
const OPEN_PAGE =
  'subscription($id: ID!) { appointmentUpdated(id: $id) { status counterpart { name email phone } } }'
/** Who is asked in Paula's place. */
const OTTO = {
  name: 'Otto Other',
  email: 'otto@seller.test',
  phone: '+4930901899',
  timeZone: 'Europe/Berlin',
}

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('the link in a mail to a counterpart', () => {
  test('opens the appointment once: who asks, what about, and what is theirs', async () => {
    const { id, email } = await anAsked(world, { wishes: 'No later than eleven.' })
    const t = await appointmentToken(world, email)
    const { redeemAppointmentLink: session } = await world.caller().ask(REDEEM, { t })
    expect(session.appointmentId).toBe(id)
    expect(Date.parse(session.expiresAt) / 86_400_000 - Date.now() / 86_400_000).toBeCloseTo(7, 2)
    expect(await world.caller().refused(REDEEM, { t })).toMatchObject(ENDED)
    const seen = await seenByLink(world.caller(session.token), id)
    expect(seen).toMatchObject({
      status: 'OUTREACH',
      serviceName: 'Seller appointment',
      attendeeName: 'Nora Winter',
      attendeeOrganisationName: 'Northwind Agency',
      minutes: 30,
      startsAt: null,
      counterpart: { name: PAULA.name, email, phone: PAULA.phone, timeZone: 'Europe/Berlin' },
    })
    expect(allowed(seen)).toEqual(['allowTexts', 'confirmAppointment', 'declineAppointment', 'stopTexts'])
  })

  test('shows no prices, no notes of the buyer, no attempts, and not the order', async () => {
    const { id, email } = await anAsked(world, { wishes: 'No later than eleven.' })
    const counterpart = await byAppointmentLink(world, email)
    const { appointment } = await counterpart.ask(`query($id: ID!) { appointment(id: $id) ${PRIVATE} }`, {
      id,
    })
    expect(appointment).toEqual({
      wishes: null,
      attemptsMade: null,
      attemptsAllowed: null,
      giveUpAt: null,
      dueAt: null,
      cancelReason: null,
      attempts: null,
      order: null,
    })
    const { service } = (
      await counterpart.ask('query($id: ID!) { appointment(id: $id) { service { price { amount } } } }', {
        id,
      })
    ).appointment
    expect(service).toBeNull()
  })

  test('opens nothing else: no other appointment, no order, no list, no people', async () => {
    const other = await anAsked(world)
    const { orderId, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    expect(await seenByLink(counterpart, other.id)).toBeNull()
    expect(
      await counterpart.ask('query($o: ID!, $a: ID!) { a: node(id: $o) { id } b: node(id: $a) { id } }', {
        o: orderId,
        a: other.id,
      }),
    ).toEqual({ a: null, b: null })
    for (const list of ['appointments', 'orders', 'tasks'])
      expect(await counterpart.refused(`{ ${list} { nodes { id } } }`)).toMatchObject({ code: 'FORBIDDEN' })
    const soon = new Date(Date.now() + 86_400_000).toISOString()
    expect(
      await counterpart.refused(
        'mutation($id: ID!, $s: DateTime!) { confirmAppointment(id: $id, startsAt: $s) { id } }',
        { id: other.id, s: soon },
      ),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await counterpart.refused('mutation($id: ID!) { startOutreach(id: $id) { id } }', { id: other.id }),
    ).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is refused once it has expired, was made up, or is meant for something else', async () => {
    const { email } = await anAsked(world)
    const t = await appointmentToken(world, email)
    await world.rows(
      `update links set expires_at = now() - interval '1 second' where purpose = 'appointment' and used_at is null`,
    )
    expect(await world.caller().refused(REDEEM, { t })).toMatchObject(ENDED)
    expect(await world.caller().refused(REDEEM, { t: 'x'.repeat(43) })).toMatchObject(ENDED)
    await world.rows(
      `update links set expires_at = now() + interval '1 day', purpose = 'onboarding' where purpose = 'appointment' and used_at is null`,
    )
    expect(await world.caller().refused(REDEEM, { t })).toMatchObject(ENDED)
  })

  test('that was used is replaced by a fresh one, at the same address, not too often', async () => {
    const { id, orderId, email } = await anAsked(world)
    const t = await appointmentToken(world, email)
    await world.caller().ask(REDEEM, { t })
    expect(await world.caller().ask(FRESH, { t })).toEqual({ requestFreshAppointmentLink: true })
    await world.settled()
    expect(await world.caller().refused(FRESH, { t })).toMatchObject({ code: 'RATE_LIMITED' })
    expect(await eventsOf(world, orderId)).toContain('appointment.link-requested')
    const fresh = await appointmentToken(world, email)
    expect(fresh).not.toBe(t)
    expect(await seenByLink(await byAppointmentLink(world, email), id)).toMatchObject({ id })
    expect(await world.caller().refused(FRESH, { t: 'y'.repeat(43) })).toMatchObject(ENDED)
  })

  test('comes by text to who has no address, and so does a fresh one', async () => {
    const appointment = await withNumber(world, '+4915120009871', { counterpart: { email: null } })
    await textThem(world, appointment)
    const t = await tokenInText(appointment.id)
    const { redeemAppointmentLink: session } = await world.caller().ask(REDEEM, { t })
    await world.caller().ask(FRESH, { t })
    await textsAtRest(world)
    const fresh = await tokenInText(appointment.id)
    expect(fresh).not.toBe(t)
    const [slot] = await slotsFor(world, world.caller(session.token), appointment.id, { after: 3 })
    await world.caller(session.token).ask(CONFIRM, { id: appointment.id, s: slot!.startsAt })
    await world.rows(`update appointments set link_requested_at = null where id = $1`, [appointment.id])
    await world.caller().ask(FRESH, { t })
    await textsAtRest(world)
    const texts = (await textsOf(world, appointment)).map(({ template, state }) => `${template} ${state}`)
    expect(texts).toEqual([
      'appointment-request DELIVERED',
      'appointment-request DELIVERED',
      'appointment-confirmed DELIVERED',
      'appointment-confirmed DELIVERED',
    ])
  })

  test('ends when somebody else is asked, and with it what it had opened', async () => {
    const { id, email } = await anAsked(world)
    const t = await appointmentToken(world, email)
    const counterpart = await byAppointmentLink(world, email)
    await take(world, SUPPORT, 'unconfirm', { id })
    await take(world, BUYER, 'change', { id, c: OTTO })
    expect(
      await counterpart.refused('query($id: ID!) { appointment(id: $id) { id } }', { id }),
    ).toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
    expect(await world.caller().refused(FRESH, { t })).toMatchObject(ENDED)
  })

  test('shows nothing of whoever is asked instead to a page that is still open', async () => {
    const { id, email } = await anAsked(world)
    const counterpart = await byAppointmentLink(world, email)
    const open = counterpart.follow(OPEN_PAGE, { id })
    await open.until((seen) => seen.length > 0)
    await take(world, SUPPORT, 'unconfirm', { id })
    await take(world, BUYER, 'change', { id, c: OTTO })
    expect(await open.closed).toBe(4403)
    expect(JSON.stringify(open.seen)).toContain(PAULA.name)
    expect(JSON.stringify(open.seen)).not.toMatch(/otto/i)
    await world.rows('update link_sessions set ended_at = null where subject_id = $1', [id])
    expect(await seenByLink(counterpart, id)).toBeNull()
    expect(await counterpart.refused(DECLINE, { id, r: 'Not me.' })).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('that was made just when somebody else was named opens nothing', async () => {
    const { id } = await anAppointment(world, { at: 'FOLLOW_UP' })
    const before = await counterpartNow(world, id)
    await take(world, BUYER, 'change', { id, c: OTTO })
    const link = { subjectId: id, contactId: before, purpose: 'appointment', days: 1 } as const
    const t = await transaction(world.running.house, system('test'), (tx) => mintLink(tx, link))
    expect(await world.caller().refused(REDEEM, { t })).toMatchObject(ENDED)
  })

  test('ends when the appointment is called off', async () => {
    const { id, email } = await anAsked(world)
    const t = await appointmentToken(world, email)
    const counterpart = await byAppointmentLink(world, email)
    const open = counterpart.follow(OPEN_PAGE, { id })
    await open.until((seen) => seen.length > 0)
    await take(world, BUYER, 'cancel', { id, r: 'Sold to somebody else.' })
    expect(await open.closed).toBe(4403)
    expect(
      await counterpart.refused('query($id: ID!) { appointment(id: $id) { id } }', { id }),
    ).toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
    expect(await world.caller().refused(FRESH, { t })).toMatchObject(ENDED)
  })

  test('is not made for a mail that was written to somebody who is not asked any more', async () => {
    const { id } = await anAppointment(world, { at: 'OUTREACH' })
    const mint = (counterpartId: string) =>
      transaction(world.running.house, system('test'), (tx) =>
        mintAppointmentLink(tx, { appointmentId: id, counterpartId }),
      )
    const before = await counterpartNow(world, id)
    expect(await mint(before)).toEqual(expect.any(String))
    expect(await mint('cpt_00000000000000000000000000')).toBeNull()
    await take(world, BUYER, 'cancel', { id, r: 'Sold to somebody else.' })
    expect(await mint(before)).toBeNull()
  })
})

/** The token in the newest text about an appointment. */
async function tokenInText(id: string): Promise<string> {
  const [text] = await world.rows<{ id: string }>(
    'select id from texts where appointment_id = $1 order by queued_at desc, id desc limit 1',
    [id],
  )
  const admin = await world.as('admin@demo.test')
  const { text: shown } = await admin.ask('query($id: ID!) { text(id: $id) { body } }', text)
  return /#token=([\w-]{43})/.exec(shown.body)![1]!
}

function allowed(seen: { availableActions: { name: string; allowed: boolean }[] }): string[] {
  return seen.availableActions
    .filter((action) => action.allowed)
    .map(({ name }) => name)
    .toSorted()
}
