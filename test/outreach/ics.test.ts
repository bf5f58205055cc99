import { describe, expect, test } from '@jest/globals'
import { type CalendarEntry, calendarFile } from '../../api/outreach/ics.js'
import { readCalendar, the } from './read-calendar.js'

const ENTRY: CalendarEntry = {
  method: 'REQUEST',
  uid: 'apt_01k@waybill.test',
  sequence: 1,
  writtenAt: new Date('2026-11-22T08:00:00.123Z'),
  startsAt: new Date('2026-11-24T09:30:00Z'),
  endsAt: new Date('2026-11-24T10:00:00Z'),
  title: 'Kitchen measuring for Harbour Bakery',
  description: 'With Clara Hughes.',
  place: 'Quay 4, Harbourtown',
  page: 'https://waybill.test/portal/orders/ord_1',
  organiser: { name: 'Waybill', email: 'hello@waybill.test' },
  guests: [{ name: 'Nora Seller', email: 'nora@seller.test' }],
}
const read = (change: Partial<CalendarEntry> = {}) => readCalendar(calendarFile({ ...ENTRY, ...change }))

describe('a calendar file', () => {
  test('says what, when in UTC, where, by whom and for whom', () => {
    const lines = read()
    expect(lines.map(({ name }) => name)).toEqual([
      'BEGIN',
      'VERSION',
      'PRODID',
      'CALSCALE',
      'METHOD',
      'BEGIN',
      'UID',
      'SEQUENCE',
      'DTSTAMP',
      'DTSTART',
      'DTEND',
      'SUMMARY',
      'DESCRIPTION',
      'LOCATION',
      'URL',
      'STATUS',
      'TRANSP',
      'ORGANIZER',
      'ATTENDEE',
      'END',
      'END',
    ])
    const value = (name: string) => the(lines, name).value
    expect([value('METHOD'), value('STATUS'), value('VERSION')]).toEqual(['REQUEST', 'CONFIRMED', '2.0'])
    expect([value('DTSTAMP'), value('DTSTART'), value('DTEND')]).toEqual([
      '20261122T080000Z',
      '20261124T093000Z',
      '20261124T100000Z',
    ])
    expect([value('SUMMARY'), value('DESCRIPTION'), value('LOCATION')]).toEqual([
      ENTRY.title,
      ENTRY.description,
      ENTRY.place,
    ])
    expect(value('URL')).toBe(ENTRY.page)
    expect(the(lines, 'ORGANIZER')).toMatchObject({
      parameters: { CN: 'Waybill' },
      value: 'mailto:hello@waybill.test',
    })
    expect(the(lines, 'ATTENDEE')).toMatchObject({
      parameters: { CN: 'Nora Seller', PARTSTAT: 'ACCEPTED', RSVP: 'FALSE' },
      value: 'mailto:nora@seller.test',
    })
  })

  test('leaves out a place and a page that are not known', () => {
    const names = read({ place: null, page: null }).map(({ name }) => name)
    expect(names).not.toContain('LOCATION')
    expect(names).not.toContain('URL')
  })

  test('moves and cancels what was there: the same UID, a higher sequence', () => {
    const moved = read({ sequence: 2, startsAt: new Date('2026-11-25T09:30:00Z') })
    const cancelled = read({ sequence: 3, method: 'CANCEL' })
    for (const lines of [moved, cancelled]) expect(the(lines, 'UID').value).toBe(ENTRY.uid)
    expect([the(moved, 'SEQUENCE').value, the(cancelled, 'SEQUENCE').value]).toEqual(['2', '3'])
    expect(the(moved, 'METHOD').value).toBe('REQUEST')
    expect([the(cancelled, 'METHOD').value, the(cancelled, 'STATUS').value]).toEqual(['CANCEL', 'CANCELLED'])
  })

  test('that somebody fetches themselves invites nobody', () => {
    const lines = read({ method: 'PUBLISH' })
    expect(lines.map(({ name }) => name)).not.toContain('ATTENDEE')
    expect(the(lines, 'ORGANIZER').value).toBe('mailto:hello@waybill.test')
  })

  test('keeps every sign of its texts: commas, semicolons, backslashes, quotes, line breaks, other scripts', () => {
    const hard = 'Küche; Bad, Flur \\ "Keller"\nzweite Zeile: 50 % — 日本語 😀 Ω'
    const lines = read({ title: hard, description: `${hard}\r\n${hard}\rEnd`, place: hard })
    expect(the(lines, 'SUMMARY').value).toBe(hard)
    expect(the(lines, 'LOCATION').value).toBe(hard)
    expect(the(lines, 'DESCRIPTION').value).toBe(`${hard}\n${hard}\nEnd`)
  })

  test('folds long lines without cutting a character, whatever its length in bytes', () => {
    for (const sign of ['a', 'ü', '界', '😀']) {
      for (let count = 60; count < 80; count++) {
        const title = sign.repeat(count)
        expect(the(read({ title }), 'SUMMARY').value).toBe(title)
      }
    }
  })

  test('keeps a hostile name in its place: no line of its own, no parameter, no second guest', () => {
    const name = 'Eve "the; guest", ^n\r\nATTENDEE:mailto:other@evil.test'
    const email = 'eve@seller.test\r\nX-EVIL:1'
    const lines = read({
      guests: [{ name, email }],
      page: 'https://a.test/\r\nX-EVIL:1',
      uid: 'a\r\nX-EVIL:1',
    })
    expect(the(lines, 'ATTENDEE').parameters['CN']).toBe(name.replace('\r\n', '\n'))
    expect(the(lines, 'ATTENDEE').value).toBe('mailto:eve@seller.testX-EVIL:1')
    expect(lines.map((line) => line.name)).not.toContain('X-EVIL')
  })
})
