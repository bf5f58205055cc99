import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { outreachRows } from '../appointment-blocks.js'
import { email } from '../email.js'
import type { OverdueFacts } from '../outreach-facts.js'

/** To support and admins: an hour of working time after the payment nobody has begun the outreach. */
export const outreachOverdue = email<OverdueFacts>(
  'outreach-overdue',
  (of, to) => {
    const { overdue: w } = to.words.outreach
    return {
      subject: w.subject(of.number),
      preheader: w.preheader(to.when(of.dueAt)),
      why: to.words.common.why.team,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(of.buyer)),
        outreachRows(
          of,
          to,
          [w.paidAt, to.when(of.paidAt)],
          [w.due, to.when(of.dueAt)],
          [w.phone, of.counterpartPhone],
          [w.mail, of.counterpartEmail],
          [w.thereNow, to.timeIn(of.at, of.counterpartZone)],
        ),
        paragraph(w.todo),
        button(w.open, to.pages.team.appointment(of.appointmentId)),
      ],
    }
  },
  (is) => [{ facts: is.appointment.overdue, to: is.admin }],
)
