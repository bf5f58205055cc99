import type { Tx } from '../platform/context.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { noProposal } from './capture-result.js'
import { campaignMachine } from './campaign.machine.js'
import { endCampaign } from './end-campaign.js'
import { noteLapsed } from './lapse-proposal.js'
import { type CancellationProposal, refuseRefund } from './propose-cancellation.js'

/**
 * An admin ends an accepted campaign, says why, and names what goes back of what is held; the rest goes to the channel,
 * less its fee. What was not taken in yet goes back whole: then nothing more than 0 is to be named.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, FUNDS_FROZEN, AMOUNT_EXCEEDED, VALIDATION
 */
export async function cancelCampaign(tx: Tx, input: CancellationProposal): Promise<string> {
  const { id, refund } = input
  const reason = reasonFor(input.reason)
  const { facts } = await transition(tx, campaignMachine, id, 'cancelCampaign', ({ held, currency }) => {
    refuseRefund(refund, BigInt(held))
    return {
      set: { ...noProposal, reason_id: reason.id, ended_at: tx.now },
      data: { how: 'US', refund: String(refund), currency, reasonId: reason.id },
    }
  })
  await reason.keep(tx, facts.orderId)
  await noteLapsed(tx, id, { before: facts, cause: 'CANCELLATION' })
  await endCampaign(tx, facts, { ended: 'BADLY', refund })
  return id
}
