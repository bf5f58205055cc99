import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { answeredChecklist, type ChecklistAnswer, type ChecklistItem } from './checklist.js'
import { happened, taskDone } from './end-task.js'
import { taskMachine } from './task.machine.js'

/**
 * The work is ready, its checklist answered. It is done, or in review where the step wants somebody else to look.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION
 */
export async function submitTask(
  tx: Tx,
  input: { id: string; checklist: readonly ChecklistAnswer[] },
): Promise<string> {
  const { id } = input
  const moved = await transition(tx, taskMachine, id, 'submitTask', (task) =>
    task.needsReview ? { to: 'IN_REVIEW' } : { to: 'DONE', set: { ended_at: tx.now } },
  )
  const asked = await row<{ checklist: ChecklistItem[] }>(
    tx,
    sql`select checklist from tasks where id = ${id}`,
  )
  const answered = answeredChecklist(asked!.checklist, input.checklist)
  await row(tx, sql`update tasks set checklist = ${JSON.stringify(answered)}::jsonb where id = ${id}`)
  await (moved.state === 'DONE' ? taskDone(tx, moved) : happened(tx, moved, 'task.submitted', {}))
  return id
}
