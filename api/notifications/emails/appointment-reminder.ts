import { heading, paragraph } from '../../platform/mailer/content.js'
import { appointmentRows, sideOf, waysToChange, whyOf } from '../appointment-blocks.js'
import { email, type Reader } from '../email.js'
import type { AppointmentReminderFacts } from '../outreach-facts.js'

/** From so many hours on the time of day is told, not the day. */
const SOON = 6

/** To both sides, a day and two hours before: it is near. */
export const appointmentReminder = email<AppointmentReminderFacts>(
  'appointment-reminder',
  (of, to) => {
    const { reminder: w } = to.words.appointments
    const startsAt = of.startsAt ?? of.at
    const isSoon = of.hours <= SOON
    return {
      subject: isSoon
        ? w.soonSubject(of.service, to.timeIn(startsAt, to.timeZone))
        : w.subject(of.service, to.day(startsAt)),
      preheader: w.preheader(to.when(startsAt)),
      why: whyOf(of, to),
      blocks: [
        heading(isSoon ? w.soonHeading : w.heading),
        to.hello,
        paragraph(intro(of, to)),
        appointmentRows(of, to),
        ...waysToChange(of, to),
      ],
    }
  },
  (is) => [
    { facts: is.appointment.reminder, to: is.buyer },
    { variant: 'attendee', facts: is.appointment.reminder, to: is.client },
    { variant: 'counterpart', facts: is.appointment.reminder, to: is.counterpart },
    { variant: 'soon', facts: { ...is.appointment.reminder, hours: 2 }, to: is.counterpart },
  ],
)

function intro(of: AppointmentReminderFacts, to: Reader): string {
  const { reminder: w } = to.words.appointments
  const { attendee, asks, counterpart, service } = of
  if (sideOf(of, to) === 'COUNTERPART')
    return w.intro(to.words.appointments.facts.of(attendee, asks), service)
  return of.attendeeId === to.id ? w.intro(counterpart, service) : w.buyer(attendee, counterpart, service)
}
