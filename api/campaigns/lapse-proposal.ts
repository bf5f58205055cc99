import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { noProposal } from './capture-result.js'
import { campaignHappened, type LapseCause } from './campaign.events.js'
import type { CampaignFacts } from './campaign.facts.js'
import type { Side } from './campaign-sides.js'
import { campaignMachine } from './campaign.machine.js'

/** The other side has not answered a proposal in time: it lapses, and the campaign goes on. @refuses INVALID_TRANSITION */
export async function lapseProposal(tx: Tx, id: string): Promise<void> {
  const asSystem = actingAs(tx, system('campaigns'))
  await transition(asSystem, campaignMachine, id, 'lapseProposal', (campaign) => ({
    set: noProposal,
    data: {
      by: campaign.proposedBy,
      refund: campaign.proposalRefund,
      currency: campaign.currency,
      cause: 'SILENCE',
    },
  }))
}

/** Tells that a proposal which was open lapsed with what just happened; nothing where there was none. */
export async function noteLapsed(
  tx: Tx,
  id: string,
  { before, cause }: { before: CampaignFacts; cause: LapseCause },
): Promise<void> {
  const { proposedBy: by, proposalRefund: refund, currency, orderId } = before
  if (by && refund)
    await campaignHappened(tx, { id, orderId }, 'campaign.cancellation-lapsed', {
      by: by as Side,
      refund,
      currency,
      cause,
    })
}
