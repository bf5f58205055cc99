import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { addCalendar } from '../../api/messages/add-calendar.js'
import type { CalendarInput } from '../../api/messages/calendar-input.js'
import { changeCalendar } from '../../api/messages/change-calendar.js'
import { recountPromisesJob } from '../../api/messages/recount-promises.task.js'
import { setCalendarAside, useCalendar } from '../../api/messages/use-calendar.js'
import { weekdays } from '../../api/lib/open-hours.js'
import { MINUTE, openTalkRoom, plus, type TalkRoom } from './talk-room.js'

let room: TalkRoom
beforeAll(async () => {
  room = await openTalkRoom()
})
afterAll(() => room?.still.close())

/** All that was ever in force was so long ago: tests tell of any time. */
const since = async () => room.still.rows(`update answer_hours set since = '2020-01-01'`)
const daily = (...times: readonly (readonly [string, string])[]) =>
  weekdays.flatMap((weekday) => times.map(([from, until]) => ({ weekday, from, until })))
const office: CalendarInput = {
  name: 'Office hours',
  timeZone: 'Europe/Berlin',
  intervals: daily(['09:00', '12:00'], ['13:00', '17:00']).filter(
    ({ weekday }) => weekday !== 'SATURDAY' && weekday !== 'SUNDAY',
  ),
  holidays: ['2026-12-25'],
}
const as = <T>(at: Date, verb: Parameters<typeof room.at<T>>[2]) => room.at(at, room.people.admin, verb)

/** A calendar in use since long ago. */
async function inUse(calendar: CalendarInput, at = new Date('2020-01-01T00:00:00Z')): Promise<string> {
  const id = await as(at, (tx) => addCalendar(tx, calendar))
  await as(at, (tx) => useCalendar(tx, { id }))
  await since()
  return id
}
afterEach(async () => {
  await as(new Date('2020-01-01T00:00:00Z'), (tx) => useCalendar(tx, { id: null }))
  await since()
})

const promised = async (asked: string, calendar: CalendarInput) => {
  await inUse(calendar)
  const order = await room.anOrder()
  await room.say(new Date(asked), room.people.buyer, order)
  const { warnAt, dueAt } = (await room.promises(order))[0]!
  return [warnAt!.toISOString(), dueAt!.toISOString()]
}

describe('by a calendar, the promise counts', () => {
  test.each([
    [
      'over the pause at noon',
      '2026-11-18T11:55:00+01:00',
      office,
      '2026-11-18T12:05:00.000Z',
      '2026-11-18T12:15:00.000Z',
    ],
    [
      'from the next morning, asked at night',
      '2026-11-18T20:00:00+01:00',
      office,
      '2026-11-19T08:10:00.000Z',
      '2026-11-19T08:20:00.000Z',
    ],
    [
      'over a weekend',
      '2026-11-20T16:45:00+01:00',
      office,
      '2026-11-20T15:55:00.000Z',
      '2026-11-23T08:05:00.000Z',
    ],
    [
      'over a holiday and a weekend',
      '2026-12-24T16:52:00+01:00',
      office,
      '2026-12-28T08:02:00.000Z',
      '2026-12-28T08:12:00.000Z',
    ],
  ])('%s', async (_what, asked, calendar, warn, due) => {
    expect(await promised(asked, calendar)).toEqual([warn, due])
  })

  const night = (timeZone: string, ...times: (readonly [string, string])[]): CalendarInput => ({
    name: 'At night',
    timeZone,
    intervals: daily(...times),
    holidays: [],
  })
  test.each([
    [
      'forward, in Berlin',
      '2026-03-29T01:55:00+01:00',
      night('Europe/Berlin', ['00:00', '06:00']),
      '2026-03-29T01:05:00.000Z',
      '2026-03-29T01:15:00.000Z',
    ],
    [
      'forward, closing in the hour that is left out',
      '2026-03-29T01:55:00+01:00',
      night('Europe/Berlin', ['01:00', '02:30']),
      '2026-03-29T23:05:00.000Z',
      '2026-03-29T23:15:00.000Z',
    ],
    [
      'back, in Berlin',
      '2026-10-25T02:55:00+02:00',
      night('Europe/Berlin', ['00:00', '06:00']),
      '2026-10-25T01:05:00.000Z',
      '2026-10-25T01:15:00.000Z',
    ],
    [
      'forward, in New York',
      '2026-03-08T01:52:00-05:00',
      night('America/New_York', ['00:00', '24:00']),
      '2026-03-08T07:02:00.000Z',
      '2026-03-08T07:12:00.000Z',
    ],
    [
      'forward at midnight, in Santiago',
      '2026-09-05T23:55:00-04:00',
      night('America/Santiago', ['00:00', '24:00']),
      '2026-09-06T04:05:00.000Z',
      '2026-09-06T04:15:00.000Z',
    ],
    [
      'back by half an hour, on Lord Howe',
      '2026-04-05T01:50:00+11:00',
      night('Australia/Lord_Howe', ['00:00', '24:00']),
      '2026-04-04T15:00:00.000Z',
      '2026-04-04T15:10:00.000Z',
    ],
  ])(
    'what really passes, on the night when the clock is put %s',
    async (_what, asked, calendar, warn, due) => {
      expect(await promised(asked, calendar)).toEqual([warn, due])
    },
  )

  test('a holiday as a day of the calendar’s zone, in Auckland as in Honolulu', async () => {
    const allDay = (timeZone: string) => ({
      ...night(timeZone, ['00:00', '24:00']),
      holidays: ['2027-01-01'],
    })
    expect(await promised('2026-12-31T10:55:00Z', allDay('Pacific/Auckland'))).toEqual([
      '2027-01-01T11:05:00.000Z',
      '2027-01-01T11:15:00.000Z',
    ])
    await as(new Date('2020-01-01T00:00:00Z'), (tx) => useCalendar(tx, { id: null }))
    expect(await promised('2027-01-01T09:55:00Z', allDay('Pacific/Honolulu'))).toEqual([
      '2027-01-02T10:05:00.000Z',
      '2027-01-02T10:15:00.000Z',
    ])
  })
})

