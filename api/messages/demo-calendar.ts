import { weekdays } from '../lib/open-hours.js'
import type { Tx } from '../platform/context.js'
import { addCalendar } from './add-calendar.js'

/** A calendar for the demo world, written down and not in use: there we answer at all hours. Returns its id. */
export function demoCalendar(tx: Tx): Promise<string> {
  const intervals = weekdays.slice(0, 5).flatMap((weekday) => [
    { weekday, from: '09:00', until: '12:30' },
    { weekday, from: '13:30', until: '18:00' },
  ])
  const holidays = ['2026-12-25', '2026-12-26', '2027-01-01']
  return addCalendar(tx, { name: 'Office hours', timeZone: 'Europe/Berlin', intervals, holidays })
}
