import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer, saying } from '../campaign-blocks.js'
import type { DisputeFacts } from '../campaign-facts.js'
import { email, type Reader, type Written } from '../email.js'

/** To the side that our team asks something, with the question; to the other, that it waits. */
export const disputeInformationRequested = email<DisputeFacts>(
  'dispute-information-requested',
  (dispute, to) =>
    dispute.question?.of === (isBuyer(dispute, to) ? 'BUYER' : 'CHANNEL')
      ? toAsked(dispute, to)
      : toOther(dispute, to),
  (is) => [
    { facts: is.dispute.asked, to: is.channel },
    { variant: 'other', facts: is.dispute.asked, to: is.buyer },
  ],
)

function toAsked(dispute: DisputeFacts, to: Reader): Written {
  const { asked: w, facts: f } = to.words.disputes
  const { common } = to.words
  const until = to.when(dispute.question?.answerBy ?? dispute.at)
  return {
    subject: w.subject(dispute.number),
    preheader: w.preheader(until),
    why: isBuyer(dispute, to) ? common.why.buyer : common.why.channel,
    blocks: [
      heading(w.heading),
      to.hello,
      ...saying(dispute.question?.question ?? null, w.intro, w.introSilent),
      campaignRows(dispute, to, [f.respondBy, until]),
      paragraph(w.after(until)),
      button(w.answer, to.pages.dispute(dispute.disputeId)),
    ],
  }
}

function toOther(dispute: DisputeFacts, to: Reader): Written {
  const { asked: w, open } = to.words.disputes
  const { common } = to.words
  const asked = dispute.question?.of === 'BUYER' ? dispute.buyer : dispute.channel
  return {
    subject: w.otherSubject(dispute.number, asked),
    preheader: w.otherPreheader,
    why: isBuyer(dispute, to) ? common.why.buyer : common.why.channel,
    blocks: [
      heading(w.otherHeading),
      to.hello,
      paragraph(w.otherIntro(asked, to.when(dispute.question?.answerBy ?? dispute.at))),
      campaignRows(dispute, to),
      button(open, to.pages.dispute(dispute.disputeId)),
    ],
  }
}
