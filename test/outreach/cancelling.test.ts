import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import {
  ADMIN,
  anAppointment,
  type AppointmentStage,
  BUYER,
  refusal,
  SUPPORT,
  take,
} from '../support/appointments.js'
import { codeOf } from '../support/caller.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { carried, deadlinesOf, moneyOf, seenAppointment, tasksOf } from './read-appointment.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const seen = (id: string, who = SUPPORT) => seenAppointment(world, who, { id })
const WHY = 'The house was sold.'
const CANCEL_ORDER =
  'mutation($id: ID!, $k: String!, $r: String!, $f: BigInt) { cancelOrder(id: $id, idempotencyKey: $k, reason: $r, refund: $f) { status stage } }'

describe('cancelling before a time was agreed', () => {
  test('leaves a question that still waits for our answer to whoever answers it', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await (
      await world.as(BUYER)
    ).ask(
      'mutation($o: ID!) { postMessage(orderId: $o, body: "Shall we go on?", visibility: BUYER, kind: QUESTION) { id } }',
      { o: orderId },
    )
    await world.move(HOUR / 2)
    await world.settled()
    await take(world, BUYER, 'cancel', { id, r: WHY })
    const tasks = await tasksOf(world, orderId)
    expect(tasks.map(({ cause, status }) => [cause.split(':')[0], status])).toEqual([
      ['outreach', 'CANCELLED'],
      ['answer-broken', 'OPEN'],
    ])
  })

  test.each([
    ['PENDING', BUYER],
    ['OUTREACH', BUYER],
    ['FOLLOW_UP', SUPPORT],
    ['UNREACHABLE', BUYER],
  ] as [AppointmentStage, string][])('in %s gives all of the money back, by %s', async (at, who) => {
    const { id, orderId, price } = await anAppointment(world, { at })
    await take(world, who, 'cancel', { id, r: WHY })
    expect(await seen(id, BUYER)).toMatchObject({
      status: 'CANCELLED',
      cancelReason: WHY,
      order: { status: 'CANCELLED', stage: 'CLOSED', standing: { actor: 'NOBODY', next: null } },
    })
    expect(await moneyOf(world, orderId)).toEqual({ held: 0n, revenue: 0n, refunds: price })
    expect(await deadlinesOf(world, id)).toEqual([])
    expect((await tasksOf(world, orderId)).every(({ status }) => status === 'CANCELLED')).toBe(true)
    expect(await carried(world, orderId, 'appointment.cancelled')).toMatchObject({
      from: at,
      refund: String(price),
      currency: 'EUR',
    })
  })

  test('names no other sum', async () => {
    const { id } = await anAppointment(world, { at: 'PENDING' })
    for (const who of [BUYER, ADMIN])
      expect(await refusal(world, who, 'cancel', { id, r: WHY, f: '1' })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'refund' }],
      })
    expect(await refusal(world, BUYER, 'cancel', { id, r: ' ' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'reason' }],
    })
  })
})

