import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoAccounts } from '../../api/accounts/demo-accounts.js'
import { demoAppointments } from '../../api/app/demo-appointments.js'
import { ADMIN, anAppointment, BUYER, SUPPORT, take } from '../support/appointments.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { anAsked, byAppointmentLink, DECLINE, seenByLink } from './by-link.js'
import { seenAppointment } from './read-appointment.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const CLIENT = 'client@demo.test'

describe('who sees an appointment', () => {
  test('whom it is for sees it without how often somebody was tried or what is wished; a channel nothing of it', async () => {
    const { id, orderId } = await anAppointment(world, {
      at: 'OUTREACH',
      client: 'Harbour Bakery',
      wishes: 'Mornings.',
    })
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'BUSY' })
    const theirs = await seenAppointment(world, CLIENT, { id })
    expect(theirs).toMatchObject({
      status: 'OUTREACH',
      wishes: null,
      counterpart: { name: 'Paula Seller' },
    })
    const LINES = 'query($id: ID!) { order(id: $id) { lines { wishes } } }'
    for (const [who, wishes] of [
      [CLIENT, null],
      [BUYER, 'Mornings.'],
      [SUPPORT, 'Mornings.'],
    ] as const)
      expect((await (await world.as(who)).ask(LINES, { id: orderId })).order.lines).toEqual([{ wishes }])
    expect(theirs.attempts?.nodes ?? []).toEqual([])
    expect(theirs.availableActions).toEqual([])
    expect(await seenAppointment(world, 'channel@demo.test', { id })).toBeNull()
    expect((await seenAppointment(world, BUYER, { id })).attempts.nodes).toHaveLength(1)
  })

  test('why it was declined or called off is for the buyer, the team and who said it', async () => {
    const { id, email } = await anAsked(world, { client: 'Harbour Bakery' })
    const counterpart = await byAppointmentLink(world, email)
    await counterpart.ask(DECLINE, { id, r: 'Too far away.', o: [] })
    expect(await seenByLink(counterpart, id)).toMatchObject({ declineReason: 'Too far away.' })
    await take(world, BUYER, 'cancel', { id, r: 'The client is too slow.' })
    for (const [who, declineReason, cancelReason] of [
      [CLIENT, null, null],
      [BUYER, 'Too far away.', 'The client is too slow.'],
      [SUPPORT, 'Too far away.', 'The client is too slow.'],
    ] as const)
      expect(await seenAppointment(world, who, { id })).toMatchObject({ declineReason, cancelReason })
  })

  test('its counterpart sees by the link that one alone, and of it what is theirs', async () => {
    const other = await anAppointment(world, { at: 'OUTREACH' })
    const { id, email } = await anAsked(world, { wishes: 'Between us: sell soon.' })
    const counterpart = await byAppointmentLink(world, email)
    const { appointment } = await counterpart.ask(
      `query($id: ID!) { appointment(id: $id) { status wishes attemptsMade attemptsAllowed giveUpAt buyerName serviceName attendeeName
        order { id } attempts { nodes { id } } counterpart { name email } } }`,
      { id },
    )
    expect(appointment).toMatchObject({
      status: 'OUTREACH',
      wishes: null,
      attemptsMade: null,
      attemptsAllowed: null,
      giveUpAt: null,
      order: null,
      attempts: null,
      buyerName: 'Northwind Agency',
      counterpart: { email },
    })
    const seen = await counterpart.ask('query($id: ID!) { appointment(id: $id) { id } }', { id: other.id })
    expect(seen.appointment).toBeNull()
  })
})

