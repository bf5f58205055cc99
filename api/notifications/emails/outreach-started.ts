import { heading, list, paragraph, subheading } from '../../platform/mailer/content.js'
import { outreachRows, reach } from '../appointment-blocks.js'
import { email, type Reader } from '../email.js'
import type { StartedFacts } from '../outreach-facts.js'

/** To who placed the order: we have begun to reach the other side, and what they hear from us by mail from now on. */
export const outreachStarted = email<StartedFacts>(
  'outreach-started',
  (of, to) => {
    const { started: w, facts } = to.words.outreach
    return {
      subject: w.subject(of.number, of.counterpart),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.headings[of.why]),
        to.hello,
        paragraph(intro(of, to)),
        outreachRows(of, to, [facts.triesUntil, of.giveUpAt && to.when(of.giveUpAt)]),
        subheading(w.next),
        list([w.course, w.confirmed, w.pending]),
        ...reach(of, to),
      ],
    }
  },
  (is) => [
    { facts: is.appointment.started, to: is.buyer },
    { variant: 'other-person', facts: { ...is.appointment.started, why: 'OTHER_PERSON' }, to: is.buyer },
    { variant: 'again', facts: { ...is.appointment.started, why: 'AGAIN' }, to: is.buyer },
  ],
)

function intro({ why, counterpart, service }: StartedFacts, to: Reader): string {
  const { started: w } = to.words.outreach
  return { BEGUN: w.intro, OTHER_PERSON: w.other, AGAIN: w.again }[why](counterpart, service)
}
