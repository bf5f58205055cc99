import { requestCapture } from '../funds/request-capture.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { campaignMachine } from './campaign.machine.js'

/**
 * The channel accepts an offer: the money that was set aside is taken in.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, PAYOUT_ACCOUNT_INACTIVE
 */
export async function acceptCampaign(tx: Tx, { id }: { id: string }): Promise<string> {
  const { facts } = await transition(tx, campaignMachine, id, 'acceptCampaign', ({ lineId }) => ({
    set: { accepted_at: tx.now },
    data: { lineId },
  }))
  const asSystem = actingAs(tx, system('campaigns'))
  await requestCapture(asSystem, { orderId: facts.orderId })
  await noteStanding(asSystem, facts.lineId, { stage: 'ACCEPTED' })
  return id
}
