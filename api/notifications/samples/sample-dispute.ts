import type { CampaignFacts, DecisionFacts, DisputeFacts } from '../campaign-facts.js'
import type { SampleTexts } from './english.js'
import { at } from './sample-facts.js'

/** A dispute about the campaign, and how it can go on and end. */
export function sampleDispute(text: SampleTexts, campaign: CampaignFacts) {
  const opened = sampleOpened(text, campaign)
  const { amount } = campaign.price
  const refunded = decided(opened, { decision: 'REFUND', refund: amount, reasoning: text.dispute.refunded })
  const byItself = { ...refunded.decision, reasoning: null, byItself: true }
  const answerBy = at('2026-12-15T09:00:00Z')
  return {
    opened,
    asked: {
      ...opened,
      question: { of: 'CHANNEL', question: text.dispute.question, answerBy },
    } satisfies DisputeFacts,
    withdrawn: { ...opened, releaseAt: at('2026-12-12T15:20:00Z') },
    split: decided(opened, { decision: 'SPLIT', refund: 30_000n, reasoning: text.dispute.reasoning }),
    released: decided(opened, { decision: 'RELEASE', refund: 0n, reasoning: text.dispute.released }),
    refunded,
    fellBack: { ...refunded, at: at('2027-01-10T08:10:02Z'), decision: byItself },
  }
}

function sampleOpened(text: SampleTexts, campaign: CampaignFacts): DisputeFacts {
  return {
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
}

interface SampleDecision {
  readonly decision: DecisionFacts['decision']
  readonly refund: bigint
  readonly reasoning: string
}

/** Our fee is a tenth of what the channel gets. */
function decided(opened: DisputeFacts, { decision, refund, reasoning }: SampleDecision) {
  const money = (amount: bigint) => ({ ...opened.price, amount })
  const net = money(((opened.price.amount - refund) * 9n) / 10n)
  return {
    ...opened,
    at: at('2026-12-16T11:00:00Z'),
    decision: { decision, refund: money(refund), net, reasoning, byItself: false },
  }
}
