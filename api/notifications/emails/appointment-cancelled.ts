import { type Block, heading, link, paragraph, quiet } from '../../platform/mailer/content.js'
import { appointmentRows, calendarEntry, orderButton, sideOf, whyOf } from '../appointment-blocks.js'
import { saying } from '../campaign-blocks.js'
import { email, type Reader } from '../email.js'
import type { AppointmentCancelledFacts } from '../outreach-facts.js'

/** To both sides, as far as they had heard of it: it does not take place, and goes out of their calendars. */
export const appointmentCancelled = email<AppointmentCancelledFacts>(
  'appointment-cancelled',
  (of, to) => {
    const { cancelled: w, facts, calendar } = to.words.appointments
    const side = sideOf(of, to)
    const entry = calendarEntry({ ...of, startsAt: of.wasAt }, to, 'CANCEL')
    return {
      subject: w.subject(of.service),
      preheader: w.preheader,
      why: whyOf(of, to),
      calendar: entry,
      blocks: [
        heading(w.heading),
        to.hello,
        ...said(of, to),
        appointmentRows({ ...of, startsAt: null }, to, [facts.wasToBe, of.wasAt && to.when(of.wasAt)]),
        ...(entry ? [paragraph(calendar.removed)] : []),
        ...(side === 'BUYER' && of.refunded ? [paragraph(w.refund)] : []),
        ...(side === 'COUNTERPART' ? [quiet(w.links)] : orderButton(of, to)),
        ...(side === 'BUYER' ? [link(w.again, to.pages.reorder(of.orderId))] : []),
      ],
    }
  },
  (is) => [
    { facts: is.appointment.cancelled, to: is.buyer },
    { variant: 'by-us', facts: { ...is.appointment.cancelled, by: 'US', refunded: true }, to: is.buyer },
    { variant: 'attendee', facts: is.appointment.cancelled, to: is.client },
    { variant: 'counterpart', facts: is.appointment.cancelled, to: is.counterpart },
    {
      variant: 'counterpart-unconfirmed',
      facts: { ...is.appointment.cancelled, wasAt: null, endsAt: null, place: null },
      to: is.counterpart,
    },
  ],
)

/** Our reason is told to who placed the order; what the buyer's side wrote to us is not passed on. */
function said(of: AppointmentCancelledFacts, to: Reader): Block[] {
  const { cancelled: w } = to.words.appointments
  const { service, asks, by, reason } = of
  const side = sideOf(of, to)
  if (side === 'COUNTERPART')
    return [paragraph(of.wasAt ? w.counterpartConfirmed(asks, service) : w.counterpart(asks, service))]
  if (side === 'BUYER' && by === 'BUYER') return [paragraph(w.byYou(service))]
  return side === 'BUYER' && by === 'US'
    ? saying(reason, w.byUs(service), w.byUsSilent(service))
    : [paragraph(w.intro(service))]
}
