import { type Block, button, heading, paragraph, quote, subheading } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer } from '../campaign-blocks.js'
import type { DecisionFacts, DisputeFacts } from '../campaign-facts.js'
import { email, type Reader } from '../email.js'
import { moneyRows, moneyTold } from '../money-rows.js'

/** To both sides: what was decided, why, and what becomes of the money. */
export const disputeResolved = email<DisputeFacts & { readonly decision: DecisionFacts }>(
  'dispute-resolved',
  (dispute, to) => {
    const { resolved: w, open } = to.words.disputes
    const { common } = to.words
    const { decision } = dispute
    const money = moneyRows({ ...dispute, refund: decision.refund, rest: decision.net }, to)
    return {
      subject: (decision.byItself ? w.subjectByItself : w.subject)(dispute.number),
      preheader: decision.byItself ? w.preheaderByItself : w.preheader,
      why: isBuyer(dispute, to) ? common.why.buyer : common.why.channel,
      blocks: [
        heading(decision.byItself ? w.headingByItself : w.heading),
        to.hello,
        paragraph(decision.byItself ? w.byItself : w.byUs),
        paragraph(outcome(dispute, to)),
        ...reasons(decision, to),
        campaignRows(dispute, to, ...money, [
          decision.byItself ? w.endedAt : w.decidedAt,
          to.when(dispute.at),
        ]),
        paragraph(w.final),
        ...moneyTold({ ...dispute, refund: decision.refund, rest: decision.net }, to),
        button(open, to.pages.dispute(dispute.disputeId)),
      ],
    }
  },
  (is) => [
    { facts: is.dispute.split, to: is.buyer },
    { variant: 'channel', facts: is.dispute.split, to: is.channel },
    { variant: 'released', facts: is.dispute.released, to: is.channel },
    { variant: 'released-buyer', facts: is.dispute.released, to: is.buyer },
    { variant: 'refunded', facts: is.dispute.refunded, to: is.buyer },
    { variant: 'refunded-channel', facts: is.dispute.refunded, to: is.channel },
    { variant: 'by-itself', facts: is.dispute.fellBack, to: is.buyer },
  ],
)

function outcome(dispute: DisputeFacts & { readonly decision: DecisionFacts }, to: Reader): string {
  const { buyer: toBuyer, channel: toChannel } = to.words.disputes.resolved
  const { decision } = dispute.decision
  if (isBuyer(dispute, to)) return decision === 'REFUND' ? toBuyer.REFUND : toBuyer[decision](dispute.channel)
  return decision === 'RELEASE' ? toChannel.RELEASE : toChannel[decision](dispute.buyer)
}

function reasons({ reasoning }: DecisionFacts, to: Reader): Block[] {
  return reasoning === null ? [] : [subheading(to.words.disputes.resolved.reasons), quote(reasoning)]
}
