import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { campaignMachine } from './campaign.machine.js'
import { endCampaign } from './end-campaign.js'

/**
 * The channel declines an offer and briefly says why: what was set aside is let go at once.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, VALIDATION
 */
export async function declineCampaign(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.reason)
  const { facts } = await transition(tx, campaignMachine, id, 'declineCampaign', {
    set: { reason_id: reason.id, ended_at: tx.now },
    data: { reasonId: reason.id },
  }).catch(nameTheWayOut)
  await reason.keep(tx, facts.orderId)
  await endCampaign(tx, facts, { ended: 'BADLY', refund: 0n })
  return id
}

/** Once it is accepted there is another way to end it, and the refusal says which. */
function nameTheWayOut(error: unknown): never {
  const accepted = ['ACCEPTED', 'READY']
  if (!(error instanceof Refusal && accepted.includes(String(error.params['current'])))) throw error
  throw new Refusal(error.code, 'It was accepted: propose to cancel it instead (proposeCancellation).', {
    ...error.params,
    instead: 'proposeCancellation',
  })
}
