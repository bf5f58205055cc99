import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { type CampaignOutcome, outcomeOf } from './campaign-sides.js'
import type { CampaignFacts } from './campaign.facts.js'
import { campaignMachine } from './campaign.machine.js'
import { holdWhereNobodyWasTold } from './completion-mail.js'
import { endCampaign } from './end-campaign.js'

/**
 * The buyer releases the money to the channel, and does not wait until the time to dispute is over; while the release is held
 * that may be after it.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, FUNDS_FROZEN
 */
export async function releaseFunds(tx: Tx, { id }: { id: string }): Promise<string> {
  const { facts } = await transition(tx, campaignMachine, id, 'releaseFunds', (c) => closing(tx, c, 'BUYER'))
  await endCampaign(tx, facts, { ended: 'WELL', refund: 0n })
  return id
}

/**
 * The time to dispute is over: the money is released to the channel; held where nobody ever told the buyer.
 * @refuses INVALID_TRANSITION, RELEASE_HELD, FUNDS_FROZEN
 */
export async function releaseByDeadline(tx: Tx, id: string): Promise<void> {
  const asSystem = actingAs(tx, system('campaigns'))
  if (await holdWhereNobodyWasTold(asSystem, id)) return
  const { facts } = await transition(asSystem, campaignMachine, id, 'release', (c) =>
    closing(tx, c, 'DEADLINE'),
  )
  await endCampaign(asSystem, facts, { ended: 'WELL', refund: 0n })
}

/** Where a bank took the money back meanwhile nothing is left to release: the buyer has it. */
function closing(tx: Tx, { held, currency }: CampaignFacts, by: 'BUYER' | 'DEADLINE') {
  const outcome: CampaignOutcome = outcomeOf(0n, BigInt(held))
  return { set: { outcome, ended_at: tx.now }, data: { by, amount: held, currency } }
}
