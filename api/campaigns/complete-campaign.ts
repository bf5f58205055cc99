import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { noProposal } from './capture-result.js'
import { campaignMachine } from './campaign.machine.js'
import { noteLapsed } from './lapse-proposal.js'
import type { Checklist } from './checklist.js'

/** The buyer disputes within this of "Complete". */
const TIME_TO_DISPUTE = 'PT48H'

export interface Completion {
  readonly id: string
  /** Asked and kept; no answer stands in the way. */
  readonly checklist: Checklist
  /** The estimated completion date, `2026-12-01`. */
  readonly estimatedOn?: string | null | undefined
}

/**
 * The channel marks the campaign complete and asks for the money: the buyer has 48 hours to dispute, then it is released.
 * A proposal to cancel that waits for an answer lapses.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, MONEY_NOT_CAPTURED
 */
export async function completeCampaign(tx: Tx, input: Completion): Promise<string> {
  const { id, estimatedOn = null } = input
  const { materials, connected, estimateGiven, available } = input.checklist
  const checklist = { materials, connected, estimateGiven, available }
  const disputeBy = after(tx.now, TIME_TO_DISPUTE)
  const { facts } = await transition(tx, campaignMachine, id, 'completeCampaign', {
    set: {
      completed_at: tx.now,
      dispute_by: disputeBy,
      checklist: JSON.stringify(checklist),
      estimated_on: estimatedOn,
      ...noProposal,
    },
    data: { disputeBy: disputeBy.toISOString(), estimatedOn, checklist },
  })
  const asSystem = actingAs(tx, system('campaigns'))
  await noteLapsed(asSystem, id, { before: facts, cause: 'COMPLETION' })
  await noteStanding(asSystem, facts.lineId, { stage: 'COMPLETION_CLAIMED' })
  return id
}
