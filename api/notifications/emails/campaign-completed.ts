import { button, facts, heading, link, paragraph, subheading } from '../../platform/mailer/content.js'
import type { CompletionFacts } from '../campaign-facts.js'
import { email, type Reader } from '../email.js'

/**
 * To who placed the order: the channel says that it is nearly done and asks for the money. Everything the article's mail
 * says is in it: order again, dispute within 48 hours and what not to dispute, the terms, how rare disputes are.
 */
export const campaignCompleted = email<CompletionFacts>(
  'campaign-completed',
  (campaign, to) => {
    const { completed: w } = to.words.completion
    const { facts: f } = to.words.campaigns
    const { channel, number, completedAt, disputeBy, estimatedOn } = campaign
    const until = to.when(disputeBy ?? campaign.at)
    return {
      subject: w.subject(number, channel),
      preheader: w.preheader(until),
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(channel)),
        facts([
          [w.number, number],
          [f.package, campaign.package],
          [f.channel, channel],
          [w.completedAt, completedAt && to.when(completedAt)],
          [w.estimatedOn, estimatedOn && to.date(estimatedOn)],
          [w.held, to.amount(campaign.price)],
          [w.disputeBy, until],
        ]),
        paragraph(w.release(until, channel)),
        button(w.open, to.pages.campaign(campaign.campaignId)),
        subheading(w.again),
        paragraph(w.reorder(channel)),
        link(w.reorderOpen, to.pages.reorder(campaign.orderId)),
        subheading(w.wrong),
        paragraph(isInTime(campaign) ? w.dispute(channel, until) : w.disputeUntil(channel, until)),
        ...(campaign.mayDispute ? [] : [paragraph(w.owners(campaign.buyer))]),
        paragraph(w.notThese(channel)),
        ...rate(campaign, to),
        link(w.terms, to.pages.disputeTerms),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.completed, to: is.buyer },
    { variant: 'resent', facts: { ...is.campaign.completedResent, mayDispute: false }, to: is.buyer },
  ],
)

const WINDOW_MS = 48 * 3_600_000

/** Whether the time to dispute is the 48 hours from the claim; it is another where the mail was sent anew. */
function isInTime({ completedAt, disputeBy }: CompletionFacts): boolean {
  return !completedAt || !disputeBy || disputeBy.getTime() - completedAt.getTime() === WINDOW_MS
}

/** How rare disputes are; nothing where there is nothing to count yet. */
function rate({ completedBefore, disputedBefore }: CompletionFacts, to: Reader) {
  const { completed: w } = to.words.completion
  return completedBefore > 1 ? [paragraph(w.rate(to.number(completedBefore), disputedBefore))] : []
}
