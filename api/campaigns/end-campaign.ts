import { returnFunds } from '../funds/return-funds.js'
import { settleHeld } from '../funds/settle-held.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import type { CampaignFacts } from './campaign.facts.js'

/**
 * A campaign has ended: its money goes where it belongs, its tasks end, and its order is settled. Of what is held `refund`
 * minor units go back and the rest to the channel, less its fee; what was only set aside goes back whole. Closed is well,
 * whatever the outcome; everything else is badly, and the order is cancelled. The order's stream is locked.
 */
export async function endCampaign(
  tx: Tx,
  campaign: Pick<CampaignFacts, 'orderId' | 'lineId' | 'held'>,
  how: { readonly ended: 'WELL' | 'BADLY'; readonly refund: bigint },
): Promise<void> {
  const asSystem = actingAs(tx, system('campaigns'))
  const { orderId, lineId, held } = campaign
  if (BigInt(held) > 0n) await settleHeld(asSystem, { orderId, refund: how.refund })
  else await returnFunds(asSystem, { orderId })
  await cancelTasksOf(tx, { orderId, reason: 'The campaign has ended.' })
  await noteStanding(asSystem, lineId, { stage: 'CLOSED', ended: how.ended })
}
