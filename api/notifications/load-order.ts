import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { MoneyFacts, OrderFacts } from './facts.js'
import { idIn, type ToldEvent } from './told-event.js'

interface Found extends Omit<OrderFacts, 'total' | 'payBy' | 'paidAt'> {
  readonly amount: string
  readonly currency: string
  readonly payBy: Date | null
  readonly paidAt: Date | null
}

/** The facts of the order on whose stream the event is. */
export async function orderFacts(tx: Tx, event: ToldEvent): Promise<OrderFacts | undefined> {
  const found = await row<Found>(
    tx,
    sql`select o.id as "orderId", o.number, o.placed_by_contact_id as "placedById", o.buyer_id as "buyerId", buyer.name as buyer,
        o.beneficiary_id as "beneficiaryId", beneficiary.name as beneficiary, o.total_amount::text as amount, o.currency,
        o.pay_by as "payBy", o.paid_at as "paidAt", o.dashboard_contact_id as "dashboardContactId",
        (select coalesce(json_agg(json_build_object('service', s.name, 'flow', l.flow,
            'recipientId', case when l.flow = 'ONBOARDED' then l.recipient_contact_id end,
            'recipient', case when l.flow = 'ONBOARDED' then l.recipient_name end) order by l.position), '[]')
          from order_lines l join services s on s.id = l.service_id where l.order_id = o.id) as lines
      from orders o join organisations buyer on buyer.id = o.buyer_id join organisations beneficiary on beneficiary.id = o.beneficiary_id
      where o.id = ${event.streamId}`,
  )
  if (!found) return undefined
  const { amount, currency, payBy, paidAt, ...order } = found
  return {
    ...order,
    total: { amount: BigInt(amount), currency },
    payBy: payBy && new Date(payBy),
    paidAt: paidAt && new Date(paidAt),
  }
}

/** The order with the payment or refund that the event names, and the provider's words where it refused. */
export async function moneyFacts(tx: Tx, event: ToldEvent): Promise<MoneyFacts | undefined> {
  const order = await orderFacts(tx, event)
  const operation = await row<{ amount: string; currency: string; reason: string | null }>(
    tx,
    sql`select amount::text as amount, currency, failure_message as reason from operations where id = ${idIn(event, 'operationId')}`,
  )
  if (!order || !operation) return undefined
  const { amount, currency, reason } = operation
  return { ...order, amount: { amount: BigInt(amount), currency }, at: event.occurredAt, reason }
}
