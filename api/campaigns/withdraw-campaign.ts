import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { campaignMachine } from './campaign.machine.js'
import { endCampaign } from './end-campaign.js'

/**
 * The buyer withdraws an offer that the channel has not answered: what was set aside is let go at once.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED
 */
export async function withdrawCampaign(tx: Tx, { id }: { id: string }): Promise<string> {
  const { facts } = await transition(tx, campaignMachine, id, 'withdrawCampaign', {
    set: { ended_at: tx.now },
  })
  await endCampaign(tx, facts, { ended: 'BADLY', refund: 0n })
  return id
}
