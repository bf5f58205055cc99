import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { noteAttemptFate } from '../../api/outreach/note-attempt-fate.js'
import type { AttemptDelivery } from '../../api/outreach/attempt-words.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { anAppointment, BUYER, refusal, SUPPORT, take } from '../support/appointments.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { carried, deadlinesOf, eventsOf, seenAppointment } from './read-appointment.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const call = (id: string, o = 'NO_ANSWER') => take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o })
const seen = (id: string, who = SUPPORT) => seenAppointment(world, who, { id })
const times = async (orderId: string, type: string) =>
  (await eventsOf(world, orderId)).filter((each) => each === type).length

describe('an attempt', () => {
  test('is written down with what came of it; its note is for the team alone', async () => {
    const { id } = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'VOICEMAIL', n: 'Sounds friendly.' })
    const [attempt] = (await seen(id)).attempts.nodes
    expect(attempt).toMatchObject({
      kind: 'CALL',
      outcome: 'VOICEMAIL',
      number: 1,
      note: 'Sounds friendly.',
      delivery: null,
      madeBy: { name: 'Sam Lindqvist' },
    })
    const [forBuyer] = (await seen(id, BUYER)).attempts.nodes
    expect(forBuyer).toMatchObject({ kind: 'CALL', outcome: 'VOICEMAIL', note: null, madeBy: null })
    expect(await seen(id)).toMatchObject({ attemptsMade: 1, status: 'OUTREACH' })
  })

  test('that sends something keeps its words, and is SENT by itself', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'attempt', { id, kind: 'MAIL', t: 'Would next week suit you?' })
    const [attempt] = (await seen(id)).attempts.nodes
    expect(attempt).toMatchObject({ kind: 'MAIL', outcome: 'SENT', text: 'Would next week suit you?' })
    expect(attempt.delivery).not.toBeNull()
    expect(await carried(world, orderId, 'appointment.attempt-made')).toEqual({
      attemptId: attempt.id,
      kind: 'MAIL',
      number: 1,
    })
  })

  test.each([
    [{ kind: 'CALL' }, 'outcome'],
    [{ kind: 'CALL', o: 'SENT' }, 'outcome'],
    [{ kind: 'TEXT', o: 'BUSY' }, 'outcome'],
    [{ kind: 'CALL', o: 'BUSY', t: 'Hello' }, 'text'],
    [{ kind: 'TEXT', t: 'x'.repeat(481) }, 'text'],
    [{ kind: 'CALL', o: 'BUSY', n: 'x'.repeat(1001) }, 'note'],
  ])('that cannot be names the field: %j', async (input, path) => {
    const { id } = await anAppointment(world, { at: 'OUTREACH' })
    const refused = await refusal(world, SUPPORT, 'attempt', { id, ...input })
    expect(refused).toMatchObject({ code: 'VALIDATION', fields: [{ path }] })
    expect(await seen(id)).toMatchObject({ attemptsMade: 0 })
  })

  test.each([
    [{ phone: null }, 'TEXT'],
    [{ phone: null }, 'CALL'],
    [{ email: null }, 'MAIL'],
  ])('to whom %j cannot be a %s', async (counterpart, kind) => {
    const { id } = await anAppointment(world, { at: 'OUTREACH', counterpart })
    const outcome = kind === 'CALL' ? { o: 'BUSY' } : {}
    expect(await refusal(world, SUPPORT, 'attempt', { id, kind, ...outcome })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'kind' }],
    })
  })

  test('is nothing for the buyer, and nothing before outreach began', async () => {
    const { id } = await anAppointment(world, { at: 'PENDING' })
    const input = { id, kind: 'CALL', o: 'BUSY' }
    expect(await refusal(world, BUYER, 'attempt', input)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(world, SUPPORT, 'attempt', input)).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'PENDING',
    })
  })
})

describe('what follows by itself', () => {
  test('the buyer is told how it goes, once a day at most', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await call(id, 'TALKED') // that outreach has begun was told just now
    expect(await times(orderId, 'appointment.progress')).toBe(0)
    await world.move(24 * HOUR)
    await call(id, 'TALKED')
    await call(id, 'CALL_BACK')
    expect(await times(orderId, 'appointment.progress')).toBe(1)
    await world.move(24 * HOUR)
    await call(id, 'TALKED')
    expect(await times(orderId, 'appointment.progress')).toBe(2)
    expect(await carried(world, orderId, 'appointment.progress')).toEqual({ attemptsMade: 4 })
  })

  test('the third attempt that reached nobody says that it is not confirmed, the fifth gives it up', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await call(id)
    await call(id, 'BUSY')
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH' })
    await call(id, 'WRONG_NUMBER')
    expect(await seen(id)).toMatchObject({
      status: 'FOLLOW_UP',
      attemptsMade: 3,
      order: { stage: 'FOLLOW_UP' },
    })
    await call(id)
    expect(await seen(id)).toMatchObject({
      status: 'OUTREACH',
      attemptsMade: 4,
      order: { stage: 'OUTREACH' },
    })
    expect(await times(orderId, 'appointment.unconfirmed')).toBe(1)
    await call(id)
    expect(await seen(id)).toMatchObject({ status: 'UNREACHABLE', attemptsMade: 5 })
    expect(await carried(world, orderId, 'appointment.unreachable')).toEqual({ attemptsMade: 5 })
    expect(await refusal(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'BUSY' })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })

  test('who was talked to is not said to be out of reach', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await call(id)
    await call(id)
    await call(id, 'TALKED')
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH' })
    expect(await times(orderId, 'appointment.unconfirmed')).toBe(0)
    await call(id)
    expect(await seen(id)).toMatchObject({ status: 'FOLLOW_UP' })
  })

  test('what was said by hand is not said again by itself', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'unconfirm', { id })
    for (let made = 0; made < 3; made++) await call(id)
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH' })
    expect(await times(orderId, 'appointment.unconfirmed')).toBe(1)
  })
})

