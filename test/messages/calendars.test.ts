import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { MINUTE } from './talk-room.js'

const FIELDS =
  'id status version name timeZone intervals { weekday from until } holidays availableActions { name allowed refusal }'
const ADD = `mutation($n: String!, $z: String!, $i: [OpenIntervalInput!]!, $h: [Day!]!, $k: String) {
  addCalendar(name: $n, timeZone: $z, intervals: $i, holidays: $h, idempotencyKey: $k) { ${FIELDS} } }`
const CHANGE = `mutation($id: ID!, $n: String, $z: String, $i: [OpenIntervalInput!], $v: Int) {
  changeCalendar(id: $id, name: $n, timeZone: $z, intervals: $i, expectedVersion: $v) { ${FIELDS} } }`
const USE = `mutation($id: ID, $v: Int) { useCalendar(id: $id, expectedVersion: $v) { ${FIELDS} } }`
const ASIDE = `mutation($id: ID!) { setCalendarAside(id: $id) { ${FIELDS} } }`

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']
const MORNING = { weekday: 'MONDAY', from: '09:00', until: '12:00' }
const AFTERNOON = { weekday: 'MONDAY', from: '13:00', until: '17:00' }
const OFFICE = {
  n: 'Office hours',
  z: 'Europe/Berlin',
  i: [AFTERNOON, MORNING],
  h: ['2026-12-26', '2026-12-25'],
}

let world: World
let admin: Caller
beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
})
afterAll(() => world?.close())

const actions = (calendar: { availableActions: { name: string; allowed: boolean }[] }) =>
  calendar.availableActions.filter(({ allowed }) => allowed).map(({ name }) => name)
const add = async (more: object = {}) => (await admin.ask(ADD, { ...OFFICE, ...more }))['addCalendar']

test('an admin writes down a calendar, uses another instead, sets it aside; one is in use at a time', async () => {
  const first = await add()
  expect(first).toMatchObject({
    status: 'ASIDE',
    intervals: [MORNING, AFTERNOON],
    holidays: ['2026-12-25', '2026-12-26'],
  })
  expect(actions(first)).toEqual(['changeCalendar', 'useCalendar'])
  const used = (await admin.ask(USE, { id: first.id, v: first.version }))['useCalendar']
  expect(used).toMatchObject({ status: 'IN_USE' })
  expect(actions(used)).toEqual(['changeCalendar', 'setCalendarAside'])
  const second = await add({ n: 'Summer hours' })
  await admin.ask(USE, { id: second.id })
  const status = async () =>
    Object.fromEntries(
      (await admin.ask('{ calendars { nodes { name status } } }'))['calendars'].nodes.map(
        (c: { name: string; status: string }) => [c.name, c.status],
      ),
    )
  expect(await status()).toEqual({ 'Office hours': 'ASIDE', 'Summer hours': 'IN_USE' })
  expect(await admin.refused(USE, { id: first.id, v: 1 })).toMatchObject({ code: 'STALE_VERSION' })
  await admin.ask(ASIDE, { id: second.id })
  expect(await status()).toEqual({ 'Office hours': 'ASIDE', 'Summer hours': 'ASIDE' })
  await admin.ask(USE, { id: first.id })
  expect((await admin.ask(USE, { id: null }))['useCalendar']).toBeNull()
  expect((await admin.ask(USE, { id: null }))['useCalendar']).toBeNull()
  expect(await status()).toEqual({ 'Office hours': 'ASIDE', 'Summer hours': 'ASIDE' })
  const log = await world.rows<{ type: string }>(
    'select type from events where stream_id = $1 order by sequence',
    [first.id],
  )
  expect(log.map(({ type }) => type)).toEqual(
    ['added', 'used', 'set-aside', 'used', 'set-aside'].map((what) => `calendar.${what}`),
  )
})

