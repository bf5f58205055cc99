import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ADMIN, aFreeTime, SUPPORT, take } from '../../support/appointments.js'
import { openWorld, type World } from '../../support/world.js'
import { isQuiet } from '../../../api/lib/quiet-hours.js'
import {
  byDay,
  deliveriesOf,
  textsAtRest,
  textsOf,
  textThem,
  untilHour,
  withNumber,
  ZONE,
} from './text-world.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let numbers = 0
const aNumber = () => `+49151${String(3_000_000 + ++numbers)}`

test('a text in the night waits for their morning, and the attempt says so', async () => {
  const appointment = await withNumber(world, aNumber())
  await untilHour(world, 22)
  await textThem(world, appointment)
  const [waits] = await textsOf(world, appointment)
  expect(waits).toMatchObject({ state: 'WAITING_FOR_MORNING', attempts: 0 })
  expect(isQuiet(waits!.try_at!, ZONE)).toBe(false)
  expect(await deliveriesOf(world, appointment)).toEqual(['WAITING_FOR_MORNING'])
  await untilHour(world, 9)
  await textsAtRest(world)
  expect((await textsOf(world, appointment))[0]).toMatchObject({ state: 'DELIVERED' })
  expect(await deliveriesOf(world, appointment)).toEqual(['DELIVERED'])
})

test('what was agreed on overnight is not asked for in the morning, and what was agreed is told', async () => {
  const appointment = await withNumber(world, aNumber())
  await untilHour(world, 22)
  await textThem(world, appointment)
  const startsAt = (await aFreeTime(world)).toISOString()
  await take(world, SUPPORT, 'confirm', { id: appointment.id, s: startsAt })
  await untilHour(world, 9)
  await textsAtRest(world)
  const texts = await textsOf(world, appointment)
  expect(texts.map(({ template, state, cause }) => [template, state, cause])).toEqual([
    ['appointment-request', 'FAILED', 'OVERTAKEN'],
    ['appointment-confirmed', 'DELIVERED', null],
  ])
  expect(await deliveriesOf(world, appointment)).toEqual(['FAILED'])
})

test('what was called off overnight is told, and not its time', async () => {
  const appointment = await withNumber(world, aNumber())
  await untilHour(world, 22)
  const startsAt = (await aFreeTime(world)).toISOString()
  await take(world, SUPPORT, 'confirm', { id: appointment.id, s: startsAt })
  await take(world, ADMIN, 'cancel', { id: appointment.id, r: 'The house was sold.', f: '0' })
  await untilHour(world, 9)
  await textsAtRest(world)
  const texts = await textsOf(world, appointment)
  expect(texts.map(({ template, state }) => `${template} ${state}`)).toEqual([
    'appointment-confirmed FAILED',
    'appointment-cancelled DELIVERED',
  ])
})

test('an answer of STOP that comes in the night stops what waits for the morning', async () => {
  const phone = aNumber()
  const appointment = await withNumber(world, phone)
  await untilHour(world, 22)
  await textThem(world, appointment)
  await (
    await world.as(SUPPORT)
  ).ask('mutation($f: String!) { textFromPhone(from: $f, body: "Stop.") { kind } }', { f: phone })
  await untilHour(world, 9)
  await textsAtRest(world)
  expect(await textsOf(world, appointment)).toMatchObject([{ state: 'REFUSED_OPTED_OUT', attempts: 0 }])
  expect(await deliveriesOf(world, appointment)).toEqual(['REFUSED_OPTED_OUT'])
})

test('a worker that was away for the morning sends what still has a use, and drops the rest', async () => {
  await byDay(world)
  const appointment = await withNumber(world, aNumber())
  const [now] = await world.rows<{ at: Date }>('select app_now() as at')
  await textThem(world, appointment)
  const [text] = await textsOf(world, appointment)
  await world.rows(
    `update texts set state = 'QUEUED', ended_at = null, sent_at = null, provider_id = null, useful_until = $2, try_at = app_now() where id = $1`,
    [text!.id, now!.at],
  )
  await textsAtRest(world)
  expect((await textsOf(world, appointment))[0]).toMatchObject({ state: 'FAILED', cause: 'TOO_LATE' })
})
