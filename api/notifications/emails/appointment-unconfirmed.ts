import { type Block, heading, list, paragraph, subheading } from '../../platform/mailer/content.js'
import { outreachRows, reach } from '../appointment-blocks.js'
import { attemptList } from '../attempt-list.js'
import { saying } from '../campaign-blocks.js'
import { email, type Reader } from '../email.js'
import type { UnconfirmedFacts } from '../outreach-facts.js'

/**
 * To who placed the order: it is not confirmed, and what we do about it. That a text went out is said only where one did;
 * where the other side has said no, their words are in it.
 */
export const appointmentUnconfirmed = email<UnconfirmedFacts>(
  'appointment-unconfirmed',
  (of, to) => {
    const { unconfirmed: w, progress, facts } = to.words.outreach
    return {
      subject: w.subject(of.number, of.counterpart),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        ...(of.declined ? theirWords(of, to) : ourTries(of, to)),
        outreachRows(of, to, [facts.triesUntil, of.giveUpAt && to.when(of.giveUpAt)]),
        ...(of.attempts.length && !of.declined
          ? [subheading(progress.done), attemptList(of.attempts, to)]
          : []),
        paragraph(of.giveUpAt ? w.until(to.when(of.giveUpAt)) : w.untilOpen),
        ...reach(of, to),
      ],
    }
  },
  (is) => [
    { facts: is.appointment.unconfirmed, to: is.buyer },
    { variant: 'no-text', facts: is.appointment.withoutText, to: is.buyer },
    { variant: 'declined', facts: is.appointment.declined, to: is.buyer },
  ],
)

function ourTries({ counterpart, service, textSent }: UnconfirmedFacts, to: Reader): Block[] {
  const { unconfirmed: w } = to.words.outreach
  return [
    paragraph(w.intro(counterpart, service)),
    paragraph(textSent ? w.textSent(counterpart) : w.noText(counterpart)),
  ]
}

function theirWords({ counterpart, service, reason, otherTimes }: UnconfirmedFacts, to: Reader): Block[] {
  const { unconfirmed: w } = to.words.outreach
  const times = otherTimes.map((moment) => ({ text: to.when(moment) }))
  return [
    ...saying(reason, w.declined(counterpart, service), w.declinedSilent(counterpart, service)),
    ...(times.length ? [paragraph(w.otherTimes), list(times), paragraph(w.tellUs)] : []),
  ]
}
