import { undisputeCampaign } from '../campaigns/disputed-campaign.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { disputeMachine } from './dispute.machine.js'
import { endDisputeTasks } from './dispute-deadlines.js'

/**
 * The buyer takes the dispute back, for good: the campaign waits for its release again, for an hour at least. Returns the
 * dispute's id.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED
 */
export async function withdrawDispute(tx: Tx, { id }: { id: string }): Promise<string> {
  const { facts } = await transition(tx, disputeMachine, id, 'withdrawDispute', ({ campaignId }) => ({
    set: { ended_at: tx.now, asked: null, information_by: null },
    data: { campaignId },
  }))
  await undisputeCampaign(tx, { id: facts.campaignId })
  await endDisputeTasks(tx, id)
  return id
}
