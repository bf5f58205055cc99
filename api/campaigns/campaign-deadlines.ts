import { fundsFrozen } from '../funds/freeze-cause.js'
import { Refusal } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { DeadlineAct, DueDeadline } from '../platform/deadlines.js'
import { raiseTask } from '../tasks/raise-task.js'
import { campaignHappened } from './campaign.events.js'
import { lapsePayment } from './capture-result.js'
import { expireCampaign } from './expire-campaign.js'
import { lapseProposal } from './lapse-proposal.js'
import { releaseByDeadline } from './release-funds.js'

/** What a campaign's deadlines do, by `Campaign.kind`: the transition a person would take, or a word to one. */
export const campaignDeadlines = {
  'Campaign.reminder': remindToAccept,
  'Campaign.expire': (tx, due) => expireCampaign(tx, due.subjectId),
  'Campaign.creatives-missing': remindOfCreatives,
  'Campaign.pay-again': (tx, due) => lapsePayment(tx, due.subjectId),
  'Campaign.stalled': raiseStalled,
  'Campaign.overrun': raiseStalled,
  'Campaign.proposal-lapse': (tx, due) => lapseProposal(tx, due.subjectId),
  'Campaign.release-reminder': remindOfRelease,
  'Campaign.release': (tx, due) => releaseByDeadline(tx, due.subjectId),
} as const satisfies Record<string, DeadlineAct>

interface Campaign {
  readonly id: string
  readonly orderId: string
  readonly number: string
  readonly status: string
  readonly acceptBy: Date
  readonly disputeBy: Date | null
  /** Whether the buyer knows that it is complete, as far as we know. */
  readonly told: boolean
  readonly frozen: boolean
  /** Whom the mail that it is complete was sent to anew, if it was. */
  readonly toldAnew: string | null
  /** Required creatives that the buyer has not sent, or that came back to them. */
  readonly missing: number
}

async function find(tx: Tx, id: string): Promise<Campaign> {
  const found = await row<Campaign>(
    tx,
    sql`select c.id, c.order_id as "orderId", o.number, c.status, c.accept_by as "acceptBy", c.dispute_by as "disputeBy", c.told_at is not null and not c.release_held as told, ${sql.raw(fundsFrozen('c.order_id'))} as frozen,
        (select e.data->>'contactId' from events e where e.aggregate_id = c.id and e.type = 'campaign.completion-mail-resent' order by e.sequence desc limit 1) as "toldAnew",
        (select count(*)::int from creatives k left join creative_versions v on v.id = k.newest_id
          where k.campaign_id = c.id and k.required and (v.id is null or v.status = 'REJECTED')) as missing
      from campaigns c join orders o on o.id = c.order_id where c.id = ${id}`,
  )
  if (!found) throw new Error(`There is no campaign ${id}`)
  return found
}

/** The mail goes by the event, while there is still time. The campaign itself did not change, and keeps its version. */
async function remindToAccept(tx: Tx, { subjectId, step }: DueDeadline): Promise<void> {
  const campaign = await find(tx, subjectId)
  const acceptBy = new Date(campaign.acceptBy)
  if (campaign.status !== 'AWAITING_ACCEPTANCE' || tx.now >= acceptBy) return
  const data = { step, acceptBy: acceptBy.toISOString() }
  await campaignHappened(tx, campaign, 'campaign.acceptance-reminded', data)
}

/** Only where something is still to come from the buyer: what waits for the channel is nothing to remind them of. */
async function remindOfCreatives(tx: Tx, { subjectId, step }: DueDeadline): Promise<void> {
  const campaign = await find(tx, subjectId)
  const { status, missing } = campaign
  if (status !== 'ACCEPTED' || missing === 0) return
  await campaignHappened(tx, campaign, 'campaign.creatives-reminded', { step, missing })
}

/** Whoever was told last; while they have not been told, or the money is frozen, nothing is released to be reminded of. */
async function remindOfRelease(tx: Tx, { subjectId }: DueDeadline): Promise<void> {
  const campaign = await find(tx, subjectId)
  const { status, told, frozen, toldAnew: contactId } = campaign
  const disputeBy = campaign.disputeBy && new Date(campaign.disputeBy)
  if (status !== 'COMPLETION_CLAIMED' || !told || frozen || !disputeBy || tx.now >= disputeBy) return
  await row(tx, sql`update campaigns set release_reminded_at = ${tx.now} where id = ${subjectId}`)
  const data = { disputeBy: disputeBy.toISOString(), ...(contactId && { contactId }) }
  await campaignHappened(tx, campaign, 'campaign.release-reminded', data)
}

async function raiseStalled(tx: Tx, due: DueDeadline): Promise<void> {
  const campaign = await find(tx, due.subjectId)
  const { id, orderId, number, status } = campaign
  if (status !== 'ACCEPTED' && status !== 'READY') return
  await campaignHappened(tx, campaign, 'campaign.stalled', { status })
  await raiseTask(tx, {
    orderId,
    cause: `campaign-stalled:${id}:${due.id}`,
    role: 'ADMIN',
    title: `The campaign of ${number} has not moved for 14 days`,
    instructions:
      status === 'ACCEPTED'
        ? 'It was accepted and is not ready. Ask both sides what is missing; if it will not come about, cancel it and name the refund.'
        : 'Its last day was two weeks ago, and the channel has not marked it complete. Ask the channel; if it was not run, cancel it and name the refund.',
    dueInWorkingHours: 8,
  })
}

/**
 * What froze an order's money is settled: what its campaign would have done by itself meanwhile is done now. Told by the
 * room of funds, under the order's lock.
 */
export async function afterThaw(tx: Tx, { orderId }: { orderId: string }): Promise<void> {
  const late = await row<{ id: string; status: string }>(
    tx,
    sql`select id, status from campaigns where order_id = ${orderId} and (status = 'AWAITING_ACCEPTANCE' and accept_by <= ${tx.now}
      or status = 'ACCEPTED' and captured_at is null and pay_again_by <= ${tx.now}
      or status = 'COMPLETION_CLAIMED' and not release_held and dispute_by <= ${tx.now})`,
  )
  if (!late) return
  const asSystem = actingAs(tx, system('campaigns'))
  if (late.status === 'AWAITING_ACCEPTANCE') await expireCampaign(asSystem, late.id)
  else if (late.status === 'ACCEPTED') await lapseUnlessUnderWay(asSystem, late.id)
  else await releaseByDeadline(asSystem, late.id)
}

/** A payment that is under way brings its own answer. */
async function lapseUnlessUnderWay(tx: Tx, id: string): Promise<void> {
  try {
    await lapsePayment(tx, id)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'PAYMENT_IN_PROGRESS')) throw error
  }
}
