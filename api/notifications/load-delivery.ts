import { MOST_REVISIONS } from '../orders/order.facts.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { orderFacts } from './load-order.js'
import type { CompletedFacts, DeliveryFacts } from './order-facts.js'
import { idIn, type ToldEvent } from './told-event.js'

interface Found {
  readonly delivery: number
  readonly summary: string
  readonly files: readonly string[]
  readonly deliveredAt: Date
  readonly used: number
  readonly request: string | null
  readonly tasks: readonly { id: string; assigneeId: string | null; dueAt: string }[]
}

/** The order with the delivery that the event names, what was asked to be changed of it, and who does that. */
export async function deliveryFacts(tx: Tx, event: ToldEvent): Promise<DeliveryFacts | undefined> {
  const order = await orderFacts(tx, event)
  const delivery = await row<Found>(
    tx,
    sql`select d.number as delivery, d.summary, d.delivered_at as "deliveredAt", reason.text as request,
        (select coalesce(json_agg(f.name order by f.id), '[]') from files f where f.subject_id = d.id) as files,
        (select count(*)::int from deliveries r where r.order_id = d.order_id and r.number <= d.number and r.revision_requested_at is not null) as used,
        (select coalesce(json_agg(json_build_object('id', t.id, 'assigneeId', t.assignee_id, 'dueAt', t.due_at) order by t.id), '[]') from tasks t
          where t.order_id = d.order_id and t.revision = d.number and t.status not in ('DONE', 'CANCELLED')) as tasks
      from deliveries d left join reasons reason on reason.id = d.revision_reason_id
      where d.id = ${idIn(event, 'deliveryId')}`,
  )
  if (!order || !delivery) return undefined
  const { used, deliveredAt, tasks, ...said } = delivery
  return {
    ...order,
    ...said,
    deliveredAt: new Date(deliveredAt),
    tasks: tasks.map((task) => ({ ...task, dueAt: new Date(task.dueAt) })),
    answerBy: new Date(idIn(event, 'autoCompleteAt') ?? event.occurredAt),
    revisionsLeft: Math.max(0, MOST_REVISIONS - used),
  }
}

/** The order, and until when its last delivery could have been answered. */
export async function completedFacts(tx: Tx, event: ToldEvent): Promise<CompletedFacts | undefined> {
  const order = await orderFacts(tx, event)
  const last = await row<{ until: string }>(
    tx,
    sql`select data->>'autoCompleteAt' as until from events where stream_id = ${event.streamId} and type = 'order.delivered' order by sequence desc limit 1`,
  )
  return order && { ...order, answerBy: new Date(last?.until ?? event.occurredAt) }
}
