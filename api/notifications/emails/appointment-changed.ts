import { heading, paragraph, quiet } from '../../platform/mailer/content.js'
import {
  appointmentRows,
  calendarEntry,
  heldUntilNow,
  orderButton,
  sideOf,
  waysToChange,
  whyOf,
} from '../appointment-blocks.js'
import { email, type Reader, type Written } from '../email.js'
import type { ChangedFacts } from '../outreach-facts.js'

/** To both sides: another time stands, and moves in their calendars; or to the buyer's side, that one was proposed. */
export const appointmentChanged = email<ChangedFacts>(
  'appointment-changed',
  (of, to) => (of.isProposal ? proposed(of, to) : moved(of, to)),
  (is) => [
    { facts: is.appointment.moved, to: is.buyer },
    { variant: 'attendee', facts: is.appointment.moved, to: is.client },
    { variant: 'counterpart', facts: is.appointment.moved, to: is.counterpart },
    {
      variant: 'by-counterpart',
      facts: { ...is.appointment.moved, by: 'COUNTERPART' },
      to: is.buyer,
    },
    { variant: 'proposed', facts: is.appointment.proposed, to: is.buyer },
  ],
)

function moved(of: ChangedFacts, to: Reader): Written {
  const { changed: w, calendar, facts } = to.words.appointments
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
      appointmentRows(of, to, [facts.was, of.from && to.when(of.from)]),
      paragraph(calendar.moved),
      ...waysToChange(of, to),
    ],
  }
}

function intro(of: ChangedFacts, to: Reader): string {
  const { changed: w } = to.words.appointments
  const { by, counterpart, service } = of
  return by === 'COUNTERPART' && sideOf(of, to) !== 'COUNTERPART'
    ? w.byCounterpart(counterpart, service)
    : w.intro(service)
}

function proposed(of: ChangedFacts, to: Reader): Written {
  const { changed: w, facts, calendar } = to.words.appointments
  const { counterpart, service } = of
  return {
    subject: w.proposedSubject(of.number, counterpart),
    preheader: w.proposedPreheader,
    why: whyOf(of, to),
    calendar: calendarEntry({ ...of, ...heldUntilNow(of) }, to, 'CANCEL'),
    blocks: [
      heading(w.proposedHeading),
      to.hello,
      paragraph(w.proposed(counterpart, service)),
      appointmentRows(
        of,
        to,
        [facts.proposed, of.proposedStartsAt && to.when(of.proposedStartsAt)],
        [facts.was, of.from && to.when(of.from)],
      ),
      quiet(calendar.givenUp),
      paragraph(w.proposedNext),
      ...orderButton(of, to),
    ],
  }
}
