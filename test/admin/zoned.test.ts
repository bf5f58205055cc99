import { expect, test } from '@jest/globals'
import { daysOf, mondayOf, spanOf } from '../../admin/src/outreach/week.js'
import { daysAfter, momentOf, wallTime, weekdayOf } from '../../admin/src/shared/zoned.js'

const at = (text: string) => Date.parse(text)

test.each([
  ['Europe/Berlin', '2026-11-24T09:30', '2026-11-24T08:30Z'],
  ['Asia/Kathmandu', '2026-11-24T09:30', '2026-11-24T03:45Z'],
  ['America/Los_Angeles', '2026-11-24T22:00', '2026-11-25T06:00Z'],
  ['Pacific/Kiritimati', '2026-11-24T00:00', '2026-11-23T10:00Z'],
  ['Pacific/Pago_Pago', '2026-11-24T23:30', '2026-11-25T10:30Z'],
])('what the clock in %s shows is one moment, and back: %s', (zone, shown, moment) => {
  const [day = '', time = ''] = shown.split('T')
  expect(momentOf({ day, time }, zone)).toBe(at(moment))
  expect(wallTime(at(moment), zone)).toEqual({ day, time })
})

test('a time that comes twice is its first; one that is left out is read as if clocks were not put forward yet', () => {
  expect(momentOf({ day: '2026-10-25', time: '02:30' }, 'Europe/Berlin')).toBe(at('2026-10-25T00:30Z'))
  expect(momentOf({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toBe(at('2026-03-29T01:30Z'))
  expect(momentOf({ day: '2026-03-29', time: '03:00' }, 'Europe/Berlin')).toBe(at('2026-03-29T01:00Z'))
})

test('days are counted over the ends of months, and Monday is the first of a week', () => {
  expect(daysAfter('2026-02-27', 3)).toBe('2026-03-02')
  expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-22')]).toEqual([1, 7])
})

test('a calendar begins with this week’s Monday, at the weekend with the next, where the attendee is', () => {
  expect(mondayOf(at('2026-11-25T12:00Z'), 'Europe/Berlin', 0)).toBe('2026-11-23')
  expect(mondayOf(at('2026-11-25T12:00Z'), 'Europe/Berlin', 2)).toBe('2026-12-07')
  expect(mondayOf(at('2026-11-22T12:00Z'), 'Europe/Berlin', 0)).toBe('2026-11-23')
  expect(mondayOf(at('2026-11-22T23:30Z'), 'Europe/Berlin', 0)).toBe('2026-11-23')
  expect(mondayOf(at('2026-11-20T23:30Z'), 'Europe/Berlin', 0)).toBe('2026-11-23')
  expect(mondayOf(at('2026-11-20T22:30Z'), 'Europe/Berlin', 0)).toBe('2026-11-16')
})

test('its week lasts from midnight to midnight there, clocks put back or not, and each slot stands on its day', () => {
  expect(spanOf('2026-10-19', 'Europe/Berlin')).toEqual({
    from: '2026-10-18T22:00:00.000Z',
    until: '2026-10-23T22:00:00.000Z',
  })
  expect(spanOf('2026-10-26', 'Europe/Berlin').from).toBe('2026-10-25T23:00:00.000Z')
  const days = daysOf('2026-11-23', 'Pacific/Auckland', [{ startsAt: '2026-11-23T20:00:00Z' }])
  expect(days.map(({ day, slots }) => [day.slice(8), slots.map(({ time }) => time)])).toEqual([
    ['23', []],
    ['24', ['09:00']],
    ['25', []],
    ['26', []],
    ['27', []],
  ])
})