describe('that it is not confirmed', () => {
  const told = async (orderId: string) => carried(world, orderId, 'appointment.unconfirmed-told')
  /** An unconfirmed appointment whose text nobody reports on but the test. */
  async function unconfirmed() {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    await take(world, SUPPORT, 'unconfirm', { id, t: 'Please call us back.' })
    return { id, orderId }
  }

  test('is told at once where there is no number to text', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH', counterpart: { phone: null } })
    await take(world, SUPPORT, 'unconfirm', { id })
    expect(await carried(world, orderId, 'appointment.unconfirmed')).toEqual({ attemptId: null })
    expect(await told(orderId)).toEqual({ textSent: false })
    expect(await deadlinesOf(world, id)).toEqual(['give-up'])
  })

  test('is told with the text, whose words are kept, once it was sent', async () => {
    const { id, orderId } = await unconfirmed()
    const { attempts } = await seen(id)
    expect(attempts.nodes).toMatchObject([{ kind: 'TEXT', number: null, text: 'Please call us back.' }])
    expect(await carried(world, orderId, 'appointment.unconfirmed')).toEqual({
      attemptId: attempts.nodes[0].id,
    })
    expect(await seen(id)).toMatchObject({ attemptsMade: 0 })
  })
})

describe('a report on a text or mail', () => {
  const report = (attemptId: string, state: Exclude<AttemptDelivery, 'QUEUED'>) =>
    transaction(world.running.house, system('test'), (tx) => noteAttemptFate(tx, { attemptId, state }))

  /** An attempt by text of which nothing is known yet, awaited by the buyer. */
  async function awaited(): Promise<{ id: string; orderId: string; attemptId: string }> {
    const { id, orderId } = await anAppointment(world, { at: 'OUTREACH' })
    const attemptId = `att_${id.slice(4)}`
    await world.rows(
      `insert into attempts (id, appointment_id, counterpart_id, round, kind, outcome, made_at, made_by, delivery)
        select $2, id, counterpart_id, 1, 'TEXT', 'SENT', app_now(), 'test', 'QUEUED' from appointments where id = $1`,
      [id, attemptId],
    )
    await world.rows(
      `update appointments set status = 'FOLLOW_UP', awaited_attempt_id = $2, notice_at = app_now() + interval '10 minutes' where id = $1`,
      [id, attemptId],
    )
    return { id, orderId, attemptId }
  }
  const deliveryOf = async (attemptId: string) =>
    (await world.rows<{ delivery: string }>('select delivery from attempts where id = $1', [attemptId]))[0]!
      .delivery

  test.each([
    ['SENT', true],
    ['DELIVERED', true],
    ['FAILED', false],
    ['REFUSED_OPTED_OUT', false],
    ['WAITING_FOR_MORNING', false],
  ] as const)('that says %s tells the buyer that a text was sent: %s', async (state, textSent) => {
    const { orderId, attemptId } = await awaited()
    await report(attemptId, state)
    expect(await carried(world, orderId, 'appointment.unconfirmed-told')).toEqual({ textSent })
    await report(attemptId, 'DELIVERED')
    expect(await times(orderId, 'appointment.unconfirmed-told')).toBe(1)
  })

  test('never overwrites a better one', async () => {
    const { orderId, attemptId } = await awaited()
    for (const [state, then] of [
      ['WAITING_FOR_MORNING', 'WAITING_FOR_MORNING'],
      ['SENT', 'SENT'],
      ['WAITING_FOR_MORNING', 'SENT'],
      ['FAILED', 'FAILED'],
      ['SENT', 'FAILED'],
      ['DELIVERED', 'DELIVERED'],
      ['FAILED', 'DELIVERED'],
      ['REFUSED_OPTED_OUT', 'DELIVERED'],
    ] as const) {
      await report(attemptId, state)
      expect([state, await deliveryOf(attemptId)]).toEqual([state, then])
    }
    expect(await times(orderId, 'appointment.attempt-fate')).toBe(4)
    expect(await times(orderId, 'appointment.unconfirmed-told')).toBe(1)
    await report('att_00000000000000000000000000', 'SENT')
  })

  test('that comes when a time is agreed already tells the buyer nothing old', async () => {
    const { id, orderId, attemptId } = await awaited()
    await world.rows(
      `update appointments set status = 'CONFIRMED', starts_at = app_now() + interval '900 days', ends_at = app_now() + interval '901 days' where id = $1`,
      [id],
    )
    await report(attemptId, 'DELIVERED')
    expect(await times(orderId, 'appointment.unconfirmed-told')).toBe(0)
  })
})
