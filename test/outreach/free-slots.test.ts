import { describe, expect, test } from '@jest/globals'
import { freeSlots, type SlotSearch } from '../../api/outreach/free-slots.js'

/** A Monday; in Vienna it is one hour later than in UTC. */
const SEARCH: SlotSearch = {
  now: new Date('2026-11-23T00:00:00Z'),
  from: new Date('2026-11-23T00:00:00Z'),
  until: new Date('2026-11-24T00:00:00Z'),
  minutes: 30,
  attendeeZone: 'Europe/Vienna',
  counterpartZone: 'Europe/Vienna',
  taken: [],
}
const starts = (change: Partial<SlotSearch> = {}) =>
  freeSlots({ ...SEARCH, ...change }).map(({ startsAt }) => startsAt.toISOString().slice(5, 16))
const span = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

describe('free slots', () => {
  test('lie on the half hours of the attendee’s working day, the last one ending with it', () => {
    const found = starts()
    expect(found).toHaveLength(16)
    expect([found[0], found[1], found.at(-1)]).toEqual(['11-23T08:00', '11-23T08:30', '11-23T15:30'])
    const long = starts({ minutes: 90 })
    expect([long.length, long.at(-1)]).toEqual([14, '11-23T14:30'])
    expect(freeSlots({ ...SEARCH, minutes: 90 })[0]).toEqual(
      span('2026-11-23T08:00:00Z', '2026-11-23T09:30:00Z'),
    )
  })

  test('fall on no weekend of the attendee, wherever that begins', () => {
    const week = { from: new Date('2026-11-27T00:00:00Z'), until: new Date('2026-12-01T00:00:00Z') }
    expect([...new Set(starts(week).map((at) => at.slice(0, 5)))]).toEqual(['11-27', '11-30'])
    const auckland = starts({
      ...week,
      attendeeZone: 'Pacific/Auckland',
      counterpartZone: 'Pacific/Auckland',
    })
    expect([...new Set(auckland.map((at) => at.slice(0, 5)))]).toEqual(['11-27', '11-29', '11-30'])
    expect(auckland[0]).toBe('11-27T00:00')
    expect(auckland.filter((at) => at.startsWith('11-29'))[0]).toBe('11-29T20:00')
  })

  test('keep free of everything that the attendee has agreed to, and touch it at both ends', () => {
    const taken = [span('2026-11-23T09:15:00Z', '2026-11-23T10:00:00Z')]
    const found = starts({ taken })
    expect(found).not.toContain('11-23T09:00')
    expect(found).not.toContain('11-23T09:30')
    expect(found).toContain('11-23T08:30')
    expect(found).toContain('11-23T10:00')
  })

  test('are never in the counterpart’s quiet hours, and never reach into them', () => {
    const chicago = starts({ counterpartZone: 'America/Chicago' })
    expect([chicago[0], chicago.at(-1)]).toEqual(['11-23T14:00', '11-23T15:30'])
    const tokyo = starts({ counterpartZone: 'Asia/Tokyo', minutes: 60 })
    expect([tokyo[0], tokyo.at(-1)]).toEqual(['11-23T08:00', '11-23T11:00'])
    expect(starts({ counterpartZone: 'Pacific/Honolulu' })).toEqual([])
  })

  test('are an hour away at least, inside what was asked for', () => {
    expect(starts({ now: new Date('2026-11-23T09:10:00Z') })[0]).toBe('11-23T10:30')
    expect(starts({ now: new Date('2026-11-23T09:00:00Z') })[0]).toBe('11-23T10:00')
    const asked = { from: new Date('2026-11-23T10:00:00Z'), until: new Date('2026-11-23T11:00:00Z') }
    expect(starts(asked)).toEqual(['11-23T10:00', '11-23T10:30'])
    expect(starts({ now: new Date('2026-11-25T00:00:00Z') })).toEqual([])
  })

  test('stay at the same hours of the day when the clocks change', () => {
    const found = starts({ from: new Date('2027-03-26T00:00:00Z'), until: new Date('2027-03-30T00:00:00Z') })
    expect([found[0], found.find((at) => at.startsWith('03-29'))]).toEqual(['03-26T08:00', '03-29T07:00'])
    expect(found).toHaveLength(32)
  })
})
