import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { DeadlineAct, DueDeadline } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { raiseTask } from './raise-task.js'
import { taskMachine } from './task.machine.js'

const note =
  (verb: 'noteDueSoon' | 'noteOverdue'): DeadlineAct =>
  (tx, due) =>
    transition(tx, taskMachine, due.subjectId, verb, (task) => ({
      data: { assigneeId: task.assigneeId, dueAt: task.storedDueAt.toISOString() },
    }))

/** What this room's deadlines do, by `Task.kind`. */
export const taskDeadlines = {
  'Task.due-soon': note('noteDueSoon'),
  'Task.overdue': note('noteOverdue'),
} as const satisfies Record<string, DeadlineAct>

/** A deadline that failed too often becomes a task for an admin. For the platform's `deadlineGivenUp`. */
export async function raiseGivenUpDeadline(tx: Tx, due: DueDeadline, error: string): Promise<void> {
  const order = await row<{ id: string }>(tx, sql`select id from orders where id = ${due.streamId}`)
  const what = `${due.machine}.${due.kind}`
  await raiseTask(actingAs(tx, system('deadline')), {
    cause: `deadline:${due.id}`,
    role: 'ADMIN',
    title: `A deadline could not be acted on: ${what}`,
    instructions: `What was due at ${new Date(due.dueAt).toISOString()} for ${due.subjectId} failed ${due.attempts + 1} times and is not tried again. The last failure: ${error.slice(0, 500)}`,
    dueInWorkingHours: 4,
    orderId: order?.id,
  })
}
