import type { OrderWork } from '../orders/order-work.js'

/** What an order looks at in its tasks: the work of its lines, who has or had some of it, by when it is due. */
export const workOfOrder: OrderWork = {
  openTasks: `(select to_jsonb(array_agg(k.id order by k.id)) from tasks k where k.order_id = t.id
    and (k.step_key is not null or k.revision is not null) and k.status not in ('DONE', 'CANCELLED'))`,
  workers: `(select to_jsonb(array_agg(distinct k.assignee_id)) from tasks k where k.order_id = t.id and k.assignee_id is not null)`,
  doneBy: `(select case when bool_and(k.paused_at is null) then max(k.due_at) end from tasks k where k.order_id = t.id
    and (k.step_key is not null or k.revision is not null) and k.status not in ('DONE', 'CANCELLED'))`,
}
