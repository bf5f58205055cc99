import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { awakeAt, isQuiet } from '../../api/lib/quiet-hours.js'
import { FRESH, anAsked, appointmentToken } from '../outreach/by-link.js'
import { aFreeTime, anAppointment, moveTo, nowIn, PAULA, SUPPORT, take } from '../support/appointments.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { toldSince } from './campaign-mails.js'
import { untilHour, ZONE } from './texts/text-world.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

let people = 0
const somebody = () => ({ ...PAULA, timeZone: ZONE, email: `night-${++people}@seller.test` })

const mailsTo = (email: string) =>
  world.rows<{ template: string; state: string; try_at: Date | null; taken_at: Date | null }>(
    'select template, state, try_at, taken_at from mails where to_address = $1 order by queued_at, id',
    [email],
  )

const deliveries = (id: string) =>
  world.rows<{ delivery: string }>(
    `select delivery from attempts where appointment_id = $1 and kind = 'MAIL' order by made_at, id`,
    [id],
  )

test('a counterpart is mailed in their morning, not in their night, and the attempt says so', async () => {
  const counterpart = somebody()
  const { id, orderId } = await anAppointment(world, { at: 'OUTREACH', counterpart })
  await untilHour(world, 22)
  await take(world, SUPPORT, 'attempt', { id, kind: 'MAIL' })
  const now = await nowIn(world)
  const [waits] = await mailsTo(counterpart.email)
  expect(waits).toMatchObject({ template: 'appointment-request', state: 'QUEUED', taken_at: null })
  expect(waits!.try_at).toEqual(awakeAt(now, ZONE))
  expect(await deliveries(id)).toEqual([{ delivery: 'WAITING_FOR_MORNING' }])
  // Who placed the order is told at once.
  expect(await toldSince(world, orderId)).toContain('outreach-started: buyer')
  await untilHour(world, 9)
  await world.settled()
  const [taken] = await mailsTo(counterpart.email)
  expect(taken).toMatchObject({ state: 'TAKEN' })
  expect(isQuiet(taken!.taken_at!, ZONE)).toBe(false)
  expect(await deliveries(id)).toEqual([{ delivery: 'SENT' }])
})

test('what was agreed on overnight is not asked for in the morning', async () => {
  const counterpart = somebody()
  const { id } = await anAppointment(world, { at: 'OUTREACH', counterpart })
  await untilHour(world, 22)
  await take(world, SUPPORT, 'attempt', { id, kind: 'MAIL' })
  await take(world, SUPPORT, 'confirm', { id, s: (await aFreeTime(world)).toISOString() })
  await untilHour(world, 9)
  await world.settled()
  expect((await mailsTo(counterpart.email)).map(({ template, state }) => [template, state])).toEqual([
    ['appointment-request', 'FAILED'],
    ['appointment-confirmed', 'TAKEN'],
  ])
  expect(await deliveries(id)).toEqual([{ delivery: 'FAILED' }])
})

test('whoever asks for a fresh link in the night gets it at once, before what waits for the morning', async () => {
  const { id, email } = await anAsked(world, { counterpart: { timeZone: ZONE } })
  const t = await appointmentToken(world, email)
  await untilHour(world, 23)
  await take(world, SUPPORT, 'attempt', { id, kind: 'MAIL' })
  await world.caller().ask(FRESH, { t })
  await world.settled()
  expect((await mailsTo(email)).map(({ state }) => state)).toEqual(['TAKEN', 'QUEUED', 'TAKEN'])
})

test('what begins before they are awake is not told afterwards as if it were still to come', async () => {
  const counterpart = somebody()
  const { id } = await anAppointment(world, { at: 'OUTREACH', counterpart })
  await untilHour(world, 22)
  const dawn = new Date(awakeAt(await nowIn(world), ZONE).getTime() - HOUR / 2)
  await take(world, SUPPORT, 'confirm', { id, s: dawn.toISOString() })
  await moveTo(world, dawn, -HOUR)
  expect((await mailsTo(counterpart.email)).map(({ template, state }) => [template, state])).toEqual([
    ['appointment-confirmed', 'QUEUED'],
    ['appointment-reminder', 'QUEUED'],
  ])
  await untilHour(world, 9)
  await world.settled()
  expect((await mailsTo(counterpart.email)).map(({ state }) => state)).toEqual(['FAILED', 'FAILED'])
  expect((await mailsTo('agency@demo.test')).filter(({ state }) => state !== 'TAKEN')).toEqual([])
})
