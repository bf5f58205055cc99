import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addWorkingTime, workingTimeBetween } from '../../api/lib/working-time.js'

const HOUR = 3_600_000
const berlin = { zone: 'Europe/Berlin', holidays: ['2026-12-25'] }
const due = (from: string, hours: number, calendar = berlin) =>
  addWorkingTime(new Date(from), hours * HOUR, calendar).toISOString()

describe('working time', () => {
  test('passes within a day', () => {
    expect(due('2026-11-18T09:00:00+01:00', 3)).toBe('2026-11-18T11:00:00.000Z')
  })

  test('waits for the morning where it begins at night, and ends at the close of a full day', () => {
    expect(due('2026-11-18T03:00:00+01:00', 1)).toBe('2026-11-18T09:00:00.000Z')
    expect(due('2026-11-18T20:00:00+01:00', 1)).toBe('2026-11-19T09:00:00.000Z')
    expect(due('2026-11-18T09:00:00+01:00', 8)).toBe('2026-11-18T16:00:00.000Z')
  })

  test('does not pass on weekends', () => {
    expect(due('2026-11-20T16:00:00+01:00', 2)).toBe('2026-11-23T09:00:00.000Z')
    expect(due('2026-11-21T12:00:00+01:00', 8)).toBe('2026-11-23T16:00:00.000Z')
  })

  test('does not pass on holidays', () => {
    expect(due('2026-12-24T16:00:00+01:00', 2)).toBe('2026-12-28T09:00:00.000Z')
  })

  test('keeps its wall clock over the change to winter time and to summer time', () => {
    // Friday before to Monday after: 16 o'clock summer time, 10 o'clock winter time.
    expect(due('2026-10-23T16:00:00+02:00', 2)).toBe('2026-10-26T09:00:00.000Z')
    expect(due('2026-03-27T16:00:00+01:00', 2)).toBe('2026-03-30T08:00:00.000Z')
    expect(
      workingTimeBetween(
        new Date('2026-03-27T16:00:00+01:00'),
        new Date('2026-03-30T10:00:00+02:00'),
        berlin,
      ),
    ).toBe(2 * HOUR)
  })

  test('is that of its zone, whatever the caller’s', () => {
    expect(due('2026-11-18T23:00:00Z', 1, { zone: 'America/New_York', holidays: [] })).toBe(
      '2026-11-19T15:00:00.000Z',
    )
    expect(due('2026-11-18T23:00:00Z', 1, { zone: 'Asia/Tokyo', holidays: [] })).toBe(
      '2026-11-19T01:00:00.000Z',
    )
  })

  test('of no length ends where it begins, and none lies between a moment and an earlier one', () => {
    expect(due('2026-11-21T12:00:00Z', 0)).toBe('2026-11-21T12:00:00.000Z')
    expect(
      workingTimeBetween(new Date('2026-11-19T12:00:00Z'), new Date('2026-11-18T12:00:00Z'), berlin),
    ).toBe(0)
  })

  test('between a moment and one so much working time later is that time', () => {
    const year = {
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    }
    fc.assert(
      fc.property(fc.date(year), fc.integer({ min: 1, max: 200 * HOUR }), (from, ms) => {
        expect(workingTimeBetween(from, addWorkingTime(from, ms, berlin), berlin)).toBe(ms)
      }),
      { numRuns: 200 },
    )
  })
})
