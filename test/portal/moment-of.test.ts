import { describe, expect, test } from '@jest/globals'
import { momentOf } from '../../portal/src/pages/appointment/moment-of.js'

describe('a local time that a counterpart writes', () => {
  test.each([
    ['2026-11-24T10:30', 'Europe/Vienna', '2026-11-24T09:30:00.000Z'],
    ['2026-07-24T10:30', 'Europe/Vienna', '2026-07-24T08:30:00.000Z'],
    ['2026-11-24T00:15', 'America/New_York', '2026-11-24T05:15:00.000Z'],
    ['2026-11-24T23:45', 'Asia/Kathmandu', '2026-11-24T18:00:00.000Z'],
    ['2026-11-24T00:00', 'Pacific/Auckland', '2026-11-23T11:00:00.000Z'],
    ['2026-11-24T12:00', 'UTC', '2026-11-24T12:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, moment) => {
    expect(momentOf(local, zone)).toBe(moment)
  })

  test('is a moment on the nights of changed clocks, too', () => {
    // Put forward from 02:00 to 03:00 on 28 March 2027, put back from 03:00 to 02:00 on 31 October 2027.
    expect(momentOf('2027-03-28T01:30', 'Europe/Berlin')).toBe('2027-03-28T00:30:00.000Z')
    expect(momentOf('2027-03-28T03:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z')
    expect(momentOf('2027-03-28T02:30', 'Europe/Berlin')).toMatch(/^2027-03-28T0[01]:30/)
    expect(momentOf('2027-10-31T02:30', 'Europe/Berlin')).toMatch(/^2027-10-31T0[01]:30/)
    expect(momentOf('2027-10-31T04:00', 'Europe/Berlin')).toBe('2027-10-31T03:00:00.000Z')
  })

  test('that was not written is none', () => {
    expect(momentOf('', 'UTC')).toBeNull()
    expect(momentOf('tomorrow', 'UTC')).toBeNull()
  })
})
