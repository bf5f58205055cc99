import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  ADMIN,
  aFreeTime,
  anAppointment,
  BUYER,
  moveTo,
  nowIn,
  refusal,
  SUPPORT,
  take,
  VERBS,
} from '../support/appointments.js'
import { atOnce } from '../support/at-once.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { carried, deadlinesOf, seenAppointment, tasksOf } from './read-appointment.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const iso = (moment: Date, hours = 0) => new Date(moment.getTime() + hours * HOUR).toISOString()
const seen = (id: string, who = SUPPORT) => seenAppointment(world, who, { id })

describe('a time', () => {
  test('that is over, or is now, is not agreed on', async () => {
    const { id } = await anAppointment(world, { at: 'OUTREACH' })
    const past = await nowIn(world)
    expect(await refusal(world, SUPPORT, 'confirm', { id, s: iso(past) })).toMatchObject({
      code: 'SLOT_PAST',
    })
    expect(await refusal(world, SUPPORT, 'confirm', { id, s: iso(past, 24 * 181) })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'startsAt' }],
    })
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH', startsAt: null, icsSequence: 0 })
  })

  test('that whoever attends has given away already is taken; right before and after it is free', async () => {
    const { id, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    const other = await anAppointment(world, { at: 'OUTREACH' })
    for (const hours of [0, 0.25, -0.25])
      expect(
        await refusal(world, SUPPORT, 'confirm', { id: other.id, s: iso(startsAt!, hours) }),
      ).toMatchObject({
        code: 'SLOT_TAKEN',
        takenFrom: iso(startsAt!),
        takenUntil: iso(startsAt!, 0.5),
      })
    await take(world, SUPPORT, 'confirm', { id: other.id, s: iso(startsAt!, 0.5) })
    const third = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'confirm', { id: third.id, s: iso(startsAt!, -0.5) })
    expect([await seen(id), await seen(other.id), await seen(third.id)].map(({ status }) => status)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CONFIRMED',
    ])
  })

  test('can still be agreed on with who was given up', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'UNREACHABLE' })
    const startsAt = await aFreeTime(world)
    await take(world, SUPPORT, 'confirm', { id, s: iso(startsAt) })
    expect(await seen(id)).toMatchObject({ status: 'CONFIRMED', order: { stage: 'CONFIRMED' } })
    expect(await deadlinesOf(world, id)).toEqual(['reminder', 'last-reminder', 'undecided'])
    const [asked] = await world.rows<{ hours: number }>(
      `select extract(epoch from due_at - $2::timestamptz)::int / 3600 as hours from deadlines where subject_id = $1 and kind = 'undecided'`,
      [id, startsAt],
    )
    expect(asked).toEqual({ hours: 24 })
    expect((await tasksOf(world, orderId)).map(({ status }) => status)).toEqual(['CANCELLED'])
  })

  test('is free again once its appointment is cancelled', async () => {
    const { id, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    const other = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, ADMIN, 'cancel', { id, r: 'The house was sold.', f: '0' })
    await take(world, SUPPORT, 'confirm', { id: other.id, s: iso(startsAt!) })
    expect(await seen(other.id)).toMatchObject({ status: 'CONFIRMED', startsAt: iso(startsAt!) })
  })

  test('that two agree on at the same moment is given to one', async () => {
    for (let round = 0; round < 4; round++) {
      const startsAt = await aFreeTime(world)
      const wanted = await Promise.all([1, 2, 3].map(() => anAppointment(world, { at: 'OUTREACH' })))
      const answers = await atOnce(
        world,
        wanted.map(({ id }) => ({
          who: SUPPORT,
          document: VERBS.confirm,
          variables: { id, s: iso(startsAt) },
        })),
      )
      expect(answers.toSorted()).toEqual(['SLOT_TAKEN', 'SLOT_TAKEN', 'done'])
      await world.settled()
    }
  })
})

describe('moving a confirmed appointment', () => {
  test('is at once by our team where both sides agreed; the calendar entry rises', async () => {
    const { id, orderId, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    const later = iso(startsAt!, 7 * 24)
    await take(world, SUPPORT, 'reschedule', { id, s: later, a: true })
    expect(await seen(id)).toMatchObject({
      status: 'CONFIRMED',
      startsAt: later,
      icsSequence: 2,
      proposedStartsAt: null,
    })
    expect(await carried(world, orderId, 'appointment.rescheduled')).toEqual({
      from: iso(startsAt!),
      startsAt: later,
    })
    expect((await tasksOf(world, orderId)).map(({ status }) => status)).toEqual(['DONE'])
  })

  test.each([
    ['the buyer', BUYER, 'BUYER', 12],
    ['our team, with one side alone', SUPPORT, 'US', 13],
  ])(
    'by %s asks the counterpart first: the old time is free, outreach begins anew',
    async (_who, who, by, hours) => {
      const { id, orderId, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
      const later = iso(startsAt!, 7 * 24 + hours)
      await take(world, who, 'reschedule', { id, s: later })
      expect(await seen(id, BUYER)).toMatchObject({
        status: 'OUTREACH',
        startsAt: null,
        proposedStartsAt: later,
        proposedBy: by,
        attemptsMade: 0,
        icsSequence: 2,
        order: {
          stage: 'OUTREACH',
          standing: { summary: 'The appointment is to be moved, and the other side is asked.' },
        },
      })
      expect(await carried(world, orderId, 'appointment.reschedule-proposed')).toEqual({
        from: iso(startsAt!),
        startsAt: later,
        by,
      })
      expect(await deadlinesOf(world, id)).toEqual(['give-up'])
      expect((await tasksOf(world, orderId)).map(({ status }) => status)).toEqual(['DONE', 'OPEN'])
      await take(world, SUPPORT, 'confirm', { id, s: later })
      expect(await seen(id)).toMatchObject({
        status: 'CONFIRMED',
        startsAt: later,
        proposedStartsAt: null,
        proposedBy: null,
        icsSequence: 3,
      })
    },
  )

  test('knows the same rules for the time, and wants another one', async () => {
    const one = await anAppointment(world, { at: 'CONFIRMED' })
    const other = await anAppointment(world, { at: 'CONFIRMED' })
    const input = { id: one.id, s: iso(other.startsAt!) }
    for (const [who, more] of [
      [SUPPORT, { a: true }],
      [BUYER, {}],
    ] as const)
      expect(await refusal(world, who, 'reschedule', { ...input, ...more })).toMatchObject({
        code: 'SLOT_TAKEN',
        takenFrom: iso(other.startsAt!),
      })
    expect(await refusal(world, BUYER, 'reschedule', { id: one.id, s: iso(one.startsAt!) })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'startsAt' }],
    })
    expect(
      await refusal(world, BUYER, 'reschedule', { id: one.id, s: iso(await nowIn(world)) }),
    ).toMatchObject({
      code: 'SLOT_PAST',
    })
    expect(
      await refusal(world, BUYER, 'reschedule', { id: one.id, s: iso(one.startsAt!, 168), a: true }),
    ).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'agreed' }] })
    expect(await seen(one.id)).toMatchObject({ status: 'CONFIRMED', startsAt: iso(one.startsAt!) })
  })

  test('is too late for the buyer once it has begun', async () => {
    const { id, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    await moveTo(world, startsAt!)
    const s = iso(startsAt!, 240)
    expect(await refusal(world, BUYER, 'reschedule', { id, s })).toMatchObject({ code: 'INVALID_TRANSITION' })
    await take(world, SUPPORT, 'reschedule', { id, s, a: true })
    expect(await seen(id)).toMatchObject({ status: 'CONFIRMED', startsAt: s })
  })
})
