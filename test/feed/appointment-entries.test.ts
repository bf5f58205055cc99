import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ADMIN, anAppointment, BUYER, SUPPORT, take } from '../support/appointments.js'
import type { Answer, Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const READ = `query($id: ID!) { order(id: $id) { activity(first: 100) { nodes { __typename what actor { name }
  ... on AppointmentEntry { appointmentId startsAt formerStartsAt reason otherTimes textSent }
  ... on AttemptEntry { appointmentId attempt { kind outcome note } }
  ... on MessageEntry { kind }
} } } }`

async function entries(caller: Caller, orderId: string): Promise<Answer[]> {
  return (await caller.ask(READ, { id: orderId }))['order'].activity.nodes
}
const what = (all: Answer[], type: string) => all.filter((entry) => entry['what'] === type)

async function told(email: string, orderId: string): Promise<{ what: string; why: string }[]> {
  const { notifications } = await (
    await world.as(email)
  ).ask(
    'query($o: [ID!]) { notifications(first: 100, where: { orderId: { in: $o } }) { nodes { what why } } }',
    { o: [orderId] },
  )
  return notifications.nodes
}

describe('The feed tells of an appointment', () => {
  test('each attempt with what came of it, for the buyer without our notes', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'VOICEMAIL', n: 'Sounds friendly' })
    const [support, buyer] = [await world.as(SUPPORT), await world.as(BUYER)]
    expect(what(await entries(support, orderId), 'appointment.attempt-made')).toMatchObject([
      {
        __typename: 'AttemptEntry',
        appointmentId: id,
        attempt: { kind: 'CALL', outcome: 'VOICEMAIL', note: 'Sounds friendly' },
      },
    ])
    expect(what(await entries(buyer, orderId), 'appointment.attempt-made')).toMatchObject([
      { attempt: { kind: 'CALL', note: null } },
    ])
  })

  test('when it is, when it was moved, and why it was called off', async () => {
    const { id, orderId, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    const later = new Date(startsAt!.getTime() + 24 * 3_600_000 * 7)
    await take(world, SUPPORT, 'reschedule', { id, s: later.toISOString(), a: true })
    await take(world, ADMIN, 'cancel', { id, r: 'The house was sold.', f: '0' })
    const all = await entries(await world.as(BUYER), orderId)
    expect(what(all, 'appointment.confirmed')).toMatchObject([
      {
        __typename: 'AppointmentEntry',
        startsAt: startsAt!.toISOString(),
        formerStartsAt: null,
        reason: null,
      },
    ])
    expect(what(all, 'appointment.rescheduled')).toMatchObject([
      { startsAt: later.toISOString(), formerStartsAt: startsAt!.toISOString() },
    ])
    expect(what(all, 'appointment.cancelled')).toMatchObject([
      { reason: 'The house was sold.', formerStartsAt: null, otherTimes: [] },
    ])
  })

  test('that it is not confirmed says whether a text was really sent', async () => {
    const { orderId } = await anAppointment(world, { at: 'FOLLOW_UP' })
    await world.move(11 * 60_000)
    const [entry] = what(await entries(await world.as(BUYER), orderId), 'appointment.unconfirmed-told')
    const [event] = await world.rows<{ sent: boolean }>(
      `select (data->>'textSent')::boolean as sent from events where stream_id = $1 and type = 'appointment.unconfirmed-told'`,
      [orderId],
    )
    expect(entry).toMatchObject({ __typename: 'AppointmentEntry', textSent: event!.sent })
  })
})

describe('People are told of an appointment', () => {
  test('the buyer of what is news, and nobody of what they did themselves', async () => {
    const { orderId } = await anAppointment(world, { at: 'CONFIRMED' })
    const news = (await told(BUYER, orderId)).map((one) => `${one.what} ${one.why}`)
    expect(news.toSorted()).toEqual(['appointment.confirmed NEWS', 'appointment.outreach-started NEWS'])
    expect(await told(SUPPORT, orderId)).toEqual([])
  })

  test('support of what has to go on: nobody could be reached, and nobody has begun', async () => {
    const lost = await anAppointment(world, { at: 'UNREACHABLE' })
    expect(await told(SUPPORT, lost.orderId)).toContainEqual({
      what: 'appointment.unreachable',
      why: 'TO_DO',
    })
    expect(await told(BUYER, lost.orderId)).toContainEqual({ what: 'appointment.unreachable', why: 'NEWS' })
    const idle = await anAppointment(world, { at: 'PENDING' })
    await world.move(4 * 24 * 3_600_000)
    await world.settled()
    for (const email of [SUPPORT, ADMIN])
      expect(await told(email, idle.orderId)).toContainEqual({
        what: 'appointment.outreach-overdue',
        why: 'TO_DO',
      })
    expect((await told(BUYER, idle.orderId)).map((one) => one.what)).not.toContain(
      'appointment.outreach-overdue',
    )
  })
})
