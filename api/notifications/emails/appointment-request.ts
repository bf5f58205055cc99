import {
  button,
  facts,
  heading,
  list,
  paragraph,
  quiet,
  quote,
  subheading,
} from '../../platform/mailer/content.js'
import { calendarEntry, heldUntilNow } from '../appointment-blocks.js'
import { email, type Reader, type Written } from '../email.js'
import type { RequestFacts } from '../outreach-facts.js'

/**
 * To the counterpart: who asks, what about, and what they can choose by their own link. Nothing of prices, of the buyer's
 * notes or of our tries.
 */
export const appointmentRequest = email<RequestFacts>(
  'appointment-request',
  (of, to) => ({
    why: to.words.common.why.counterpart,
    ...{ TIME: askForTime, NEW_TIME: askToMove, FRESH_LINK: freshLink }[of.ask](of, to),
  }),
  (is) => [
    { facts: is.appointment.request, to: is.counterpart },
    {
      variant: 'with-words',
      facts: { ...is.appointment.request, said: is.texts.appointment.said },
      to: is.counterpart,
    },
    { variant: 'new-time', facts: is.appointment.newTime, to: is.counterpart },
    { variant: 'fresh-link', facts: { ...is.appointment.request, ask: 'FRESH_LINK' }, to: is.counterpart },
  ],
)

type Said = Omit<Written, 'why'>

function askForTime(of: RequestFacts, to: Reader): Said {
  const { request: w } = to.words.appointments
  const { asks, service } = of
  return {
    subject: w.subject(asks, service),
    preheader: w.preheader,
    blocks: [
      heading(w.heading(asks)),
      to.hello,
      paragraph(w.intro(asks, service, of.minutes)),
      ...(of.said === null ? [] : [paragraph(w.said), quote(of.said)]),
      rows(of, to),
      subheading(w.choices),
      list([w.choose, w.other, w.decline]),
      ...waysIn(of, to, w.open),
    ],
  }
}

function askToMove(of: RequestFacts, to: Reader): Said {
  const { request, calendar } = to.words.appointments
  const { newTime: w } = request
  const { asks, service } = of
  return {
    subject: w.subject(asks, service),
    preheader: w.preheader,
    calendar: calendarEntry({ ...of, ...heldUntilNow(of) }, to, 'CANCEL'),
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(asks, service)),
      rows(of, to),
      quiet(calendar.givenUp),
      subheading(request.choices),
      list([w.agree, w.other, request.decline]),
      ...waysIn(of, to, w.open),
    ],
  }
}

function freshLink(of: RequestFacts, to: Reader): Said {
  const { freshLink: w } = to.words.appointments.request
  return {
    subject: w.subject(of.service),
    preheader: w.preheader,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(of.service, of.asks)),
      rows(of, to),
      button(w.open, to.pages.appointmentLink),
      quiet(to.words.common.ownLinkRenewed),
    ],
  }
}

function rows(of: RequestFacts, to: Reader) {
  const { facts: w } = to.words.appointments
  return facts([
    [w.was, of.from && to.when(of.from)],
    [w.proposed, of.proposedStartsAt && to.when(of.proposedStartsAt)],
    [w.when, of.startsAt && to.when(of.startsAt)],
    [w.youMeet, w.of(of.attendee, of.asks)],
    [w.about, of.service],
    [w.length, w.minutes(of.minutes)],
    [w.place, of.place],
  ])
}

function waysIn(of: RequestFacts, to: Reader, label: string) {
  const { request: w } = to.words.appointments
  return [
    button(label, to.pages.appointmentLink),
    quiet(to.words.common.ownLinkRenewed),
    ...(of.counterpartPhone && !of.optedOut ? [quiet(w.texts)] : []),
  ]
}
