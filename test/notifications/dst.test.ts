import { describe, expect, test } from '@jest/globals'
import { compose } from '../../api/notifications/email.js'
import { orderReceipt } from '../../api/notifications/emails/order-receipt.js'
import type { OrderFacts } from '../../api/notifications/facts.js'
import { after } from '../../api/lib/time.js'
import { renderText } from '../../api/platform/mailer/text.js'

/** The time of one moment as a mail says it to somebody there, in their words. */
function said(moment: string | Date, locale: string, timeZone: string): string {
  const facts = {
    orderId: 'ord_1',
    number: 'W-1',
    placedById: 'con_1',
    beneficiary: 'Bakery',
    total: { amount: 100n, currency: 'EUR' },
    paidAt: new Date(moment),
    dashboardContactId: null,
    lines: [],
  } as unknown as OrderFacts
  const to = {
    kind: 'contact',
    id: 'con_1',
    name: 'Clara',
    email: 'clara@demo.test',
    locale,
    timeZone,
  } as const
  const text = renderText(compose(orderReceipt, facts, to, 'https://waybill.example'))
  return /^(?:Paid on|Bezahlt am): (.*)$/m.exec(text)?.[1] ?? text
}

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'

describe('the night in which the clock goes forward', () => {
  test.each([
    ['2027-03-28T00:59:59Z', 'en', BERLIN, 'Sunday, 28 March 2027 at 01:59 CET'],
    ['2027-03-28T01:00:00Z', 'en', BERLIN, 'Sunday, 28 March 2027 at 03:00 CEST'],
    ['2027-03-28T00:59:59Z', 'de', BERLIN, 'Sonntag, 28. März 2027, 01:59 Uhr MEZ'],
    ['2027-03-28T01:00:00Z', 'de', BERLIN, 'Sonntag, 28. März 2027, 03:00 Uhr MESZ'],
    ['2027-03-14T06:59:59Z', 'en', NEW_YORK, 'Sunday, 14 March 2027 at 01:59 GMT-5'],
    ['2027-03-14T07:00:00Z', 'en', NEW_YORK, 'Sunday, 14 March 2027 at 03:00 GMT-4'],
    ['2027-03-14T06:59:59Z', 'de', NEW_YORK, 'Sonntag, 14. März 2027, 01:59 Uhr GMT-5'],
    ['2027-03-14T07:00:00Z', 'de', NEW_YORK, 'Sonntag, 14. März 2027, 03:00 Uhr GMT-4'],
  ])('%s in %s for %s', (moment, locale, zone, words) => expect(said(moment, locale, zone)).toBe(words))
})

describe('the night in which an hour comes twice: its two times are told apart by the zone', () => {
  test.each([
    ['2026-10-25T00:30:00Z', 'en', BERLIN, 'Sunday, 25 October 2026 at 02:30 CEST'],
    ['2026-10-25T01:30:00Z', 'en', BERLIN, 'Sunday, 25 October 2026 at 02:30 CET'],
    ['2026-10-25T00:30:00Z', 'de', BERLIN, 'Sonntag, 25. Oktober 2026, 02:30 Uhr MESZ'],
    ['2026-10-25T01:30:00Z', 'de', BERLIN, 'Sonntag, 25. Oktober 2026, 02:30 Uhr MEZ'],
    ['2026-11-01T05:30:00Z', 'en', NEW_YORK, 'Sunday, 1 November 2026 at 01:30 GMT-4'],
    ['2026-11-01T06:30:00Z', 'en', NEW_YORK, 'Sunday, 1 November 2026 at 01:30 GMT-5'],
    ['2026-11-01T05:30:00Z', 'de', NEW_YORK, 'Sonntag, 1. November 2026, 01:30 Uhr GMT-4'],
    ['2026-11-01T06:30:00Z', 'de', NEW_YORK, 'Sonntag, 1. November 2026, 01:30 Uhr GMT-5'],
  ])('%s in %s for %s', (moment, locale, zone, words) => expect(said(moment, locale, zone)).toBe(words))
})

test('24 hours are 24 hours over such a night, and the clock says another time: absolute deadlines are never off', () => {
  const before = new Date('2027-03-27T17:00:00Z')
  expect(said(before, 'de', BERLIN)).toBe('Samstag, 27. März 2027, 18:00 Uhr MEZ')
  expect(said(after(before, 'PT24H'), 'de', BERLIN)).toBe('Sonntag, 28. März 2027, 19:00 Uhr MESZ')
  expect(said(after(before, 'PT24H'), 'en', NEW_YORK)).toBe('Sunday, 28 March 2027 at 13:00 GMT-4')
})

test('midnight is the beginning of a day, in every zone of its own', () => {
  expect(said('2026-10-24T22:00:00Z', 'de', BERLIN)).toBe('Sonntag, 25. Oktober 2026, 00:00 Uhr MESZ')
  expect(said('2026-11-02T05:00:00Z', 'en', NEW_YORK)).toBe('Monday, 2 November 2026 at 00:00 GMT-5')
})
