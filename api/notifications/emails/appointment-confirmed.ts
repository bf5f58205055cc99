import { heading, paragraph } from '../../platform/mailer/content.js'
import { appointmentRows, calendarEntry, sideOf, waysToChange, whyOf } from '../appointment-blocks.js'
import { email, type Reader } from '../email.js'
import type { AppointmentFacts } from '../outreach-facts.js'

/** To who placed the order, who comes, and the other side: the time is agreed on; with the entry for their calendar. */
export const appointmentConfirmed = email<AppointmentFacts>(
  'appointment-confirmed',
  (of, to) => {
    const { confirmed: w, calendar } = to.words.appointments
    const startsAt = of.startsAt ?? of.at
    return {
      subject: w.subject(of.service, to.day(startsAt)),
      preheader: w.preheader(to.when(startsAt)),
      why: whyOf(of, to),
      calendar: calendarEntry(of, to),
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(intro(of, to)),
        appointmentRows(of, to),
        paragraph(calendar.attached),
        ...waysToChange(of, to),
      ],
    }
  },
  (is) => [
    { facts: is.appointment.confirmed, to: is.buyer },
    { variant: 'attendee', facts: is.appointment.confirmed, to: is.client },
    { variant: 'counterpart', facts: is.appointment.confirmed, to: is.counterpart },
  ],
)

function intro(of: AppointmentFacts, to: Reader): string {
  const { confirmed: w } = to.words.appointments
  const { counterpart, service, attendee, asks } = of
  return {
    BUYER: w.buyer(counterpart, service),
    ATTENDEE: w.attendee(counterpart, service),
    COUNTERPART: w.counterpart(attendee, asks),
  }[sideOf(of, to)]
}
