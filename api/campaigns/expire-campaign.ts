import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { campaignMachine } from './campaign.machine.js'
import { endCampaign } from './end-campaign.js'

/** The channel has not answered in time: what was set aside is let go at once. @refuses INVALID_TRANSITION */
export async function expireCampaign(tx: Tx, id: string): Promise<void> {
  const asSystem = actingAs(tx, system('campaigns'))
  const { facts } = await transition(asSystem, campaignMachine, id, 'expireCampaign', ({ acceptBy }) => ({
    set: { ended_at: tx.now },
    data: { acceptBy: acceptBy.toISOString() },
  }))
  await endCampaign(asSystem, facts, { ended: 'BADLY', refund: 0n })
}
