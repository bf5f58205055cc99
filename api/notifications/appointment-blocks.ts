import { hoursInWords } from '../lib/hours-in-words.js'
import type { Block } from '../platform/mailer/content.js'
import { button, facts, paragraph, quiet, subheading } from '../platform/mailer/content.js'
import type { CalendarEntry } from '../outreach/ics.js'
import { appointmentEntry } from '../outreach/appointment-calendar.js'
import type { Reader } from './email.js'
import type { AppointmentFacts } from './outreach-facts.js'

type Row = readonly [string, string | null | undefined]

/** For what somebody gets a mail about an appointment: they placed its order, come to it, or are the other side. */
export type Side = 'BUYER' | 'ATTENDEE' | 'COUNTERPART'

/** As what this reader is written to. Who placed the order and comes to it, too, has placed the order. */
export function sideOf(of: AppointmentFacts, to: Reader): Side {
  if (to.id === of.counterpartId) return 'COUNTERPART'
  return to.id === of.placedById ? 'BUYER' : 'ATTENDEE'
}

/** Why each of them gets it. */
export function whyOf(of: AppointmentFacts, to: Reader): string {
  const { why } = to.words.common
  return { BUYER: why.buyer, ATTENDEE: why.attendee, COUNTERPART: why.counterpart }[sideOf(of, to)]
}

/** What was ordered, who is to meet whom, and for how long; with rows of the mail's own. For who placed the order, or the team. */
export function outreachRows(of: AppointmentFacts, to: Reader, ...rows: readonly Row[]): Block {
  const { common, outreach } = to.words
  const { facts: w } = outreach
  return facts([
    [common.order, of.number],
    [w.service, of.service],
    [w.counterpart, of.counterpart],
    [w.attendee, of.attendee],
    [w.business, of.beneficiary],
    [w.length, w.minutes(of.minutes)],
    ...rows,
  ])
}

/** When and where, who meets whom, as each side needs it; with rows of the mail's own before those. */
export function appointmentRows(of: AppointmentFacts, to: Reader, ...rows: readonly Row[]): Block {
  const { common } = to.words
  const { facts: w } = to.words.appointments
  const side = sideOf(of, to)
  const { counterpart } = of
  return facts([
    ...rows,
    [w.when, of.startsAt && to.when(of.startsAt)],
    [w.there(counterpart), side === 'COUNTERPART' ? null : clockThere(of, to)],
    [w.place, of.place],
    [w.length, w.minutes(of.minutes)],
    [w.about, of.service],
    ...who(of, to),
    [common.order, side === 'COUNTERPART' ? null : of.number],
  ])
}

function who(of: AppointmentFacts, to: Reader): Row[] {
  const { appointments, outreach } = to.words
  const { facts: w } = appointments
  const there = w.of(of.attendee, of.asks)
  if (sideOf(of, to) === 'COUNTERPART') return [[w.youMeet, there]]
  const comes: Row = [outreach.facts.attendee, of.attendeeId === to.id ? null : there]
  return [[of.attendeeId === to.id ? w.youMeet : outreach.facts.counterpart, of.counterpart], comes]
}

/** What the counterpart's clock says then, where that is not what the reader's says. */
function clockThere(of: AppointmentFacts, to: Reader): string | null {
  if (!of.startsAt) return null
  const [here, there] = [to.timeIn(of.startsAt, to.timeZone), to.timeIn(of.startsAt, of.counterpartZone)]
  return here === there ? null : there
}

/** How each of them moves it or calls it off: on the order's page, by their link, or by whoever ordered it. */
export function waysToChange(of: AppointmentFacts, to: Reader): Block[] {
  const { appointments, outreach, common } = to.words
  const { confirmed: w } = appointments
  switch (sideOf(of, to)) {
    case 'COUNTERPART':
      return [
        paragraph(w.counterpartChange),
        button(w.manage, to.pages.appointmentLink),
        quiet(common.ownLinkRenewed),
      ]
    case 'BUYER':
      return [
        paragraph(w.change),
        paragraph(outreach.reach.near(hoursFor(of, to))),
        button(outreach.reach.open, to.pages.order(of.orderId)),
      ]
    case 'ATTENDEE':
      return [
        paragraph(of.placedBy === null ? w.attendeeChangeSilent : w.attendeeChange(of.placedBy)),
        ...orderButton(of, to),
      ]
  }
}

/** The way to the order's page, for whoever can open it. */
export function orderButton(of: AppointmentFacts, to: Reader): Block[] {
  return of.readers.includes(to.id) ? [button(to.words.common.openOrder, to.pages.order(of.orderId))] : []
}

/** When our team answers, as the reader writes it; null where at all hours. */
export function hoursFor({ answerHours }: AppointmentFacts, { locale }: Reader): string | null {
  return answerHours && hoursInWords(answerHours, locale)
}

/** That the feed is there and is answered at once, and the way to it. */
export function reach(of: AppointmentFacts, to: Reader): Block[] {
  const { reach: w } = to.words.outreach
  return [
    subheading(w.heading),
    paragraph(w.text(hoursFor(of, to))),
    button(w.open, to.pages.order(of.orderId)),
  ]
}

/** Its calendar entry for this reader alone; undefined where no time is agreed on. */
export function calendarEntry(
  of: AppointmentFacts,
  to: Reader,
  method: 'REQUEST' | 'CANCEL' = 'REQUEST',
): CalendarEntry | undefined {
  const { startsAt, endsAt, asks: organisation, at: writtenAt, calendarOf } = of
  if (!startsAt || !endsAt) return undefined
  return appointmentEntry(
    { ...of, organisation, startsAt, endsAt },
    {
      method,
      side: sideOf(of, to) === 'COUNTERPART' ? 'COUNTERPART' : 'BUYER',
      locale: to.locale,
      writtenAt,
      page: of.readers.includes(to.id) ? to.pages.order(of.orderId) : null,
      guests: [{ name: to.name, email: to.email }],
    },
    calendarOf,
  )
}

/** The time that held until another was proposed: it goes out of calendars. */
export function heldUntilNow({ from, minutes }: { readonly from: Date | null; readonly minutes: number }) {
  return { startsAt: from, endsAt: from && new Date(from.getTime() + minutes * 60_000) }
}
