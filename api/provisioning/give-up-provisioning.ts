import { requestRefund } from '../funds/request-refund.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { failureCause } from './provision.task.js'
import { provisioningMachine } from './provisioning.machine.js'

/**
 * An admin gives a failed add-on up and says why; the price of its line goes back to the buyer.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION
 */
export async function giveUpProvisioning(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.reason)
  const price = await row<{ amount: string; currency: string }>(
    tx,
    sql`select l.price_amount::text as amount, l.currency from provisionings p join order_lines l on l.id = p.line_id where p.id = ${id}`,
  )
  const { facts } = await transition(tx, provisioningMachine, id, 'giveUpProvisioning', ({ lineId }) => ({
    data: { lineId, reasonId: reason.id, ...price },
  }))
  const { orderId, lineId, attempts } = facts
  await reason.keep(tx, orderId)
  await cancelTasksOf(tx, { cause: failureCause(id, attempts), reason: reason.text })
  const asSystem = actingAs(tx, system('provisioning'))
  const amount = BigInt(price!.amount)
  if (amount > 0n) await requestRefund(asSystem, { orderId, subjectId: lineId, amount })
  await noteStanding(asSystem, lineId, { stage: 'CLOSED', ended: 'BADLY' })
  return id
}
