import type { CampaignFacts, DecisionFacts, DisputeFacts } from '../campaign-facts.js'
import type { SampleTexts } from './english.js'
import { at } from './sample-facts.js'

/** A dispute about the campaign, and how it can go on and end. */
export function sampleDispute(text: SampleTexts, campaign: CampaignFacts) {
  const opened: DisputeFacts = {
    ...campaign,
    disputeId: 'dsp_sample',
    disputeReason: 'NOT_AS_AGREED',
    statement: text.dispute.statement,
    at: at('2026-12-11T08:10:00Z'),
    respondBy: at('2026-12-14T08:10:00Z'),
    fallbackAt: at('2027-01-10T08:10:00Z'),
    held: campaign.price,
    question: null,
    decision: null,
    releaseAt: null,
  }
  const { amount, currency } = campaign.price
  const money = (part: bigint) => ({ amount: part, currency })
  const decided = (decision: DecisionFacts['decision'], refund: bigint, reasoning: string) => ({
    ...opened,
    at: at('2026-12-16T11:00:00Z'),
    decision: {
      decision,
      refund: money(refund),
      net: money(((amount - refund) * 9n) / 10n),
      reasoning,
      byItself: false,
    },
  })
  const refunded = decided('REFUND', amount, text.dispute.refunded)
  return {
    opened,
    asked: {
      ...opened,
      question: {
        of: 'CHANNEL',
        question: text.dispute.question,
        answerBy: at('2026-12-15T09:00:00Z'),
      },
    } satisfies DisputeFacts,
    withdrawn: { ...opened, releaseAt: at('2026-12-12T15:20:00Z') },
    split: decided('SPLIT', 30_000n, text.dispute.reasoning),
    released: decided('RELEASE', 0n, text.dispute.released),
    refunded,
    fellBack: {
      ...refunded,
      at: at('2027-01-10T08:10:02Z'),
      decision: { ...refunded.decision, reasoning: null, byItself: true },
    },
  }
}
