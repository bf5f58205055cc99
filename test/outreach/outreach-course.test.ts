import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  aFreeTime,
  anAppointment,
  BUYER,
  moveTo,
  nowIn,
  orderAppointment,
  refusal,
  SUPPORT,
  take,
} from '../support/appointments.js'
import { pay } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { eventsOf, moneyOf, seenAppointment, tasksOf } from './read-appointment.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('a paid appointment', () => {
  test('is there with its task, due within a working hour, in the commit of its payment', async () => {
    const buyer = await world.as(BUYER)
    const orderId = await orderAppointment(buyer, { wishes: 'Mornings, please.' })
    expect(await tasksOf(world, orderId)).toEqual([])
    await pay(buyer, orderId)
    await world.settled()
    const [paid] = await world.rows<{ at: Date }>('select paid_at as at from orders where id = $1', [orderId])
    const [task] = await tasksOf(world, orderId)
    expect(task).toMatchObject({ role: 'SUPPORT', status: 'OPEN', at: paid!.at })
    const appointment = await seenAppointment(world, SUPPORT, { orderId })
    expect(appointment).toMatchObject({
      status: 'PENDING',
      wishes: 'Mornings, please.',
      minutes: 30,
      attemptsMade: 0,
      attemptsAllowed: 5,
      attendeeName: 'Nora Winter',
      counterpart: { name: 'Paula Seller', phone: '+4930901820', optedOut: false },
      order: { stage: 'OUTREACH', standing: { actor: 'US' } },
    })
    expect(task!.cause).toBe(`outreach:${appointment.id}`)
    expect(await eventsOf(world, orderId)).toContain('appointment.opened')
  })

  test('escalates when nobody begins within its working hour', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'PENDING' })
    const { dueAt } = await seenAppointment(world, SUPPORT, { orderId })
    await moveTo(world, new Date(dueAt), -1000)
    expect(await seenAppointment(world, SUPPORT, { orderId })).toMatchObject({ overdue: false })
    await moveTo(world, new Date(dueAt), 3000)
    expect(await seenAppointment(world, SUPPORT, { orderId })).toMatchObject({
      status: 'PENDING',
      overdue: true,
    })
    expect(await eventsOf(world, orderId)).toContain('appointment.outreach-overdue')
    await take(world, SUPPORT, 'start', { id })
    expect(await seenAppointment(world, SUPPORT, { orderId })).toMatchObject({
      status: 'OUTREACH',
      overdue: false,
    })
  })

  test('is confirmed for a time, its order in the same commit, and attended: the money is earned', async () => {
    const { id, orderId, price } = await anAppointment(world, { at: 'OUTREACH' })
    const startsAt = await aFreeTime(world)
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'TALKED', n: 'Prefers the morning.' })
    await take(world, SUPPORT, 'confirm', { id, s: startsAt.toISOString(), p: 'At the seller’s' })
    const [together] = await world.rows<{ same: boolean }>(
      'select a.xmin = o.xmin as same from appointments a join orders o on o.id = a.order_id where a.id = $1',
      [id],
    )
    expect(together!.same).toBe(true)
    const confirmed = await seenAppointment(world, BUYER, { orderId })
    expect(confirmed).toMatchObject({
      status: 'CONFIRMED',
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + HOUR / 2).toISOString(),
      place: 'At the seller’s',
      icsSequence: 1,
      order: { stage: 'CONFIRMED', standing: { nextBy: startsAt.toISOString() } },
    })
    expect((await tasksOf(world, orderId)).map(({ status }) => status)).toEqual(['DONE'])
    expect(await refusal(world, SUPPORT, 'attended', { id })).toMatchObject({
      code: 'NOT_STARTED_YET',
      startsAt: startsAt.toISOString(),
    })
    await moveTo(world, startsAt)
    await take(world, SUPPORT, 'attended', { id })
    expect(await seenAppointment(world, BUYER, { orderId })).toMatchObject({
      status: 'ATTENDED',
      order: { status: 'COMPLETED', stage: 'CLOSED', standing: { summary: 'The appointment took place.' } },
    })
    expect(await moneyOf(world, orderId)).toEqual({ held: 0n, revenue: price, refunds: 0n })
  })

  test('that nobody came to is closed 48 hours later, and earned then', async () => {
    const { id, orderId, price, startsAt } = await anAppointment(world, { at: 'NO_SHOW' })
    const { closesAt } = await seenAppointment(world, SUPPORT, { orderId })
    expect(new Date(closesAt).getTime()).toBeGreaterThanOrEqual(startsAt!.getTime() + 48 * HOUR)
    expect(await moneyOf(world, orderId)).toMatchObject({ held: price, revenue: 0n })
    await moveTo(world, new Date(closesAt), 3000)
    expect(await moneyOf(world, orderId)).toEqual({ held: 0n, revenue: price, refunds: 0n })
    expect(await seenAppointment(world, SUPPORT, { orderId })).toMatchObject({
      status: 'NO_SHOW',
      overdue: false,
      order: { status: 'COMPLETED' },
    })
    expect(await refusal(world, SUPPORT, 'retry', { id })).toMatchObject({ code: 'INVALID_TRANSITION' })
    expect(await nowIn(world)).toBeInstanceOf(Date)
  })

  test('that nobody came to is tried again before that, with attempts anew', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'NO_SHOW' })
    await take(world, SUPPORT, 'retry', { id })
    expect(await seenAppointment(world, SUPPORT, { orderId })).toMatchObject({
      status: 'OUTREACH',
      attemptsMade: 0,
      startsAt: null,
      closesAt: null,
      order: { status: 'OPEN', stage: 'OUTREACH' },
    })
    expect((await tasksOf(world, orderId)).map(({ cause }) => cause)).toEqual([
      `outreach:${id}`,
      `outreach:${id}:2`,
    ])
  })
})
