import { Refusal, refuseFields } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import { isMember } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { cancelDeadlines, setDeadline } from '../platform/deadlines.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { noProposal } from './capture-result.js'
import type { CampaignFacts } from './campaign.facts.js'
import type { Side } from './campaign-sides.js'
import { type CampaignStatus, campaignMachine } from './campaign.machine.js'
import { endCampaign } from './end-campaign.js'

/** The other side answers within this; silence lets the proposal lapse. */
const TIME_TO_ANSWER = 'PT48H'

export interface CancellationProposal {
  readonly id: string
  /** What would go back to the buyer, in minor units; the rest to the channel, less its fee. */
  readonly refund: bigint
  readonly reason: string
}

/**
 * One side proposes to end an accepted campaign, naming the refund and why. The other answers within 48 hours.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, MONEY_NOT_CAPTURED, PROPOSAL_OPEN, FUNDS_FROZEN, AMOUNT_EXCEEDED, VALIDATION
 */
export async function proposeCancellation(tx: Tx, input: CancellationProposal): Promise<string> {
  const { id, refund } = input
  const reason = reasonFor(input.reason)
  const answerBy = after(tx.now, TIME_TO_ANSWER)
  const { facts } = await transition(tx, campaignMachine, id, 'proposeCancellation', (campaign) => {
    refuseRefund(refund, BigInt(campaign.held))
    const by = sideOf(tx, campaign)
    return {
      set: {
        proposed_by: by,
        proposal_refund: refund,
        proposal_reason_id: reason.id,
        proposal_answer_by: answerBy,
      },
      data: {
        by,
        refund: String(refund),
        currency: campaign.currency,
        reasonId: reason.id,
        answerBy: answerBy.toISOString(),
      },
    }
  })
  await reason.keep(tx, facts.orderId)
  const of = { machine: campaignMachine.name, subjectId: id, streamId: facts.orderId }
  await setDeadline(tx, of, 'proposal-lapse', answerBy)
  return id
}

/**
 * The other side answers a proposal: agreed, the campaign ends and what was named goes back; else it goes on.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, FUNDS_FROZEN; AMOUNT_EXCEEDED where a
 * bank took so much back meanwhile that less is held than was named
 */
export async function answerCancellation(
  tx: Tx,
  { id, agree }: { id: string; agree: boolean },
): Promise<string> {
  const { facts } = await transition(tx, campaignMachine, id, 'answerCancellation', (campaign) => ({
    to: agree ? 'CANCELLED' : (campaign.status as CampaignStatus & ('ACCEPTED' | 'READY')),
    set: { ...noProposal, ...(agree ? { ended_at: tx.now, reason_id: null } : {}) },
    data: {
      by: campaign.proposedBy === 'BUYER' ? 'CHANNEL' : 'BUYER',
      agree,
      refund: campaign.proposalRefund,
      currency: campaign.currency,
    },
  }))
  if (agree) await endCampaign(tx, facts, { ended: 'BADLY', refund: BigInt(facts.proposalRefund!) })
  else await cancelDeadlines(tx, id, ['proposal-lapse'])
  return id
}

/** From 0 to all that is held. @refuses AMOUNT_EXCEEDED, VALIDATION */
export function refuseRefund(refund: bigint, held: bigint): void {
  if (refund < 0n) refuseFields([{ path: 'refund', message: `in minor units: 0 to ${held}` }])
  if (refund > held) throw new Refusal('AMOUNT_EXCEEDED', undefined, { maximum: held.toString() })
}

/** On whose side the caller is; somebody who is on both speaks for the buyer. */
function sideOf(tx: Tx, { buyerId }: CampaignFacts): Side {
  return isMember(tx.viewer, buyerId) ? 'BUYER' : 'CHANNEL'
}
