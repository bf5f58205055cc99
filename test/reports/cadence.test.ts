import { describe, expect, test } from '@jest/globals'
import type { WorkingCalendar } from '../../api/lib/working-time.js'
import { lastDue, nextDue } from '../../api/reports/cadence.js'

const utc: WorkingCalendar = { zone: 'UTC', holidays: [] }
const berlin: WorkingCalendar = { zone: 'Europe/Berlin', holidays: [] }
const at = (moment: string) => new Date(moment)
const due = (from: string, cadence: 'WEEKLY' | 'FORTNIGHTLY' | 'MONTHLY', calendar = utc) =>
  nextDue(at(from), cadence, calendar).toISOString()

describe('the next report of an order', () => {
  test.each([
    ['on a Monday', '2026-11-23T12:00:00Z', '2026-11-30T09:00:00.000Z'],
    ['on a Thursday', '2026-11-26T12:00:00Z', '2026-11-30T09:00:00.000Z'],
    ['on a Friday, when there would be little to tell', '2026-11-27T12:00:00Z', '2026-12-07T09:00:00.000Z'],
    ['on a Sunday', '2026-11-29T12:00:00Z', '2026-12-07T09:00:00.000Z'],
  ])('that opened %s', (_when, from, expected) => {
    expect(due(from, 'WEEKLY')).toBe(expected)
  })

  test('comes at the cadence that was chosen', () => {
    const monday = '2026-11-02T09:00:00Z'
    expect(due(monday, 'WEEKLY')).toBe('2026-11-09T09:00:00.000Z')
    expect(due(monday, 'FORTNIGHTLY')).toBe('2026-11-16T09:00:00.000Z')
    expect(due(monday, 'MONTHLY')).toBe('2026-12-07T09:00:00.000Z')
    expect(due('2026-12-07T09:00:00Z', 'MONTHLY')).toBe('2027-01-04T09:00:00.000Z')
  })

  test('comes on the first working day of a week whose Monday is a holiday, and the one after it on a Monday', () => {
    const calendar = { zone: 'UTC', holidays: ['2027-03-29', '2027-03-30'] }
    expect(due('2027-03-22T09:00:00Z', 'WEEKLY', calendar)).toBe('2027-03-31T09:00:00.000Z')
    expect(due('2027-03-31T09:00:00Z', 'WEEKLY', calendar)).toBe('2027-04-05T09:00:00.000Z')
  })
})

describe('the same hour on the clock', () => {
  test('after the night in spring that has an hour less', () => {
    expect(due('2027-03-22T08:00:00Z', 'WEEKLY', berlin)).toBe('2027-03-29T07:00:00.000Z')
  })

  test('after the night in autumn that has an hour more', () => {
    expect(due('2027-10-25T07:00:00Z', 'WEEKLY', berlin)).toBe('2027-11-01T08:00:00.000Z')
  })

  test.each([
    ['America/New_York', '2027-03-08T14:00:00Z', '2027-03-15T13:00:00.000Z'],
    ['Australia/Sydney', '2027-03-28T22:00:00Z', '2027-04-04T23:00:00.000Z'],
    ['Asia/Kolkata', '2027-03-08T03:30:00Z', '2027-03-15T03:30:00.000Z'],
  ])('in %s', (zone, from, expected) => {
    expect(due(from, 'WEEKLY', { zone, holidays: [] })).toBe(expected)
  })

  test('every week of a year, without one left out or told twice', () => {
    let moment = at('2026-11-02T08:00:00Z')
    const hours = new Set<string>()
    for (let week = 0; week < 52; week++) {
      const next = nextDue(moment, 'WEEKLY', berlin)
      const hour = 3_600_000
      expect([167, 168, 169]).toContain((next.getTime() - moment.getTime()) / hour)
      hours.add(
        new Intl.DateTimeFormat('en-GB', {
          weekday: 'long',
          hour: '2-digit',
          minute: '2-digit',
          timeZone: 'Europe/Berlin',
        }).format(next),
      )
      moment = next
    }
    expect([...hours]).toEqual(['Monday 09:00'])
  })
})

test('what was missed while nobody worked is one report up to the last of its times', () => {
  const from = at('2026-11-02T09:00:00Z')
  expect(lastDue(from, at('2026-11-24T15:00:00Z'), 'WEEKLY', utc)).toEqual(at('2026-11-23T09:00:00Z'))
  expect(lastDue(from, at('2026-11-09T08:59:59Z'), 'WEEKLY', utc)).toEqual(from)
  expect(lastDue(from, at('2026-11-09T09:00:00Z'), 'WEEKLY', utc)).toEqual(at('2026-11-09T09:00:00Z'))
})
