import { closeFunds, heldFunds, recogniseRevenue } from '../funds/held-funds.js'
import { requestRefund } from '../funds/request-refund.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { endParts } from './end-parts.js'
import { orderMachine } from './order.machine.js'

/**
 * The buyer takes the delivered work: the order is complete, and what is held becomes revenue.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION
 */
export async function confirmDelivery(tx: Tx, { id }: { id: string }): Promise<string> {
  await transition(tx, orderMachine, id, 'confirmDelivery', ended(tx))
  await complete(tx, id)
  return id
}

/** The buyer let the time to answer pass: the delivery counts as confirmed. @refuses INVALID_TRANSITION */
export async function autoComplete(tx: Tx, { id }: { id: string }): Promise<string> {
  await transition(actingAs(tx, system('orders')), orderMachine, id, 'autoComplete', ended(tx))
  await complete(tx, id)
  return id
}

const ended = (tx: Tx) => ({ set: { stage: 'CLOSED', ended_at: tx.now } })

/** Nothing of it runs on; an add-on that was never set up is not earned, and its price goes back. */
async function complete(tx: Tx, orderId: string): Promise<void> {
  const asSystem = actingAs(tx, system('orders'))
  const missing = await rows<{ id: string; price: string }>(
    tx,
    sql`select id, price_amount::text as price from order_lines where order_id = ${orderId} and flow = 'SELF_SERVICE' and ended is null`,
  )
  await endParts(asSystem, orderId, 'WELL')
  for (const line of missing) await giveBack(asSystem, orderId, line)
  await recogniseRevenue(asSystem, { orderId, earnedBy: orderId })
  await closeFunds(asSystem, { orderId })
}

async function giveBack(tx: Tx, orderId: string, line: { id: string; price: string }): Promise<void> {
  const { held } = await heldFunds(tx, orderId)
  const price = BigInt(line.price)
  const amount = price < held ? price : held
  if (amount > 0n) await requestRefund(tx, { orderId, subjectId: line.id, amount })
}
