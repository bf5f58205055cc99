import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { orderMachine } from './order.machine.js'
import { reasonFor } from '../platform/reasons.js'
import { eachPart } from './part-lines.js'

/**
 * The buyer says what is to be changed of the delivered work: whoever did it gets a task for it, and the order is open again.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, TOO_MANY_REVISIONS, VALIDATION
 */
export async function requestRevision(tx: Tx, input: { id: string; text: string }): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.text, 'text')
  const { facts } = await transition(tx, orderMachine, id, 'requestRevision', (order) => ({
    set: { auto_complete_at: null },
    data: { deliveryId: order.newestDelivery, revision: order.revisions + 1, reasonId: reason.id },
  }))
  await reason.keep(tx, id)
  await row(
    tx,
    sql`update deliveries set revision_requested_at = ${tx.now}, revision_reason_id = ${reason.id} where id = ${facts.newestDelivery}`,
  )
  const revision = { number: facts.revisions + 1, text: reason.text }
  await eachPart(actingAs(tx, system('orders')), id, (part, line) =>
    part.revise?.(actingAs(tx, system('orders')), line, revision),
  )
  return id
}