test('what cannot be a calendar is refused, each fault at its field', async () => {
  const faults = async (more: object) =>
    (await admin.refused(ADD, { ...OFFICE, ...more }))['fields'] as { path: string }[]
  expect(await faults({ n: ' ' })).toMatchObject([{ path: 'name' }])
  expect(await faults({ z: 'Mars/Olympus' })).toMatchObject([{ path: 'timeZone' }])
  expect(await faults({ i: [] })).toMatchObject([{ path: 'intervals' }])
  expect(await faults({ i: [{ ...MORNING, from: '9:00' }] })).toMatchObject([{ path: 'intervals.0' }])
  expect(await faults({ i: [MORNING, { ...AFTERNOON, until: '13:00' }] })).toMatchObject([
    { path: 'intervals.1' },
  ])
  expect(await faults({ i: [MORNING, { ...AFTERNOON, from: '11:59' }] })).toMatchObject([
    { path: 'intervals' },
  ])
  expect(await faults({ i: [{ ...MORNING, from: '24:00', until: '24:30' }] })).toMatchObject([
    { path: 'intervals.0' },
  ])
  const whole = [
    { ...MORNING, from: '00:00', until: '12:00' },
    { ...MORNING, from: '12:00', until: '24:00' },
  ]
  expect(await add({ i: whole, n: 'All of Monday' })).toMatchObject({ intervals: whole })
  expect(await (await world.as('support@demo.test')).refused(ADD, OFFICE)).toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await admin.refused(CHANGE, { id: 'cal_00000000000000000000000000' })).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('added again with its key there is one; changed to what it is, nothing has happened', async () => {
  const k = randomUUID()
  const twice = [await add({ k }), await add({ k })]
  expect(twice[1].id).toBe(twice[0].id)
  const [{ id }] = twice
  expect((await admin.ask(CHANGE, { id, z: 'Europe/Berlin' }))['changeCalendar']).toMatchObject({
    version: 1,
  })
  const moved = (await admin.ask(CHANGE, { id, z: 'Europe/Lisbon', v: 1 }))['changeCalendar']
  expect(moved).toMatchObject({ version: 2, timeZone: 'Europe/Lisbon', intervals: [MORNING, AFTERNOON] })
  const [event] = await world.rows<{ data: object }>(
    `select data from events where stream_id = $1 and type = 'calendar.changed'`,
    [id],
  )
  expect(event!.data).toEqual({ fields: ['timeZone'] })
})

test('a clock that runs is counted anew when the calendar is changed, and breaks by its new hours', async () => {
  const order = await aPaidOrder(world)
  const buyer = await world.as('agency@demo.test')
  const now = new Date((await admin.ask('{ clock { now } }'))['clock'].now)
  const hour = (offset: number) => String((now.getUTCHours() + 24 + offset) % 24).padStart(2, '0')
  const allDay = DAYS.map((weekday) => ({ weekday, from: '00:00', until: '24:00' }))
  const { id } = await add({ n: 'All hours', z: 'UTC', i: allDay, h: [] })
  await admin.ask(USE, { id })
  await buyer.ask('mutation($o: ID!) { postMessage(orderId: $o, body: "Well?", visibility: BUYER) { id } }', {
    o: order,
  })
  await world.move(8 * MINUTE)
  const inThreeHours = DAYS.map((weekday) => ({ weekday, from: `${hour(3)}:00`, until: `${hour(3)}:59` }))
  await admin.ask(CHANGE, { id, i: inThreeHours })
  await world.settled()
  const promise = async () =>
    (
      await admin.ask('query($id: ID!) { order(id: $id) { promise { state warnAt dueAt brokenAt } } }', {
        id: order,
      })
    )['order'].promise as { state: string; warnAt: string; dueAt: string; brokenAt: string | null }
  const { warnAt, dueAt } = await promise()
  const opens = new Date(now)
  opens.setUTCHours(now.getUTCHours() + 3, 0, 0, 0)
  const left = (at: string) => Date.parse(at) - opens.getTime()
  // Eight minutes and a little more were used.
  expect(left(dueAt) - left(warnAt)).toBe(10 * MINUTE)
  expect(left(dueAt)).toBeLessThan(12 * MINUTE)
  expect(left(warnAt)).toBeGreaterThan(0)
  await world.move(60 * MINUTE)
  expect(await promise()).toMatchObject({ state: 'WAITING' })
  await world.move(180 * MINUTE)
  expect(await promise()).toMatchObject({ state: 'BROKEN', brokenAt: dueAt })
})

test('whoever asks is told the hours in force before, and when somebody is there again', async () => {
  const order = await aPaidOrder(world)
  const buyer = await world.as('agency@demo.test')
  const said = async () => {
    const { answerHours, order: read } = await buyer.ask(
      'query($id: ID!) { answerHours { words opensAt } order(id: $id) { standing { reach } } }',
      { id: order },
    )
    return { ...answerHours, reach: read.standing.reach }
  }
  await admin.ask(USE, { id: null })
  expect(await said()).toEqual({
    reach: 'Write on the order’s activity feed: our team reads it around the clock.',
  })
  const now = new Date((await admin.ask('{ clock { now } }'))['clock'].now)
  const thatDay = new Date(Math.floor(now.getTime() / 86_400_000 + 2) * 86_400_000)
  const i = [{ weekday: DAYS[thatDay.getUTCDay()], from: '00:00', until: '24:00' }]
  const { id } = await add({ n: 'One day', z: 'UTC', i, h: [] })
  await admin.ask(USE, { id })
  const words = `${thatDay.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })} 00:00–24:00 (UTC)`
  expect(await said()).toEqual({
    words,
    opensAt: thatDay.toISOString(),
    reach: `Write on the order’s activity feed: our team reads it ${words}.`,
  })
  await world.move(thatDay.getTime() - now.getTime() + MINUTE)
  expect(await said()).toMatchObject({ words, opensAt: null })
  await admin.ask(USE, { id: null })
})
