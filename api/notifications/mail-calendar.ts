import { calendarFile, type CalendarEntry } from '../outreach/ics.js'
import type { CalendarPart } from '../platform/mailer/outgoing.js'

/** A calendar entry as the outbox keeps it: its moments are texts. */
export type KeptCalendar = Omit<CalendarEntry, Moments> & Readonly<Record<Moments, string>>
type Moments = 'writtenAt' | 'startsAt' | 'endsAt'

/** The file of a calendar entry that the outbox keeps, as it travels with its mail. */
export function calendarPart(kept: KeptCalendar): CalendarPart {
  const { writtenAt, startsAt, endsAt, ...entry } = kept
  const moments = {
    writtenAt: new Date(writtenAt),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }
  return { method: entry.method, file: calendarFile({ ...entry, ...moments }) }
}
