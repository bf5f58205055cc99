import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { type GivenReason, reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { taskCancelled, tellLine } from './end-task.js'
import { taskMachine } from './task.machine.js'

/** An admin says that a task is not to be done any more, and why. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION */
export async function cancelTask(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const facts = await cancel(tx, input.id, reasonFor(input.reason))
  await tellLine(tx, facts)
  return input.id
}

/**
 * The order or the cause of these tasks has ended: whatever of them is not is cancelled, and the line says nothing of it.
 * What FINANCE sees to does not end with the order, nor what became of a deadline that failed, nor a question that still
 * waits for our answer.
 */
export async function cancelTasksOf(
  tx: Tx,
  of: { orderId: string; reason: string } | { cause: string; reason: string },
): Promise<void> {
  const which =
    'orderId' in of
      ? sql`order_id = ${of.orderId} and role <> 'FINANCE' and coalesce(cause, '') not like all('{deadline:%,answer-broken:%}'::text[])`
      : sql`cause = ${of.cause}`
  const open = await rows<{ id: string }>(
    tx,
    sql`select id from tasks where ${which} and status not in ('DONE', 'CANCELLED') order by id`,
  )
  for (const { id } of open) await cancel(actingAs(tx, system('tasks')), id, reasonFor(of.reason))
}

async function cancel(tx: Tx, id: string, reason: GivenReason) {
  const moved = await transition(tx, taskMachine, id, 'cancelTask', {
    set: { ended_at: tx.now, paused_at: null },
  })
  await taskCancelled(tx, moved, reason.id)
  await reason.keep(tx, moved.streamId)
  return moved.facts
}
