import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { TaskFacts } from './facts.js'
import type { ToldEvent } from './told-event.js'

/**
 * The facts of the task that was given to somebody. Undefined where that is the task for a revision, given as it was raised:
 * then the mail about the revision tells it, with what is to be changed.
 */
export async function delegationFacts(tx: Tx, event: ToldEvent): Promise<TaskFacts | undefined> {
  const raised = await row(
    tx,
    sql`select from tasks where id = ${event.aggregateId} and revision is not null
      and created_at = (select occurred_at from events where id = ${event.id})`,
  )
  return raised ? undefined : taskFacts(tx, event)
}

/** The facts of the task that the event is about. */
export async function taskFacts(tx: Tx, event: ToldEvent): Promise<TaskFacts | undefined> {
  const giver = event.data['by'] === 'RULE' ? null : event.actorId
  const found = await row<Omit<TaskFacts, 'dueAt'> & { dueAt: Date | null }>(
    tx,
    sql`select t.order_id as "orderId", t.id as "taskId", t.title, o.number, beneficiary.name as beneficiary, s.name as service,
        t.due_at as "dueAt", t.assignee_id as "assigneeId", assignee.name as assignee, giver.name as by,
        not exists (select from tasks d where d.id = any(t.depends_on) and d.status not in ('DONE', 'CANCELLED')) as startable
      from tasks t left join orders o on o.id = t.order_id left join organisations beneficiary on beneficiary.id = o.beneficiary_id
        left join order_lines l on l.id = t.line_id left join services s on s.id = l.service_id
        left join users assignee on assignee.id = t.assignee_id left join users giver on giver.id = ${giver}
      where t.id = ${event.aggregateId}`,
  )
  return found && { ...found, dueAt: found.dueAt && new Date(found.dueAt) }
}
