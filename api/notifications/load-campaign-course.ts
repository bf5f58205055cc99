import { timeWhenTold } from '../campaigns/completion-mail.js'
import { feeOn } from '../funds/settle-held.js'
import type { Money } from '../lib/money.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import type {
  AcceptanceFacts,
  CampaignFacts,
  CompletionFacts,
  EndedFacts,
  ExtensionFacts,
  ProposalFacts,
  RejectedFacts,
  UploadFacts,
} from './campaign-facts.js'
import { missing } from './campaign-blocks.js'
import { campaignFacts } from './load-campaign.js'
import { idIn, type ToldEvent } from './told-event.js'

type Loaded<F> = Promise<F | undefined>

/** Shortly before its end there is no more time for another reminder. */
const LAST_MS = 6 * 3_600_000

/** The offer that was not answered yet; undefined where it was, meanwhile. */
export async function acceptanceFacts(tx: Tx, event: ToldEvent): Loaded<AcceptanceFacts> {
  const campaign = await campaignFacts(tx, event)
  if (!campaign || (await statusOf(tx, campaign)) !== 'AWAITING_ACCEPTANCE') return undefined
  return { ...campaign, isLast: campaign.acceptBy.getTime() - event.occurredAt.getTime() <= LAST_MS }
}

/** The campaign, while something of it is missing. */
export async function missingFacts(tx: Tx, event: ToldEvent): Loaded<CampaignFacts> {
  const campaign = await campaignFacts(tx, event)
  return campaign && missing(campaign).length ? campaign : undefined
}

/** What was uploaded since the event and waits to be looked at; undefined where nothing does. */
export async function uploadFacts(tx: Tx, event: ToldEvent): Loaded<UploadFacts> {
  const campaign = await campaignFacts(tx, event)
  if (!campaign || !['AWAITING_ACCEPTANCE', 'ACCEPTED'].includes(await statusOf(tx, campaign)))
    return undefined
  const since = await rows<{ label: string }>(
    tx,
    sql`select k.label from creatives k join creative_versions v on v.id = k.newest_id
      where k.campaign_id = ${campaign.campaignId} and v.status = 'UPLOADED' and v.uploaded_at >= ${event.occurredAt}`,
  )
  const labels = new Set(since.map(({ label }) => label))
  const uploads = campaign.creatives.filter(({ label }) => labels.has(label))
  return uploads.length ? { ...campaign, uploads } : undefined
}

/** The creative of which the event sent a version back. */
export async function rejectedFacts(tx: Tx, event: ToldEvent): Loaded<RejectedFacts> {
  const campaign = await campaignFacts(tx, event)
  const version = await row<{ label: string; number: number; file: string | null }>(
    tx,
    sql`select k.label, v.number, f.name as file from creative_versions v join creatives k on k.id = v.creative_id left join files f on f.id = v.file_id
      where v.id = ${idIn(event, 'versionId')}`,
  )
  if (!campaign || !version) return undefined
  const { label, number, file } = version
  const { reason } = campaign
  return {
    ...campaign,
    creative: { label, required: true, state: 'REJECTED', version: number, file, reason },
  }
}

/**
 * The campaign that was marked complete, until when its reader may dispute it and whether they may at all, and how often
 * that was done before it; undefined where it is not waited for any more.
 */
export async function completionFacts(tx: Tx, event: ToldEvent): Loaded<CompletionFacts> {
  const campaign = await campaignFacts(tx, event)
  if (!campaign?.disputeBy || (await statusOf(tx, campaign)) !== 'COMPLETION_CLAIMED') return undefined
  const disputeBy = timeWhenTold(campaign.disputeBy, tx.now)
  const reader = idIn(event, 'contactId') ?? campaign.placedById
  const found = await row<Omit<CompletionFacts, keyof CampaignFacts>>(
    tx,
    sql`select count(*)::int as "completedBefore", (count(*) filter (where disputed_at is not null))::int as "disputedBefore",
        exists (select from members where contact_id = ${reader} and role = 'OWNER' and status = 'ACTIVE') as "mayDispute"
      from campaigns where completed_at < ${campaign.completedAt ?? event.occurredAt} and id <> ${campaign.campaignId}`,
  )
  return found && { ...campaign, ...found, disputeBy }
}

