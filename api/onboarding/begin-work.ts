import { assert } from '../lib/refusal.js'
import { noteWorkBegan } from '../orders/cancel-order.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type Delegation, raiseBlueprintTasks } from '../tasks/raise-blueprint-tasks.js'
import { takeTasksUp } from '../tasks/set-tasks-aside.js'

/**
 * A document is decided on: its line's tasks are raised, once per step, and those that were set aside go on where they
 * stood. Who was named for a step gets its task; others go by rule. @refuses ASSIGNEE_UNFIT, VALIDATION, FORBIDDEN
 */
export async function beginWork(
  tx: Tx,
  documentId: string,
  delegations: readonly Delegation[],
): Promise<void> {
  const line = await row<{ orderId: string; lineId: string; blueprintId: string | null }>(
    tx,
    sql`select l.order_id as "orderId", l.id as "lineId", l.blueprint_id as "blueprintId"
      from onboarding_documents d join order_lines l on l.id = d.line_id where d.id = ${documentId}`,
  )
  assert(line?.blueprintId, `the line of ${documentId} has a blueprint`)
  await noteWorkBegan(tx, line.orderId)
  await takeTasksUp(tx, line.lineId)
  await raiseBlueprintTasks(tx, { ...line, blueprintId: line.blueprintId, delegations })
}
