import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { campaignMachine } from './campaign.machine.js'

/**
 * The channel has everything it needs to run the campaign.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, MONEY_NOT_CAPTURED, CREATIVES_MISSING
 */
export async function markCampaignReady(tx: Tx, { id }: { id: string }): Promise<string> {
  const { facts } = await transition(tx, campaignMachine, id, 'markCampaignReady', {
    set: { ready_at: tx.now },
  })
  await noteStanding(actingAs(tx, system('campaigns')), facts.lineId, { stage: 'CAMPAIGN_READY' })
  return id
}

/**
 * The channel needs other creatives after all, and says why: the buyer may upload again.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function reopenCreatives(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.reason)
  const { facts } = await transition(tx, campaignMachine, id, 'reopenCreatives', {
    set: { ready_at: null },
    data: { reasonId: reason.id },
  })
  await reason.keep(tx, facts.orderId)
  await noteStanding(actingAs(tx, system('campaigns')), facts.lineId, { stage: 'ACCEPTED' })
  return id
}
