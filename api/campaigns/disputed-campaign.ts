import { freezeFunds, unfreezeFunds } from '../funds/freeze-funds.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { outcomeOf } from './campaign-sides.js'
import { campaignMachine } from './campaign.machine.js'
import { askNobodyToTell } from './completion-mail.js'
import { endCampaign } from './end-campaign.js'
import { refuseRefund } from './propose-cancellation.js'

/** After a withdrawn dispute the money is released at its old time, but not before this has passed. */
const TIME_AFTER_WITHDRAWAL = 'PT1H'
/** Where less than this is left, whoever withdrew knows it: nobody is reminded. */
const TIME_TO_REMIND = 'PT12H'

/** A campaign whose dispute has begun, with what it is about. */
export interface DisputedCampaign {
  readonly orderId: string
  readonly buyerId: string
  readonly channelId: string
  readonly currency: string
}

/**
 * The buyer's owner disputes a campaign within the time to do so, and so knows that it is complete, whatever became of our
 * mail: it is no more released, and its money is frozen. Takes the verb `openDispute` for the caller; the room of disputes does the rest.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, DEADLINE_PASSED, ALREADY_DISPUTED
 */
export async function disputeCampaign(tx: Tx, { id }: { id: string }): Promise<DisputedCampaign> {
  const { facts } = await transition(tx, campaignMachine, id, 'openDispute', ({ told }) => ({
    set: { disputed_at: tx.now, release_held: false, ...(!told && { told_at: tx.now }) },
  }))
  const asSystem = actingAs(tx, system('disputes'))
  await askNobodyToTell(asSystem, { id, reason: 'The buyer disputes it, and so they know.' })
  const { orderId, lineId, buyerId, channelId, currency } = facts
  await freezeFunds(asSystem, { orderId, cause: 'DISPUTE' })
  await noteStanding(asSystem, lineId, { stage: 'DISPUTED' })
  return { orderId, buyerId, channelId, currency }
}

/**
 * The dispute was withdrawn: the money may move again, and is released at its old time, but not within the hour. Returns
 * when. A release within twelve hours is not reminded of any more.
 * @refuses INVALID_TRANSITION
 */
export async function undisputeCampaign(tx: Tx, { id }: { id: string }): Promise<Date> {
  const asSystem = actingAs(tx, system('disputes'))
  const least = after(tx.now, TIME_AFTER_WITHDRAWAL)
  const later = (by: Date | null) => (by && by > least ? by : least)
  const { facts } = await transition(asSystem, campaignMachine, id, 'undispute', (campaign) => {
    const disputeBy = later(campaign.disputeBy)
    const soon = disputeBy <= after(tx.now, TIME_TO_REMIND)
    return {
      set: { dispute_by: disputeBy, ...(soon && { release_reminded_at: tx.now }) },
      data: { disputeBy: disputeBy.toISOString() },
    }
  })
  await unfreezeFunds(asSystem, { orderId: facts.orderId, cause: 'DISPUTE' })
  await noteStanding(asSystem, facts.lineId, { stage: 'COMPLETION_CLAIMED' })
  return later(facts.disputeBy)
}

/**
 * The dispute was decided: `refund` minor units of what is held go back, the rest to the channel, less its fee.
 * @refuses INVALID_TRANSITION, AMOUNT_EXCEEDED, FUNDS_FROZEN while something else freezes the money
 */
export async function closeDisputed(tx: Tx, { id, refund }: { id: string; refund: bigint }): Promise<void> {
  const asSystem = actingAs(tx, system('disputes'))
  const { facts } = await transition(asSystem, campaignMachine, id, 'settleDispute', ({ held, currency }) => {
    refuseRefund(refund, BigInt(held))
    const outcome = outcomeOf(refund, BigInt(held))
    return { set: { outcome, ended_at: tx.now }, data: { outcome, refund: String(refund), currency } }
  })
  await unfreezeFunds(asSystem, { orderId: facts.orderId, cause: 'DISPUTE' })
  await endCampaign(asSystem, facts, { ended: 'WELL', refund })
}
