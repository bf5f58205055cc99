import { fact } from '../lib/facts.js'
import { machine } from '../lib/machine.js'
import { isStaff } from '../lib/viewer.js'
import { calendarEvents } from './calendar.events.js'

/** A calendar of the promise to answer. */
export const calendarMachine = machine({
  name: 'Calendar',
  table: 'calendars',
  stream: 'id',
  doc: 'When the team answers: the hours that count for the promise to answer, while it is in use.',
  states: {
    ASIDE: 'Written down, and not in use.',
    IN_USE: 'The promise to answer counts by it.',
  },
  initial: 'ASIDE',
  final: [],
  facts: { name: fact.text('t.name') },
  roles: { ADMIN: (viewer) => isStaff(viewer, 'ADMIN') },
  deadlines: {},
  events: calendarEvents,
  verbs: {
    changeCalendar: {
      from: ['ASIDE', 'IN_USE'],
      by: ['ADMIN'],
      event: 'calendar.changed',
      doc: 'Changes a calendar; clocks that run keep what they have used, and count on by the new hours.',
    },
    useCalendar: {
      from: ['ASIDE'],
      to: 'IN_USE',
      by: ['ADMIN'],
      event: 'calendar.used',
      doc: 'The promise to answer counts by this calendar from now on; without one, at all hours.',
    },
    setCalendarAside: {
      from: ['IN_USE'],
      to: 'ASIDE',
      by: ['ADMIN'],
      event: 'calendar.set-aside',
      doc: 'The promise to answer counts at all hours again.',
    },
  },
})