describe('while a clock runs', () => {
  const T = new Date('2026-11-18T08:30:00.000Z') // 9.30 in Berlin
  const due = async (order: string) => (await room.promises(order))[0]!.dueAt!.toISOString()

  test('a changed calendar keeps the time that was used, and counts on by the new hours', async () => {
    const id = await inUse(office)
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    const at = plus(T, 12 * MINUTE)
    const afternoons = office.intervals.filter(({ from }) => from === '13:00')
    await as(at, (tx) => changeCalendar(tx, { id, intervals: afternoons }))
    await room.look(plus(at, 1), order)
    // Twelve minutes were used in the morning: eight are left from 13 o'clock on.
    expect(await due(order)).toBe('2026-11-18T12:08:00.000Z')
    await as(plus(at, MINUTE), (tx) => changeCalendar(tx, { id, timeZone: 'Asia/Dubai' }))
    await as(plus(at, 2 * MINUTE), (tx) =>
      changeCalendar(tx, { id, timeZone: 'Asia/Dubai', name: 'Gulf hours' }),
    )
    // In Dubai it is a quarter to one: the afternoon begins at 9 UTC.
    await room.look(plus(at, 3 * MINUTE), order)
    expect(await due(order)).toBe('2026-11-18T09:08:00.000Z')
    expect((await room.log(order)).map(({ type }) => type)).toEqual(['promise.started', 'promise.at-risk'])
    await room.say(new Date('2026-11-18T09:07:59.999Z'), room.people.support, order)
    expect((await room.log(order)).at(-1)!.data).toMatchObject({ late: false, usedMs: 20 * MINUTE - 1 })
  })

  test('a change does not mend what was broken before it', async () => {
    const id = await inUse(office)
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await as(plus(T, 21 * MINUTE), (tx) =>
      changeCalendar(tx, { id, intervals: office.intervals.filter(({ from }) => from === '13:00') }),
    )
    await room.look(plus(T, 22 * MINUTE), order)
    expect((await room.log(order)).at(-1)!.data).toMatchObject({
      brokenAt: plus(T, 20 * MINUTE).toISOString(),
    })
  })

  test('setting the calendar aside lets all hours count from then on, and using one fewer', async () => {
    const order = await room.anOrder()
    const evening = new Date('2026-11-18T15:55:00.000Z') // 16.55 in Berlin
    const id = await inUse(office)
    await room.say(evening, room.people.buyer, order)
    expect(await due(order)).toBe('2026-11-19T08:15:00.000Z')
    await as(plus(evening, 60 * MINUTE), (tx) => setCalendarAside(tx, { id }))
    await room.look(plus(evening, 61 * MINUTE), order)
    expect(await due(order)).toBe(plus(evening, 75 * MINUTE).toISOString())
    await as(plus(evening, 65 * MINUTE), (tx) => useCalendar(tx, { id }))
    await room.look(plus(evening, 66 * MINUTE), order)
    // Five in the afternoon, five while all hours counted: ten are left.
    expect(await due(order)).toBe('2026-11-19T08:10:00.000Z')
  })

  test('several changes that nobody counted between are counted each by its own time', async () => {
    const id = await inUse(office)
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    const closed = office.intervals.filter(({ weekday }) => weekday === 'MONDAY')
    await as(plus(T, 5 * MINUTE), (tx) => changeCalendar(tx, { id, intervals: closed }))
    await as(plus(T, 35 * MINUTE), (tx) => changeCalendar(tx, { id, intervals: office.intervals }))
    await as(plus(T, 38 * MINUTE), (tx) => useCalendar(tx, { id: null }))
    await room.look(plus(T, 39 * MINUTE), order)
    expect(await due(order)).toBe(plus(T, 50 * MINUTE).toISOString())
  })

  test('every clock is counted anew after a change, and those that stand still when they go on', async () => {
    await inUse(office)
    const running = [await room.anOrder(), await room.anOrder()]
    const soon = new Date(Date.now() + MINUTE)
    for (const order of running) await room.say(soon, room.people.buyer, order)
    await as(soon, (tx) => useCalendar(tx, { id: null }))
    await recountPromisesJob.run(room.still.house, {}, undefined as never)
    for (const order of running)
      expect((await room.promises(order))[0]).toMatchObject({ dueAt: plus(soon, 20 * MINUTE) })
  })
})
