import type { Operation } from '../funds/operation.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelTasksOf } from './cancel-task.js'
import { raiseTask } from './raise-task.js'

/**
 * A refund that the gateway refused is tried again by itself; meanwhile somebody of FINANCE looks into it, one task at a
 * time, until the money is back.
 */
export async function raiseFailedRefund(tx: Tx, operation: Operation): Promise<void> {
  const { id, orderId, attempt, state, failureCode } = operation
  const open = await row<{ cause: string }>(
    tx,
    sql`select cause from tasks where order_id = ${orderId} and cause like ${`refund:${id}:%`} and status not in ('DONE', 'CANCELLED')`,
  )
  if (state === 'SUCCEEDED' && open)
    await cancelTasksOf(tx, { cause: open.cause, reason: 'The money was given back.' })
  if (state !== 'FAILED' || open) return
  await raiseTask(actingAs(tx, system('payments')), {
    cause: `refund:${id}:${attempt}`,
    orderId,
    role: 'FINANCE',
    title: 'A refund was refused by the gateway',
    instructions: `The gateway answered ${failureCode}. It is tried again after an hour, six hours, and on the following days; talk to the buyer if another way is needed.`,
    dueInWorkingHours: 8,
  })
}
