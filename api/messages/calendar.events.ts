import type { EventSpec } from '../lib/machine.js'

/** What happens to the calendars of the promise to answer; each has a stream of its own. */
export const calendarEvents = {
  'calendar.added': { visibility: 'STAFF', doc: 'A calendar was written down.' },
  'calendar.changed': { visibility: 'STAFF', doc: 'A calendar was changed.' },
  'calendar.used': { visibility: 'STAFF', doc: 'From now on the promise to answer counts by it.' },
  'calendar.set-aside': { visibility: 'STAFF', doc: 'The promise to answer does not count by it any more.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. */
export interface CalendarEventData {
  'calendar.added': Record<string, never>
  /** `fields` names what was changed. */
  'calendar.changed': { fields: string[] }
  'calendar.used': Record<string, never>
  'calendar.set-aside': Record<string, never>
}
