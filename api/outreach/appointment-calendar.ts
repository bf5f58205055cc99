import type { Config } from '../platform/config.js'
import { calendarWords } from './calendar-words.js'
import type { CalendarEntry, CalendarPerson } from './ics.js'

/** What a calendar entry says about an appointment. */
export interface CalendarFacts {
  readonly appointmentId: string
  readonly service: string
  /** The names of both sides, and of the attendee's organisation. */
  readonly counterpart: string
  readonly attendee: string
  readonly organisation: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string | null
  /** The appointment's `icsSequence`: it rises with every change. */
  readonly sequence: number
}

/** For whom a calendar entry is. */
export interface CalendarReader {
  readonly method: CalendarEntry['method']
  /** Which side: the title names the other one. */
  readonly side: 'BUYER' | 'COUNTERPART'
  /** A BCP-47 tag. */
  readonly locale: string
  readonly writtenAt: Date
  /** A page that this reader can open without a secret; null where there is none. */
  readonly page: string | null
  /** Who gets the file by mail: only the reader, so that nobody learns another's address from it. */
  readonly guests: readonly CalendarPerson[]
}

/** An appointment's calendar entry for one reader. All of an appointment's entries have one UID: a calendar knows it again. */
export function appointmentEntry(
  of: CalendarFacts,
  reader: CalendarReader,
  config: Pick<Config, 'publicUrl' | 'mailFrom'>,
): CalendarEntry {
  const words = calendarWords(reader.locale)
  const { side, method, writtenAt, page, guests } = reader
  const other = side === 'COUNTERPART' ? `${of.attendee}, ${of.organisation}` : of.counterpart
  return {
    method,
    writtenAt,
    page,
    guests,
    uid: `${of.appointmentId}@${new URL(config.publicUrl).hostname}`,
    sequence: of.sequence,
    startsAt: of.startsAt,
    endsAt: of.endsAt,
    title: words.title(of.service, other),
    description: [
      words.who(of.attendee, of.organisation, of.counterpart),
      ...(side === 'COUNTERPART' ? [words.change] : []),
    ].join('\n'),
    place: of.place,
    organiser: senderOf(config.mailFrom),
  }
}

/** A sender such as `Waybill <hello@waybill.test>`, or a bare address, as a person. */
function senderOf(mailFrom: string): CalendarPerson {
  const [, name, email] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(mailFrom) ?? []
  return email ? { name: name || email, email } : { name: mailFrom.trim(), email: mailFrom.trim() }
}
