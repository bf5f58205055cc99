import { heading, paragraph, subheading } from '../../platform/mailer/content.js'
import { outreachRows, reach } from '../appointment-blocks.js'
import { attemptList } from '../attempt-list.js'
import { email } from '../email.js'
import type { AppointmentFacts } from '../outreach-facts.js'

/** To who placed the order, once a day at most: what we have tried, and that it is not confirmed yet. */
export const outreachProgress = email<AppointmentFacts>(
  'outreach-progress',
  (of, to) => {
    const { progress: w, facts } = to.words.outreach
    return {
      subject: w.subject(of.number, of.counterpart),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(of.counterpart, of.service)),
        subheading(w.done),
        attemptList(of.attempts, to),
        outreachRows(
          of,
          to,
          [facts.attempts, facts.ofAttempts(of.attemptsMade, of.attemptsAllowed)],
          [facts.triesUntil, of.giveUpAt && to.when(of.giveUpAt)],
        ),
        paragraph(w.next),
        ...reach(of, to),
      ],
    }
  },
  (is) => [{ facts: is.appointment.tried, to: is.buyer }],
)
