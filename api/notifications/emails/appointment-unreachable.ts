import { button, heading, list, paragraph, subheading } from '../../platform/mailer/content.js'
import { hoursFor, outreachRows } from '../appointment-blocks.js'
import { attemptList } from '../attempt-list.js'
import { email } from '../email.js'
import type { AppointmentFacts } from '../outreach-facts.js'

/** To who placed the order: we could not reach the other side, and what they can choose now. */
export const appointmentUnreachable = email<AppointmentFacts>(
  'appointment-unreachable',
  (of, to) => {
    const { unreachable: w } = to.words.outreach
    return {
      subject: w.subject(of.number, of.counterpart),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(of.counterpart, of.service, of.attemptsMade)),
        ...(of.attempts.length ? [subheading(w.tried), attemptList(of.attempts, to)] : []),
        subheading(w.choices),
        list([w.other, w.cancel, w.ask(hoursFor(of, to))]),
        button(w.open, to.pages.order(of.orderId)),
        outreachRows(of, to),
      ],
    }
  },
  (is) => [{ facts: is.appointment.tried, to: is.buyer }],
)