/** The campaign that is still released by itself; undefined where that is over, or held, meanwhile. */
export async function releaseReminderFacts(tx: Tx, event: ToldEvent): Loaded<CampaignFacts> {
  const campaign = await campaignFacts(tx, event)
  return campaign && (await statusOf(tx, campaign)) === 'COMPLETION_CLAIMED' ? campaign : undefined
}

/** The proposal that was made just now. */
export async function proposalFacts(tx: Tx, event: ToldEvent): Loaded<ProposalFacts> {
  const campaign = await campaignFacts(tx, event)
  return campaign && { ...campaign, ...(await proposed(tx, event, campaign)), answer: null }
}

/** What became of the last proposal; undefined where it lapsed because the campaign has ended. */
export async function answerFacts(tx: Tx, event: ToldEvent): Loaded<ProposalFacts> {
  const campaign = await campaignFacts(tx, event)
  if (!campaign) return undefined
  const lapsed = event.type === 'campaign.cancellation-lapsed'
  if (lapsed && (await statusOf(tx, campaign)) === 'CANCELLED') return undefined
  return { ...campaign, ...(await proposed(tx, event, campaign)), answer: answerIn(event) }
}

function answerIn({ type, data }: ToldEvent): ProposalFacts['answer'] {
  if (type === 'campaign.cancellation-lapsed') return data['cause'] === 'COMPLETION' ? 'OVERTAKEN' : 'LAPSED'
  return data['agree'] === true ? 'AGREED' : 'REFUSED'
}

/** The campaign that our team has ended, or that was not paid again. */
export async function endedFacts(tx: Tx, event: ToldEvent): Loaded<EndedFacts> {
  const campaign = await campaignFacts(tx, event)
  if (!campaign) return undefined
  const how = event.data['how'] === 'UNPAID' ? 'UNPAID' : 'US'
  const payAgainBy = campaign.payAgainBy ?? event.occurredAt
  return { ...campaign, how, payAgainBy, ...(await parts(tx, campaign, refundIn(event))) }
}

/** The deadline that was moved. */
export async function extensionFacts(tx: Tx, event: ToldEvent): Loaded<ExtensionFacts> {
  const campaign = await campaignFacts(tx, event)
  const until = idIn(event, 'until')
  if (!campaign || until === null) return undefined
  const deadline = event.data['deadline'] === 'ACCEPTANCE' ? 'ACCEPTANCE' : 'RELEASE'
  return { ...campaign, deadline, until: new Date(until) }
}

async function statusOf(tx: Tx, { campaignId }: CampaignFacts): Promise<string> {
  const found = await row<{ status: string }>(tx, sql`select status from campaigns where id = ${campaignId}`)
  return found?.status ?? ''
}

/** The newest proposal until the event: who made it, what was named, and until when it could be answered. */
async function proposed(
  tx: Tx,
  event: ToldEvent,
  campaign: CampaignFacts,
): Promise<Pick<ProposalFacts, 'proposedBy' | 'refund' | 'rest' | 'answerBy'>> {
  const proposal = await row<{ by: 'BUYER' | 'CHANNEL'; answerBy: string }>(
    tx,
    sql`select data->>'by' as by, data->>'answerBy' as "answerBy" from events where stream_id = ${event.streamId}
      and type = 'campaign.cancellation-proposed' and occurred_at <= (select occurred_at from events where id = ${event.id}) order by sequence desc limit 1`,
  )
  return {
    proposedBy: proposal?.by ?? 'BUYER',
    answerBy: new Date(proposal?.answerBy ?? event.occurredAt),
    ...(await parts(tx, campaign, refundIn(event))),
  }
}

const refundIn = (event: ToldEvent) => BigInt(idIn(event, 'refund') ?? 0)

/** What goes back, and what the channel gets of the rest of what was taken in, our fee taken off. */
async function parts(
  tx: Tx,
  campaign: CampaignFacts,
  refund: bigint,
): Promise<{ refund: Money; rest: Money }> {
  const { currency, amount: price } = campaign.price
  const funds = await row<{ feeBps: number; captured: boolean }>(
    tx,
    sql`select f.fee_bps as "feeBps", c.captured_at is not null as captured from campaigns c join held_funds f on f.id = c.order_id where c.id = ${campaign.campaignId}`,
  )
  const left = funds?.captured ? price - refund : 0n
  const rest = left > 0n ? left - feeOn(left, funds?.feeBps ?? 0) : 0n
  return { refund: { amount: refund, currency }, rest: { amount: rest, currency } }
}