describe('lists', () => {
  test('are searched by number, counterpart, service and buyer, in any case of letters', async () => {
    const { id, number } = await anAppointment(world, {
      at: 'OUTREACH',
      counterpart: { name: 'Zoë Quill', email: 'zoe.quill@example.test' },
    })
    const support = await world.as(SUPPORT)
    const found = async (s: string) =>
      (
        await support.ask(
          'query($s: String) { appointments(search: $s, first: 100) { nodes { id } totalCount { count } } }',
          { s },
        )
      ).appointments
    const LIST = { nodes: [{ id }], totalCount: { count: 1 } }
    for (const text of [number, ' quill ', 'ZOE.QUILL@', 'zoë q'])
      expect([text, await found(text)]).toEqual([text, LIST])
    expect((await found('seller appointment')).totalCount.count).toBeGreaterThan(1)
    expect((await found("' or 1=1 --")).nodes).toEqual([])
    expect((await found('x'.repeat(5000))).nodes).toEqual([])
  })

  test('begin with what is due next, and go by state and start', async () => {
    const { id, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    const support = await world.as(SUPPORT)
    const { appointments } = await support.ask(
      '{ appointments(first: 100, sort: [{ field: dueAt, direction: ASC }]) { nodes { dueAt } } }',
    )
    const due = appointments.nodes.map(({ dueAt }: { dueAt: string | null }) => dueAt ?? '9999')
    expect(due).toEqual(due.toSorted())
    const filtered = await support.ask(
      `query($g: DateTime!, $l: DateTime!) { appointments(where: { status: { in: [CONFIRMED] }, startsAt: { gte: $g, lt: $l } },
        sort: [{ field: startsAt, direction: DESC }]) { nodes { id } } }`,
      { g: startsAt!.toISOString(), l: new Date(startsAt!.getTime() + 1).toISOString() },
    )
    expect(filtered.appointments.nodes).toEqual([{ id }])
  })

  test('are counted for the team: what is to be done, and what is to be decided', async () => {
    const counts = async () =>
      (await (await world.as(SUPPORT)).ask('{ queues { outreachDue appointmentsToDecide } }')).queues
    const before = await counts()
    const { id } = await anAppointment(world, { at: 'OUTREACH' })
    expect(await counts()).toEqual({ ...before, outreachDue: before.outreachDue + 1 })
    for (let made = 0; made < 5; made++)
      await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'BUSY' })
    expect(await counts()).toEqual({ ...before, appointmentsToDecide: before.appointmentsToDecide + 1 })
  })
})

test('an appointment is followed live, by the buyer and by its counterpart', async () => {
  const { id, email } = await anAsked(world)
  const document = 'subscription($id: ID!) { appointmentUpdated(id: $id) { status attemptsMade } }'
  const callers = [await world.as(BUYER), await byAppointmentLink(world, email)]
  const following = callers.map((caller) => caller.follow(document, { id }))
  for (const each of following) await each.until((seen) => seen.length > 0)
  await take(world, SUPPORT, 'unconfirm', { id })
  for (const [i, each] of following.entries()) {
    const seen = await each.until((all) => all.some((s) => s['appointmentUpdated'].status === 'FOLLOW_UP'))
    expect(seen.at(-1)!['appointmentUpdated'].attemptsMade).toBe(i === 0 ? 1 : null)
    await each.stop()
  }
})

test('who attends, or is to be reached, is not erased while an appointment waits for them, then everywhere', async () => {
  const admin = await world.as(ADMIN)
  const [baker] = await world.rows<{ id: string }>('select id from contacts where email = $1', [CLIENT])
  const { id } = await anAppointment(world, {
    at: 'OUTREACH',
    counterpart: { name: 'Clara Hughes', email: CLIENT, phone: '+442079460103' },
    wishes: 'Clara Hughes knows the house.',
  })
  const ERASE = 'mutation($id: ID!) { erasePerson(id: $id, reason: "Asked for.") { alreadyErased } }'
  expect(await admin.refused(ERASE, { id: baker!.id })).toMatchObject({
    code: 'OPEN_DUTIES',
    appointments: [id],
  })
  await take(world, BUYER, 'cancel', { id, r: 'Not any more.' })
  await admin.ask(ERASE, { id: baker!.id })
  expect(await seenAppointment(world, BUYER, { id })).toMatchObject({
    wishes: 'Erased person knows the house.',
    counterpart: { name: 'Erased person', email: null, phone: null },
  })
})

test('the demo world has an appointment in each interesting state, made once', async () => {
  const own = await openWorld()
  try {
    const { house } = own.running
    const people = await demoAccounts(house)
    await demoAppointments(house, people)
    await demoAppointments(house, people)
    await own.settled()
    const found = await own.rows<{ status: string }>('select status from appointments order by id')
    expect(found.map(({ status }) => status).toSorted()).toEqual([
      'CONFIRMED',
      'FOLLOW_UP',
      'OUTREACH',
      'PENDING',
      'UNREACHABLE',
    ])
    await own.move(HOUR)
  } finally {
    await own.close()
  }
})
