import { describe, expect, test } from '@jest/globals'
import { partsOf, plainLetters } from '../../../api/platform/texts/text-letters.js'
import { TOKEN_SLOT } from '../../../api/platform/mailer/content.js'
import { draftsFor } from '../../../api/notifications/texts/text-drafts.js'
import type { TextFacts } from '../../../api/notifications/texts/text-facts.js'
import { appointmentTexts, type TextTemplate } from '../../../api/notifications/texts/text-templates.js'
import { writeText } from '../../../api/notifications/texts/write-text.js'

const facts: TextFacts = {
  appointmentId: 'apt_1',
  orderId: 'ord_1',
  counterpartId: 'cpt_1',
  name: 'Paula Seller',
  phone: '+491510000100',
  locale: 'en',
  timeZone: 'Europe/Berlin',
  asks: 'Northwind Agency',
  service: 'Seller appointment',
  attendee: 'Ada Stone',
  minutes: 30,
  place: '12 Elm Street',
  startsAt: new Date('2026-11-24T13:30:00Z'),
  proposedStartsAt: null,
  words: null,
}
const templates = Object.keys(appointmentTexts) as TextTemplate[]
const write = (template: TextTemplate, changes: Partial<TextFacts> = {}) =>
  writeText(template, { ...facts, ...changes }, 'https://waybill.example').body.replace(
    TOKEN_SLOT,
    'x'.repeat(43),
  )

describe.each(['en', 'de'])('texts in %s', (locale) => {
  test.each(templates)(
    '%s costs three texts at most, in letters that every phone has, and says how to be rid of them',
    (template) => {
      const body = write(template, { locale })
      expect(partsOf(body)).toBeLessThanOrEqual(3)
      expect(body).toMatch(/STOP.*$/)
      expect(body).toContain('Northwind Agency')
      expect(body.includes('https://waybill.example/portal/appointment#token=xxx')).toBe(
        !['appointment-cancelled', 'appointment-no-longer-asked'].includes(template),
      )
    },
  )

  test('a time is told by the clock of whoever reads it, with its zone', () => {
    const [berlin, tokyo] = locale === 'en' ? ['14:30', '22:30'] : ['14:30', '22:30']
    expect(write('appointment-confirmed', { locale })).toContain(berlin)
    expect(write('appointment-confirmed', { locale, timeZone: 'Asia/Tokyo' })).toContain(tokyo)
  })

  test('the reminder of the day before and the last one say which they are', () => {
    const [dayBefore, last] = [false, true].map((isSoon) => write('appointment-reminder', { locale, isSoon }))
    expect(dayBefore).not.toBe(last)
    expect(partsOf(last!)).toBeLessThanOrEqual(3)
  })

  test('what support wrote stands in the place of our words, with the link and the way out behind it', () => {
    const body = write('appointment-request', { locale, words: 'We stood at your door at ten.' })
    expect(body).toMatch(/^We stood at your door at ten\.\nhttps:\/\/\S+\n.*STOP.*$/)
  })

  test('every draft that support may begin with fits into three texts', () => {
    const drafts = draftsFor({ ...facts, locale })
    expect(drafts.map(({ name }) => name)).toEqual(['MISSED_CALL', 'FIRST', 'ONCE_MORE'])
    for (const { parts, body } of drafts) {
      expect(parts).toBeLessThanOrEqual(3)
      expect(body).toContain('Paula Seller')
    }
  })
})

test('another time that is asked for is told with the question', () => {
  const body = write('appointment-request', { proposedStartsAt: new Date('2026-11-26T09:00:00Z') })
  expect(body).toContain(
    'asks to move your appointment (Seller appointment) to Thursday 26 November at 10:00',
  )
})

test('what was called off before there was a time is told without one', () => {
  expect(write('appointment-cancelled', { startsAt: null })).toContain('is no longer wanted')
  expect(write('appointment-cancelled')).toContain('on Tuesday 24 November at 14:30 CET is cancelled')
})

describe('what a text costs', () => {
  test('160 letters alone and 153 in each of several; 70 and 67 with a letter of another alphabet', () => {
    const [a, u] = [(n: number) => 'a'.repeat(n), (n: number) => 'щ'.repeat(n)]
    expect([a(160), a(161), a(306), a(307)].map(partsOf)).toEqual([1, 2, 2, 3])
    expect([u(70), u(71), u(134), u(135)].map(partsOf)).toEqual([1, 2, 2, 3])
    expect(partsOf('€'.repeat(80))).toBe(1)
    expect(partsOf('€'.repeat(81))).toBe(2)
    expect(partsOf('äöüßÄÖÜñ'.repeat(20))).toBe(1)
  })

  test('marks that people’s keyboards make are written plainly', () => {
    expect(plainLetters('“Elm” – it’s… 10\u00A0am')).toBe('"Elm" - it\'s... 10 am')
  })
})
