import type { Operation } from '../funds/operation.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { raiseTask } from './raise-task.js'

/** A refund that the gateway refused is tried again by itself; meanwhile somebody of FINANCE looks into it. */
export async function raiseFailedRefund(tx: Tx, operation: Operation): Promise<void> {
  if (operation.state !== 'FAILED') return
  await raiseTask(actingAs(tx, system('payments')), {
    cause: `refund:${operation.id}`,
    orderId: operation.orderId,
    role: 'FINANCE',
    title: 'A refund was refused by the gateway',
    instructions: `The gateway answered ${operation.failureCode}. It is tried again after an hour, six hours, and on the following days; talk to the buyer if another way is needed.`,
    dueInWorkingHours: 8,
  })
}
