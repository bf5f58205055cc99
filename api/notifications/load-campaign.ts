import { feeOn } from '../funds/settle-held.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { CampaignFacts } from './campaign-facts.js'
import type { ToldEvent } from './told-event.js'

interface Found extends Omit<CampaignFacts, 'price' | 'payout' | 'fee' | 'at' | Moments> {
  readonly amount: string
  readonly currency: string
  readonly feeBps: number
  readonly acceptBy: string
  readonly disputeBy: string | null
  readonly payAgainBy: string | null
  readonly completedAt: string | null
}
type Moments = 'acceptBy' | 'disputeBy' | 'payAgainBy' | 'completedAt'

/** The campaign on whose order's stream the event is, as it is now; undefined where there is none. */
export async function campaignFacts(tx: Tx, event: ToldEvent): Promise<CampaignFacts | undefined> {
  const found = await row<Found>(
    tx,
    sql`select o.id as "orderId", o.number, c.id as "campaignId", o.placed_by_contact_id as "placedById", c.buyer_id as "buyerId", buyer.name as buyer,
        c.channel_id as "channelId", channel.name as channel, s.name as package, l.price_amount::text as amount, l.currency, coalesce(f.fee_bps, 0) as "feeBps",
        k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", c.accept_by as "acceptBy", c.dispute_by as "disputeBy", c.pay_again_by as "payAgainBy",
        c.completed_at as "completedAt", c.estimated_on::text as "estimatedOn", ${creatives(sql`c.id`)} as creatives,
        (select name from users where id = ${event.actorId}) as "byWhom",
        (select coalesce(json_agg(contact_id), '[]') from members where user_id = ${event.actorId}) as "byContacts",
        (select text from reasons where id = ${event.data['reasonId'] ?? null}) as reason
      from campaigns c join orders o on o.id = c.order_id join order_lines l on l.id = c.line_id join services s on s.id = c.service_id
        join organisations buyer on buyer.id = c.buyer_id join organisations channel on channel.id = c.channel_id
        left join packages k on k.id = c.package_id left join held_funds f on f.id = c.order_id
      where c.order_id = ${event.streamId}`,
  )
  if (!found) return undefined
  const { amount, currency, feeBps, acceptBy, disputeBy, payAgainBy, completedAt, ...campaign } = found
  const price = BigInt(amount)
  const fee = feeOn(price, feeBps)
  return {
    ...campaign,
    price: { amount: price, currency },
    fee: { amount: fee, currency },
    payout: { amount: price - fee, currency },
    acceptBy: new Date(acceptBy),
    disputeBy: moment(disputeBy),
    payAgainBy: moment(payAgainBy),
    completedAt: moment(completedAt),
    at: event.occurredAt,
  }
}

const moment = (at: string | null) => (at === null ? null : new Date(at))

/** Its creatives in the order of the package, each with its newest version. */
function creatives(campaignId: ReturnType<typeof sql>) {
  return sql`(select coalesce(json_agg(json_build_object('label', k.label, 'required', k.required, 'state', coalesce(v.status, 'MISSING'),
      'version', v.number, 'file', f.name, 'reason', r.text) order by k.position), '[]')
    from creatives k left join creative_versions v on v.id = k.newest_id left join files f on f.id = v.file_id left join reasons r on r.id = v.reason_id
    where k.campaign_id = ${campaignId})`
}
