import type { ChargebackNews } from '../funds/chargeback.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { cancelTasksOf } from './cancel-task.js'
import { raiseTask } from './raise-task.js'

/** Somebody of FINANCE answers the bank and settles a chargeback; its task ends when it is settled. */
export async function raiseChargeback(tx: Tx, { id, orderId, status }: ChargebackNews): Promise<void> {
  const cause = `chargeback:${id}`
  if (status !== 'OPEN') return cancelTasksOf(tx, { cause, reason: 'The chargeback is settled.' })
  await raiseTask(actingAs(tx, system('payments')), {
    cause,
    orderId,
    role: 'FINANCE',
    title: 'A buyer’s bank wants a payment back',
    instructions:
      'The order’s money is frozen. Answer the bank at the gateway with what shows that the work was done, and settle the chargeback here once the bank has decided.',
    dueInWorkingHours: 16,
  })
}
