import { expect, test } from '@jest/globals'
import { hoursInWords } from '../../api/lib/hours-in-words.js'
import { type OpenHours, weekdays } from '../../api/lib/open-hours.js'

const on = (days: readonly (typeof weekdays)[number][], ...times: readonly (readonly [string, string])[]) =>
  days.flatMap((weekday) => times.map(([from, until]) => ({ weekday, from, until })))
const berlin = (...intervals: OpenHours['intervals'][]): OpenHours => ({
  zone: 'Europe/Berlin',
  intervals: intervals.flat(),
  holidays: [],
})

test('days in a row with the same hours are said together, in the language of whoever reads them', () => {
  const office = berlin(
    on(weekdays.slice(0, 4), ['09:00', '12:30'], ['13:30', '18:00']),
    on(['FRIDAY'], ['09:00', '14:00']),
  )
  expect(hoursInWords(office, 'en')).toBe('Mon–Thu 09:00–12:30, 13:30–18:00; Fri 09:00–14:00 (Europe/Berlin)')
  expect(hoursInWords(office, 'de')).toBe('Mo–Do 09:00–12:30, 13:30–18:00; Fr 09:00–14:00 (Europe/Berlin)')
})

test('a day between on which nobody is there is between them', () => {
  expect(hoursInWords(berlin(on(['MONDAY', 'WEDNESDAY', 'THURSDAY'], ['10:00', '24:00'])), 'en')).toBe(
    'Mon 10:00–24:00; Wed–Thu 10:00–24:00 (Europe/Berlin)',
  )
})
