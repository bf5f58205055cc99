import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { awakeAt, isQuiet, quietFrom } from '../../api/lib/quiet-hours.js'

const quiet = (at: string, zone = 'Europe/Berlin') => isQuiet(new Date(at), zone)
const awake = (at: string, zone = 'Europe/Berlin') => awakeAt(new Date(at), zone).toISOString()

describe('quiet hours', () => {
  test('are from 21 to 08 by the clocks of the zone, each end to the minute', () => {
    expect(quiet('2026-11-18T07:59:59+01:00')).toBe(true)
    expect(quiet('2026-11-18T08:00:00+01:00')).toBe(false)
    expect(quiet('2026-11-18T20:59:59+01:00')).toBe(false)
    expect(quiet('2026-11-18T21:00:00+01:00')).toBe(true)
    expect(quiet('2026-11-18T08:00:00+01:00', 'America/New_York')).toBe(true)
  })

  test('end in the same morning or in the next, and by day nothing waits', () => {
    expect(awake('2026-11-18T03:00:00+01:00')).toBe('2026-11-18T07:00:00.000Z')
    expect(awake('2026-11-18T21:00:00+01:00')).toBe('2026-11-19T07:00:00.000Z')
    expect(awake('2026-11-18T12:34:56+01:00')).toBe('2026-11-18T11:34:56.000Z')
  })

  test('keep their wall clock through the nights in which the clock changes', () => {
    expect(awake('2026-03-28T22:00:00+01:00')).toBe('2026-03-29T06:00:00.000Z')
    expect(awake('2026-10-24T22:00:00+02:00')).toBe('2026-10-25T07:00:00.000Z')
    expect(awake('2026-10-31T23:30:00-04:00', 'America/New_York')).toBe('2026-11-01T13:00:00.000Z')
    expect(awake('2026-03-07T23:30:00-05:00', 'America/New_York')).toBe('2026-03-08T12:00:00.000Z')
  })

  test('begin in the evening of the day', () => {
    expect(quietFrom(new Date('2026-11-18T12:00:00+01:00'), 'Europe/Berlin').toISOString()).toBe(
      '2026-11-18T20:00:00.000Z',
    )
  })

  test('nobody is woken in any zone at any time, and nobody waits longer than a night', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ]
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2028-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (at, zone) => {
        const then = awakeAt(at, zone)
        expect(isQuiet(then, zone)).toBe(false)
        expect(then.getTime() - at.getTime()).toBeLessThanOrEqual(12 * 3_600_000)
        expect(isQuiet(quietFrom(at, zone), zone)).toBe(true)
      }),
    )
  })
})
