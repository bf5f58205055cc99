import { defineEntity, p } from '@mikro-orm/postgresql'
import { UserEntity } from '../accounts/user.entity.js'
import { OrderEntity, OrderLineEntity } from '../orders/order.entity.js'
import { taskMachine } from './task.machine.js'
import type { ChecklistItem } from './checklist.js'

const listed = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')

/**
 * Work for a staff member: a step of a service's blueprint, or raised by the system for a cause. `streamId` is its order,
 * or itself where it belongs to none.
 */
export const TaskEntity = defineEntity({
  name: 'Task',
  tableName: 'tasks',
  properties: {
    id: p.text().primary(),
    streamId: p.text(),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id').nullable(),
    lineId: () => p.manyToOne(OrderLineEntity).mapToPk().joinColumn('line_id').nullable(),
    /** Names the step of the line's blueprint; null where the system raised it for a cause. */
    stepKey: p.text().nullable(),
    /** What the system raised it for; one task each. */
    cause: p.text().nullable().unique(),
    title: p.text(),
    instructions: p.text(),
    role: p.text(),
    skill: p.text().nullable(),
    status: p.text(),
    assigneeId: () => p.manyToOne(UserEntity).mapToPk().joinColumn('assignee_id').nullable(),
    needsReview: p.boolean(),
    checklist: p.json<ChecklistItem[]>(),
    /** The tasks that come before it. */
    dependsOn: p.array().columnType('text[]').default([]),
    dueAt: p.datetime(),
    dueSoonAt: p.datetime(),
    /** While set, the due clock stands still: the buyer is asked. */
    pausedAt: p.datetime().nullable(),
    /** While set, its order is held and the due clock stands still. */
    heldFrom: p.datetime().nullable(),
    /** Which of the buyer's revisions it is for; null for all other work. */
    revision: p.integer().nullable(),
    waitingReason: p.text().nullable(),
    waitingOnBuyer: p.boolean().default(false),
    /** Its state before its line's onboarding was asked for again: it waits, and comes back to that state. */
    setAsideFrom: p.text().nullable(),
    /** Who gave it back: the rule does not offer it to them again. */
    declinedBy: p.array().columnType('text[]').default([]),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  uniques: [{ properties: ['lineId', 'stepKey'] }],
  indexes: [
    { properties: ['dueAt', 'id'] },
    { properties: ['createdAt', 'id'] },
    { properties: ['assigneeId', 'status'] },
    { properties: ['orderId', 'status'] },
    { properties: ['status', 'skill'] },
    {
      name: 'tasks_unfinished',
      properties: ['assigneeId'],
      where: `status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW')`,
    },
  ],
  checks: [
    { name: 'tasks_status_known', expression: `status in (${listed(Object.keys(taskMachine.states))})` },
    { name: 'tasks_role_known', expression: `role in ('ADMIN', 'FULFILMENT', 'SUPPORT', 'FINANCE')` },
    { name: 'tasks_open_is_nobodys', expression: `status <> 'OPEN' or assignee_id is null` },
    {
      name: 'tasks_worked_by_somebody',
      expression: `assignee_id is not null or status in ('OPEN', 'DONE', 'CANCELLED') or set_aside_from = 'OPEN'`,
    },
    { name: 'tasks_step_or_cause', expression: `(step_key is null) <> (cause is null)` },
    { name: 'tasks_paused_while_waiting', expression: `paused_at is null or status = 'WAITING'` },
  ],
})

export const tasksEntities = [TaskEntity]
