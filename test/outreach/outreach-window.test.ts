import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { declineAppointment } from '../../api/outreach/decline-appointment.js'
import { giveUp } from '../../api/outreach/give-up.js'
import {
  closeAppointment,
  markAttended,
  markNoShow,
  retryAppointment,
} from '../../api/outreach/mark-attended.js'
import { markUnconfirmed } from '../../api/outreach/mark-unconfirmed.js'
import { recordAttempt } from '../../api/outreach/record-attempt.js'
import { rescheduleAppointment } from '../../api/outreach/reschedule-appointment.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { mintLink } from '../../api/accounts/links.js'
import { jump, viewerOf } from '../campaigns/read-campaign.js'
import {
  aFreeTime,
  anAppointment,
  BUYER,
  moveTo,
  nowIn,
  refusal,
  SUPPORT,
  take,
} from '../support/appointments.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  atDeadline,
  carried,
  counterpartNow,
  deadlinesOf,
  eventsOf,
  seenAppointment,
  tasksOf,
} from './read-appointment.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

/** The counterpart of an appointment, by a link that was made for them. */
async function counterpartOf(subject: string): Promise<Viewer> {
  const link = { subjectId: subject, contactId: await counterpartNow(world, subject) }
  await transaction(world.running.house, system('test'), (tx) =>
    mintLink(tx, { ...link, purpose: 'appointment', days: 1 }),
  )
  const [made] = await world.rows<{ id: string }>('select id from links where subject_id = $1', [subject])
  return { ...anonymous, kind: 'link', id: made!.id, subject }
}
const statusOf = async (id: string) => (await seenAppointment(world, SUPPORT, { id })).status

describe('exactly at the 72 hours', () => {
  test.each([
    [1, 'done', 'INVALID_TRANSITION'],
    [0, 'DEADLINE_PASSED', 'done'],
    [-1, 'DEADLINE_PASSED', 'done'],
  ])('%i ms before them outreach is %s and giving up is %s', async (ms, persons, giving) => {
    const { id } = await anAppointment(world, { at: 'OUTREACH' })
    const support = await viewerOf(world, SUPPORT)
    const at = { id, column: 'give_up_at', kind: 'give-up', ms }
    const by = (viewer: Viewer) => ({ ...at, viewer })
    expect([
      await atDeadline(world, by(support), (tx) => recordAttempt(tx, { id, kind: 'CALL', outcome: 'BUSY' })),
      await atDeadline(world, by(support), (tx) => markUnconfirmed(tx, { id })),
      await atDeadline(world, by(await counterpartOf(id)), (tx) =>
        declineAppointment(tx, { id, reason: 'No.' }),
      ),
    ]).toEqual([persons, persons, persons])
    expect(await atDeadline(world, at, (tx) => giveUp(tx, id))).toBe(giving)
    expect(await statusOf(id)).toBe('OUTREACH')
  })

  test('nobody was reached: the buyer is told and chooses, and a week later our team looks', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    const { giveUpAt } = await seenAppointment(world, BUYER, { id })
    await moveTo(world, new Date(giveUpAt), 3000)
    const seen = await seenAppointment(world, BUYER, { id })
    expect(seen).toMatchObject({
      status: 'UNREACHABLE',
      overdue: false,
      giveUpAt: null,
      order: { stage: 'UNREACHABLE', standing: { actor: 'BUYER' } },
    })
    const open = seen.availableActions.filter((a: { allowed: boolean }) => a.allowed)
    expect(open.map((a: { name: string }) => a.name)).toEqual(['changeCounterpart', 'cancelAppointment'])
    expect((await tasksOf(world, orderId)).map(({ status }) => status)).toEqual(['CANCELLED'])
    expect(await deadlinesOf(world, id)).toEqual(['undecided'])
    await world.move(7 * 24 * HOUR + 3000)
    expect(await carried(world, orderId, 'appointment.undecided')).toEqual({ status: 'UNREACHABLE' })
    expect((await tasksOf(world, orderId)).map(({ status, role }) => `${role} ${status}`)).toEqual([
      'SUPPORT CANCELLED',
      'SUPPORT OPEN',
    ])
    expect(await statusOf(id)).toBe('UNREACHABLE')
  })

  test('once the buyer has chosen after all nobody has to ask them any more', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'UNREACHABLE' })
    await world.move(7 * 24 * HOUR + 3000)
    await take(world, BUYER, 'change', {
      id,
      c: { name: 'Otto Other', phone: '+4930901821', timeZone: 'Europe/Berlin' },
    })
    const tasks = await tasksOf(world, orderId)
    expect(tasks.map(({ cause, status }) => [cause.split(':')[0], status])).toEqual([
      ['outreach', 'CANCELLED'],
      ['appointment-undecided', 'CANCELLED'],
      ['outreach', 'OPEN'],
    ])
  })

  test('a late click on a call finds it given up, though no worker ran', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await world.rows(`update deadlines set try_at = '9999-01-01' where subject_id = $1`, [id])
    await jump(world, 72 * HOUR + 5000)
    expect(await seenAppointment(world, SUPPORT, { id })).toMatchObject({ status: 'OUTREACH', overdue: true })
    const late = await refusal(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'BUSY' })
    expect(late).toMatchObject({ code: 'DEADLINE_PASSED' })
    expect(await statusOf(id)).toBe('UNREACHABLE')
    expect(
      (await eventsOf(world, orderId)).filter((type) => type === 'appointment.unreachable'),
    ).toHaveLength(1)
  })
})

