import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { taskMachine } from './task.machine.js'

/**
 * Its assignee gives a task back and says why; the rule does not offer it to them again.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION
 */
export async function declineTask(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const reason = reasonFor(input.reason)
  const { id } = input
  const { streamId } = await transition(tx, taskMachine, id, 'declineTask', (task) => ({
    set: { assignee_id: null },
    data: { assigneeId: task.assigneeId, reasonId: reason.id },
  }))
  await reason.keep(tx, streamId)
  await row(
    tx,
    sql`update tasks set declined_by = array_append(array_remove(declined_by, ${tx.viewer.id}), ${tx.viewer.id}) where id = ${id}`,
  )
  return id
}