describe('cancelling once a time was agreed', () => {
  test('is for an admin, who names what goes back; the rest is earned', async () => {
    const { id, orderId, price } = await anAppointment(world, { at: 'CONFIRMED' })
    for (const who of [BUYER, SUPPORT])
      expect(await refusal(world, who, 'cancel', { id, r: WHY })).toMatchObject({ code: 'WORK_HAS_BEGUN' })
    expect(await refusal(world, ADMIN, 'cancel', { id, r: WHY })).toMatchObject({ code: 'VALIDATION' })
    expect(await refusal(world, ADMIN, 'cancel', { id, r: WHY, f: String(price + 1n) })).toMatchObject({
      code: 'AMOUNT_EXCEEDED',
      maximum: String(price),
    })
    await take(world, ADMIN, 'cancel', { id, r: WHY, f: '5000' })
    expect(await moneyOf(world, orderId)).toEqual({ held: 0n, revenue: price - 5000n, refunds: 5000n })
    expect(await seen(id)).toMatchObject({
      status: 'CANCELLED',
      icsSequence: 2,
      order: { status: 'CANCELLED' },
    })
  })

  test('and is to be moved is still for an admin; where nobody can be reached after all, the buyer has it back', async () => {
    const { id, orderId, price, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    const s = new Date(startsAt!.getTime() + 200 * HOUR).toISOString()
    await take(world, BUYER, 'reschedule', { id, s })
    expect(await refusal(world, BUYER, 'cancel', { id, r: WHY })).toMatchObject({ code: 'WORK_HAS_BEGUN' })
    await world.move(72 * HOUR + 3000)
    await take(world, BUYER, 'cancel', { id, r: WHY })
    expect(await moneyOf(world, orderId)).toEqual({ held: 0n, revenue: 0n, refunds: price })
  })

  test('is nothing once it took place', async () => {
    const { id } = await anAppointment(world, { at: 'ATTENDED' })
    expect(await refusal(world, ADMIN, 'cancel', { id, r: WHY, f: '0' })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })

  test('twice by the same click is once; with another key it is over', async () => {
    const { id, orderId, price } = await anAppointment(world, { at: 'OUTREACH' })
    const buyer = await world.as(BUYER)
    const k = randomUUID()
    const document =
      'mutation($id: ID!, $k: String!, $r: String!) { cancelAppointment(id: $id, idempotencyKey: $k, reason: $r) { status } }'
    const twice = await Promise.all([1, 2].map(() => buyer.raw(document, { id, k, r: WHY })))
    expect(twice.map(codeOf)).toEqual(['done', 'done'])
    expect(await buyer.refused(document, { id, k: randomUUID(), r: WHY })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    await world.settled()
    expect(await moneyOf(world, orderId)).toEqual({ held: 0n, revenue: 0n, refunds: price })
  })
})

describe('calling its order off', () => {
  test('is the buyer’s until a time is agreed, and ends the appointment with it', async () => {
    const { id, orderId, price } = await anAppointment(world, { at: 'OUTREACH' })
    const buyer = await world.as(BUYER)
    await buyer.ask(CANCEL_ORDER, { id: orderId, k: randomUUID(), r: WHY })
    await world.settled()
    expect(await seen(id)).toMatchObject({ status: 'CANCELLED', order: { status: 'CANCELLED' } })
    expect(await moneyOf(world, orderId)).toEqual({ held: 0n, revenue: 0n, refunds: price })
    expect(await deadlinesOf(world, id)).toEqual([])
  })

  test.each(['CONFIRMED', 'NO_SHOW'] as const)('then is an admin’s, in %s too', async (at) => {
    const { id, orderId, price } = await anAppointment(world, { at })
    const k = () => randomUUID()
    const [buyer, admin] = [await world.as(BUYER), await world.as(ADMIN)]
    expect(await buyer.refused(CANCEL_ORDER, { id: orderId, k: k(), r: WHY })).toMatchObject({
      code: 'WORK_HAS_BEGUN',
    })
    await admin.ask(CANCEL_ORDER, { id: orderId, k: k(), r: WHY, f: '900' })
    await world.settled()
    expect(await seen(id)).toMatchObject({ status: 'CANCELLED' })
    expect(await moneyOf(world, orderId)).toEqual({ held: 0n, revenue: price - 900n, refunds: 900n })
  })
})

describe('while its order is held', () => {
  const hold = async (id: string) =>
    (await world.as(ADMIN)).ask(
      'mutation($id: ID!) { holdOrder(id: $id, reason: "A question first.") { id } }',
      { id },
    )
  const resume = async (id: string) => {
    await (await world.as(ADMIN)).ask('mutation($id: ID!) { resumeOrder(id: $id) { id } }', { id })
    await world.settled()
  }

  test('the clocks of outreach stand still, and have what they had left', async () => {
    const pending = await anAppointment(world, { at: 'PENDING' })
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    const before = await seen(id)
    for (const order of [orderId, pending.orderId]) await hold(order)
    await world.move(200 * HOUR)
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH', overdue: false })
    expect(await seen(pending.id)).toMatchObject({ status: 'PENDING', overdue: false })
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'TALKED' })
    for (const order of [orderId, pending.orderId]) await resume(order)
    const after = await seen(id)
    const later = Date.parse(after.giveUpAt) - Date.parse(before.giveUpAt)
    expect(later).toBeGreaterThanOrEqual(200 * HOUR)
    expect(later).toBeLessThan(201 * HOUR)
    await world.move(71 * HOUR)
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH' })
    await world.move(HOUR + 3000)
    expect(await seen(id)).toMatchObject({ status: 'UNREACHABLE' })
  })

  test('an agreed time stays what it is, and is reminded of afterwards', async () => {
    const { id, orderId, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    await hold(orderId)
    await world.move(24 * HOUR)
    await resume(orderId)
    expect(await seen(id)).toMatchObject({ status: 'CONFIRMED', startsAt: startsAt!.toISOString() })
    const due = await world.rows<{ kind: string; before: number }>(
      `select d.kind, round(extract(epoch from a.starts_at - d.due_at) / 3600)::int as before from deadlines d join appointments a on a.id = d.subject_id
        where a.id = $1 order by d.due_at`,
      [id],
    )
    expect(due.map(({ kind, before }) => `${kind} ${before}`)).toEqual([
      'reminder 24',
      'last-reminder 2',
      'undecided -24',
    ])
  })

  test('nobody loses the time to try again', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'NO_SHOW' })
    await hold(orderId)
    await world.move(100 * HOUR)
    const [action] = (await seen(id)).availableActions.filter(
      (a: { name: string }) => a.name === 'retryAppointment',
    )
    expect(action).toMatchObject({ allowed: true })
    await resume(orderId)
    await world.move(47 * HOUR)
    await take(world, SUPPORT, 'retry', { id })
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH' })
  })
})
