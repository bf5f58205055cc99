import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { appointmentRows } from '../appointment-blocks.js'
import { email } from '../email.js'
import type { MissedFacts } from '../outreach-facts.js'

/** To who placed the order: the other side did not come, and until when they can object or have it tried again. */
export const appointmentMissed = email<MissedFacts>(
  'appointment-missed',
  (of, to) => {
    const { appointments, outreach, common } = to.words
    const { missed: w, facts } = appointments
    const until = to.when(of.closesAt)
    return {
      subject: w.subject(of.number, of.counterpart),
      preheader: w.preheader(until),
      why: common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(of.counterpart, of.service)),
        appointmentRows({ ...of, startsAt: null }, to, [facts.wasToBe, of.startsAt && to.when(of.startsAt)]),
        paragraph(w.next(until)),
        button(outreach.reach.open, to.pages.order(of.orderId)),
      ],
    }
  },
  (is) => [{ facts: is.appointment.missed, to: is.buyer }],
)
