import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addOpenTime,
  type OpenHours,
  openTimeBetween,
  type Weekday,
  weekdays,
} from '../../api/lib/open-hours.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The same intervals on every day of the week. */
const daily = (...times: readonly (readonly [string, string])[]) =>
  weekdays.flatMap((weekday) => times.map(([from, until]) => ({ weekday, from, until })))
const berlin = (intervals: OpenHours['intervals'], ...holidays: string[]): OpenHours => ({
  zone: 'Europe/Berlin',
  intervals,
  holidays,
})
const after = (from: string, ms: number, hours: OpenHours) =>
  addOpenTime(new Date(from), ms, hours).toISOString()
const between = (from: string, to: string, hours: OpenHours) =>
  openTimeBetween(new Date(from), new Date(to), hours)

describe('open time', () => {
  const twice = berlin(daily(['09:00', '12:00'], ['13:00', '17:00']))

  test('passes in each of several intervals of a day, and not between them', () => {
    expect(after('2026-11-18T11:50:00+01:00', 20 * MINUTE, twice)).toBe('2026-11-18T12:10:00.000Z')
    expect(after('2026-11-18T12:30:00+01:00', MINUTE, twice)).toBe('2026-11-18T12:01:00.000Z')
    expect(after('2026-11-18T16:55:00+01:00', 10 * MINUTE, twice)).toBe('2026-11-19T08:05:00.000Z')
    expect(between('2026-11-18T08:00:00+01:00', '2026-11-18T18:00:00+01:00', twice)).toBe(7 * HOUR)
  })

  test('that is just used up at the close ends there, and not on the next morning', () => {
    expect(after('2026-11-18T11:40:00+01:00', 20 * MINUTE, twice)).toBe('2026-11-18T11:00:00.000Z')
  })

  test('does not pass on a holiday, which is a day of its own zone', () => {
    const closed = berlin(daily(['00:00', '24:00']), '2026-12-25')
    expect(after('2026-12-24T23:50:00+01:00', 20 * MINUTE, closed)).toBe('2026-12-25T23:10:00.000Z')
    const tokyo = { ...closed, zone: 'Asia/Tokyo' }
    expect(after('2026-12-25T12:00:00Z', MINUTE, tokyo)).toBe('2026-12-25T15:01:00.000Z')
  })

  test('goes on over midnight where one interval meets the next', () => {
    const night = berlin(daily(['00:00', '06:00'], ['22:00', '24:00']))
    expect(after('2026-11-18T23:50:00+01:00', 20 * MINUTE, night)).toBe('2026-11-18T23:10:00.000Z')
    expect(between('2026-11-18T12:00:00+01:00', '2026-11-19T12:00:00+01:00', night)).toBe(8 * HOUR)
  })
})

describe('on the night when the clock is put forward', () => {
  const spring = ['2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00'] as const

  test('an interval has the time that really passes', () => {
    expect(between(...spring, berlin(daily(['00:00', '24:00'])))).toBe(23 * HOUR)
    expect(between(...spring, berlin(daily(['01:30', '03:30'])))).toBe(HOUR)
    expect(after('2026-03-29T01:50:00+01:00', 20 * MINUTE, berlin(daily(['00:00', '24:00'])))).toBe(
      '2026-03-29T01:10:00.000Z',
    )
  })

  test('an interval that begins or ends in the hour that is left out begins or ends with the change', () => {
    expect(between(...spring, berlin(daily(['01:30', '02:30'])))).toBe(HOUR / 2)
    expect(between(...spring, berlin(daily(['02:30', '03:30'])))).toBe(HOUR / 2)
    expect(between(...spring, berlin(daily(['02:15', '02:45'])))).toBe(0)
  })

  test('a day that begins with the change is whole', () => {
    const santiago = { zone: 'America/Santiago', intervals: daily(['00:00', '24:00']), holidays: [] }
    expect(between('2026-09-06T03:00:00Z', '2026-09-07T03:00:00Z', santiago)).toBe(24 * HOUR)
    expect(between('2026-09-06T04:00:00Z', '2026-09-06T05:00:00Z', santiago)).toBe(HOUR)
  })
})

describe('on the night when the clock is put back', () => {
  const autumn = ['2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00'] as const

  test('an interval over the hour that comes twice has both', () => {
    expect(between(...autumn, berlin(daily(['00:00', '24:00'])))).toBe(25 * HOUR)
    expect(between(...autumn, berlin(daily(['01:00', '04:00'])))).toBe(4 * HOUR)
  })

  test('two intervals that meet in that hour lie neither apart nor over each other', () => {
    expect(between(...autumn, berlin(daily(['01:00', '02:30'], ['02:30', '04:00'])))).toBe(4 * HOUR)
  })
})

test('open time between a moment and one so much open time later is that time, in every zone and on every night', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'America/Santiago',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ]
  const wall = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const hours = fc
    .record({
      zone: fc.constantFrom(...zones),
      cuts: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }),
      days: fc.uniqueArray(fc.constantFrom<Weekday>(...weekdays), { minLength: 1 }),
    })
    .map(({ zone, cuts, days }) => {
      const sorted = cuts.toSorted((a, b) => a - b)
      const times = sorted.slice(1).map((until, i) => [wall(sorted[i]!), wall(until)] as const)
      const intervals = weekdays
        .filter((weekday) => days.includes(weekday))
        .flatMap((weekday) => times.map(([from, until]) => ({ weekday, from, until })))
      return { zone, intervals, holidays: ['2026-12-25', '2026-03-29'] }
    })
  const year = {
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2026-12-31T00:00:00Z'),
    noInvalidDate: true,
  }
  fc.assert(
    fc.property(hours, fc.date(year), fc.integer({ min: 1, max: 40 * HOUR }), (open, from, ms) => {
      const end = addOpenTime(from, ms, open)
      expect(openTimeBetween(from, end, open)).toBe(ms)
      expect(openTimeBetween(from, new Date(end.getTime() - 1), open)).toBe(ms - 1)
    }),
    { numRuns: 300 },
  )
})