describe('exactly at its start', () => {
  let id: string
  beforeAll(async () => {
    ;({ id } = await anAppointment(world, { at: 'CONFIRMED' }))
  })

  test.each([
    [1, 'NOT_STARTED_YET', 'done'],
    [0, 'done', 'INVALID_TRANSITION'],
    [-1, 'done', 'INVALID_TRANSITION'],
  ])(
    '%i ms before it whether it took place is %s, and the buyer moving it is %s',
    async (ms, marked, moved) => {
      const [support, buyer] = [await viewerOf(world, SUPPORT), await viewerOf(world, BUYER)]
      const at = { id, column: 'starts_at', kind: 'none', ms }
      const later = new Date((await nowIn(world)).getTime() + 9 * 24 * HOUR)
      expect([
        await atDeadline(world, { ...at, viewer: support }, (tx) => markAttended(tx, { id })),
        await atDeadline(world, { ...at, viewer: support }, (tx) => markNoShow(tx, { id })),
      ]).toEqual([marked, marked])
      const move = (viewer: Viewer) =>
        atDeadline(world, { ...at, viewer }, (tx) =>
          rescheduleAppointment(tx, { id, startsAt: later, agreed: null }),
        )
      expect(await move(buyer)).toBe(moved)
      expect(await move(support)).toBe('done')
    },
  )

  test('a day later our team is asked whether it took place', async () => {
    const { id, orderId, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    await moveTo(world, startsAt!, 24 * HOUR - 1000)
    expect(await seenAppointment(world, SUPPORT, { id })).toMatchObject({ overdue: false })
    await moveTo(world, startsAt!, 24 * HOUR + 3000)
    expect(await seenAppointment(world, SUPPORT, { id })).toMatchObject({
      status: 'CONFIRMED',
      overdue: true,
    })
    expect(await carried(world, orderId, 'appointment.undecided')).toEqual({ status: 'CONFIRMED' })
    const tasks = await tasksOf(world, orderId)
    expect(tasks.map(({ status }) => status)).toEqual(['DONE', 'OPEN'])
    await take(world, SUPPORT, 'attended', { id })
    expect((await tasksOf(world, orderId)).map(({ status }) => status)).toEqual(['DONE', 'CANCELLED'])
  })
})

describe('exactly 48 hours after nobody came', () => {
  test.each([
    [1, 'done', 'INVALID_TRANSITION'],
    [0, 'DEADLINE_PASSED', 'done'],
    [-1, 'DEADLINE_PASSED', 'done'],
  ])('%i ms before it trying again is %s and closing is %s', async (ms, trying, closing) => {
    const { id } = await anAppointment(world, { at: 'NO_SHOW' })
    const at = { id, column: 'closes_at', kind: 'close', ms }
    const viewer = await viewerOf(world, SUPPORT)
    expect(await atDeadline(world, { ...at, viewer }, (tx) => retryAppointment(tx, { id }))).toBe(trying)
    expect(await atDeadline(world, at, (tx) => closeAppointment(tx, id))).toBe(closing)
    expect(await statusOf(id)).toBe('NO_SHOW')
  })
})

describe('reminders', () => {
  const reminded = async (orderId: string) =>
    (
      await world.rows<{ hours: number }>(
        `select (data->>'hours')::int as hours from events where stream_id = $1 and type = 'appointment.reminder' order by sequence`,
        [orderId],
      )
    ).map(({ hours }) => hours)

  test('come a day and two hours before it', async () => {
    const { id, orderId, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    expect(await deadlinesOf(world, id)).toEqual(['reminder', 'last-reminder', 'undecided'])
    await moveTo(world, startsAt!, -24 * HOUR - 1000)
    expect(await reminded(orderId)).toEqual([])
    await moveTo(world, startsAt!, -24 * HOUR + 3000)
    expect(await reminded(orderId)).toEqual([24])
    await moveTo(world, startsAt!, -2 * HOUR + 3000)
    expect(await reminded(orderId)).toEqual([24, 2])
    await moveTo(world, startsAt!, 1000)
    expect(await reminded(orderId)).toEqual([24, 2])
  })

  test('that would lie before the agreement are left out', async () => {
    const soon = new Date((await nowIn(world)).getTime() + 5 * HOUR)
    const { id, orderId } = await anAppointment(world, { at: 'CONFIRMED', startsAt: soon })
    expect(await deadlinesOf(world, id)).toEqual(['last-reminder', 'undecided'])
    await moveTo(world, soon, -HOUR)
    expect(await reminded(orderId)).toEqual([2])
  })

  test('go with the time when it is moved, and fall with it', async () => {
    const { id, orderId, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    const later = new Date(startsAt!.getTime() + 7 * 24 * HOUR)
    await take(world, SUPPORT, 'reschedule', { id, s: later.toISOString(), a: true })
    await moveTo(world, startsAt!, 1000)
    expect(await reminded(orderId)).toEqual([])
    await moveTo(world, later, -24 * HOUR + 3000)
    expect(await reminded(orderId)).toEqual([24])
    await take(world, SUPPORT, 'reschedule', { id, s: new Date(later.getTime() + 24 * HOUR).toISOString() })
    expect(await deadlinesOf(world, id)).toEqual(['give-up'])
    expect(await aFreeTime(world)).toBeInstanceOf(Date)
  })
})
