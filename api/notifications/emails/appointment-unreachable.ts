import { button, heading, list, paragraph, subheading } from '../../platform/mailer/content.js'
import { hoursFor, outreachRows } from '../appointment-blocks.js'
import { attemptList } from '../attempt-list.js'
import { email } from '../email.js'
import type { GivenUpFacts } from '../outreach-facts.js'

/** To who placed the order: that we have given up, and why, and what they can choose now. */
export const appointmentUnreachable = email<GivenUpFacts>(
  'appointment-unreachable',
  (of, to) => {
    const { unreachable: w } = to.words.outreach
    const why = w.whys[of.givenUp]
    return {
      subject: why.subject(of.number, of.counterpart),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(why.heading),
        to.hello,
        paragraph(why.intro(of.counterpart, of.service, of.attemptsMade)),
        ...(of.attempts.length ? [subheading(w.tried), attemptList(of.attempts, to)] : []),
        subheading(w.choices),
        list([w.other, w.cancel, w.ask(hoursFor(of, to))]),
        button(w.open, to.pages.order(of.orderId)),
        outreachRows(of, to),
      ],
    }
  },
  (is) => [
    { facts: is.appointment.givenUp, to: is.buyer },
    { variant: 'not-agreed', facts: { ...is.appointment.givenUp, givenUp: 'NOT_AGREED' }, to: is.buyer },
    { variant: 'new-time', facts: { ...is.appointment.untried, givenUp: 'NEW_TIME' }, to: is.buyer },
    { variant: 'silent', facts: { ...is.appointment.untried, givenUp: 'SILENT' }, to: is.buyer },
  ],
)
