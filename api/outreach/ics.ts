/** Somebody in a calendar entry, at their own address. */
export interface CalendarPerson {
  readonly name: string
  readonly email: string
}

/** One appointment as a calendar takes it. Texts are plain and may have several lines. */
export interface CalendarEntry {
  /**
   * What the file asks of a calendar: `REQUEST` puts the entry in or moves it, `CANCEL` takes it out again. `PUBLISH` is
   * for a file that somebody fetches themselves: nobody is invited by it.
   */
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  /** The same in every file about one appointment, and in no other: by it a calendar finds what it has. */
  readonly uid: string
  /** Rises with every change: a calendar ignores a file with a lower one than it has. */
  readonly sequence: number
  /** When the file was written. */
  readonly writtenAt: Date
  readonly startsAt: Date
  readonly endsAt: Date
  readonly title: string
  readonly description: string
  /** Where it takes place; null where that is not known. */
  readonly place: string | null
  /** The address of its page; null where there is none for whoever gets the file. */
  readonly page: string | null
  readonly organiser: CalendarPerson
  /** To whom the file is sent: they have agreed already. Left out of a file that is published. */
  readonly guests: readonly CalendarPerson[]
}

/**
 * A calendar file (RFC 5545, with the methods of RFC 5546): UTC times, lines of at most 75 bytes that end in CR LF. The
 * media type is `text/calendar; charset=utf-8; method=…`.
 */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waybill//Appointments//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${entry.method}`,
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.writtenAt)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${text(entry.title)}`,
    `DESCRIPTION:${text(entry.description)}`,
    ...(entry.place ? [`LOCATION:${text(entry.place)}`] : []),
    ...(entry.page ? [`URL:${withoutControls(entry.page)}`] : []),
    `STATUS:${entry.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    `ORGANIZER;CN=${quoted(entry.organiser.name)}:${mailto(entry.organiser.email)}`,
    ...(entry.method === 'PUBLISH' ? [] : entry.guests.map(attendee)),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** A guest has said yes before the file is written, so no calendar has to ask them. */
function attendee({ name, email }: CalendarPerson): string {
  return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=${quoted(name)}:${mailto(email)}`
}

/** A moment as `20261124T093000Z`. */
function utc(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
}

/** A text value: line breaks are written `\n`, and what would end a value is escaped (RFC 5545, 3.3.11). */
function text(value: string): string {
  const lines = value.replace(/\r\n?/g, '\n').split('\n')
  return lines.map((line) => withoutControls(line).replace(/[\\;,]/g, '\\$&')).join('\\n')
}

/** A parameter's value in quotes; RFC 6868 says how a quote, a caret and a line break are written inside. */
function quoted(value: string): string {
  const safe = value
    .replace(/\^/g, '^^')
    .replace(/\r\n?|\n/g, '^n')
    .replace(/"/g, "^'")
  return `"${withoutControls(safe)}"`
}

function mailto(email: string): string {
  return `mailto:${withoutControls(email).replace(/\s/g, '')}`
}

/** No value can hold a control character: left in, one could begin a line of its own. */
function withoutControls(value: string): string {
  return value.replace(/\p{Cc}/gu, ' ')
}

const LINE_BYTES = 75

/** A line in pieces of at most 75 bytes, each next one after a blank; no character is cut in two (RFC 5545, 3.1). */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let room = LINE_BYTES
  for (const character of line) {
    const bytes = Buffer.byteLength(character)
    if (bytes > room) {
      pieces.push(piece)
      piece = ''
      room = LINE_BYTES - 1
    }
    piece += character
    room -= bytes
  }
  return [...pieces, piece].join('\r\n ')
}
