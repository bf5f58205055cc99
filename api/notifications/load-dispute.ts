import { feeOn } from '../funds/settle-held.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { DecisionFacts, DisputeFacts } from './campaign-facts.js'
import { campaignFacts } from './load-campaign.js'
import { idIn, type ToldEvent } from './told-event.js'

interface Found {
  readonly disputeId: string
  readonly status: string
  readonly disputeReason: string
  readonly respondBy: string
  readonly fallbackAt: string
  readonly opening: string | null
  /** What was said with the event: a question, or the reasons of a decision. */
  readonly said: string | null
  readonly held: string
  readonly feeBps: number
}

/** The dispute of the campaign on whose order's stream the event is. */
export async function disputeFacts(tx: Tx, event: ToldEvent): Promise<DisputeFacts | undefined> {
  const campaign = await campaignFacts(tx, event)
  const found = campaign && (await find(tx, campaign.campaignId, event))
  if (!found) return undefined
  const { disputeId, disputeReason, opening: statement } = found
  const answerBy = idIn(event, 'informationBy')
  return {
    ...campaign,
    disputeId,
    disputeReason,
    statement,
    respondBy: new Date(found.respondBy),
    fallbackAt: new Date(found.fallbackAt),
    held: { amount: BigInt(found.held), currency: campaign.price.currency },
    question: answerBy === null ? null : question(event, found, answerBy),
    decision: null,
    releaseAt: campaign.disputeBy,
  }
}

/** The same, where it was decided: how, and why; or that nobody did in time. */
export async function decidedFacts(
  tx: Tx,
  event: ToldEvent,
): Promise<(DisputeFacts & { decision: DecisionFacts }) | undefined> {
  const dispute = await disputeFacts(tx, event)
  const found = dispute && (await find(tx, dispute.campaignId, event))
  if (!found) return undefined
  const { currency } = dispute.price
  const byItself = event.type === 'dispute.fell-back'
  const decision = byItself ? 'REFUND' : (idIn(event, 'decision') as DecisionFacts['decision'])
  const refund = BigInt(idIn(event, 'refund') ?? 0)
  const left = BigInt(idIn(event, 'held') ?? refund) - refund
  const net = { amount: left - feeOn(left, found.feeBps), currency }
  return {
    ...dispute,
    decision: { decision, refund: { amount: refund, currency }, net, reasoning: found.said, byItself },
  }
}

/** The same, while nobody has decided. */
export async function undecidedFacts(tx: Tx, event: ToldEvent): Promise<DisputeFacts | undefined> {
  const dispute = await disputeFacts(tx, event)
  const found = dispute && (await find(tx, dispute.campaignId, event))
  return found && !['RESOLVED', 'WITHDRAWN'].includes(found.status) ? dispute : undefined
}

function question(event: ToldEvent, { said }: Found, answerBy: string): DisputeFacts['question'] {
  const of = event.data['of'] === 'BUYER' ? 'BUYER' : 'CHANNEL'
  return { of, question: said, answerBy: new Date(answerBy) }
}

function find(tx: Tx, campaignId: string, event: ToldEvent): Promise<Found | undefined> {
  return row<Found>(
    tx,
    sql`select d.id as "disputeId", d.status, d.reason as "disputeReason", d.respond_by as "respondBy", d.fallback_at as "fallbackAt",
        (select text from dispute_statements where dispute_id = d.id and kind = 'OPENING' order by given_at, id limit 1) as opening,
        (select text from dispute_statements where id = ${idIn(event, 'statementId')}) as said,
        coalesce(d.held, f.held, 0)::text as held, coalesce(f.fee_bps, 0) as "feeBps"
      from disputes d left join held_funds f on f.id = d.order_id where d.campaign_id = ${campaignId}`,
  )
}
