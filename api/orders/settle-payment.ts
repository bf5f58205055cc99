import type { Operation } from '../funds/operation.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { expirePayment } from './expire-payment.js'
import { inviteToDashboard } from './invite-to-dashboard.js'
import { happened } from './order.events.js'
import { orderMachine } from './order.machine.js'
import { orderParts, type PartLine } from './order-part.js'

/** Within this the buyer is told how to talk to the team (article 000: within 24 hours of the purchase). */
const COMMUNICATION_PROMISE = 'PT24H'

/**
 * What the gateway's answer means for the order: paid, it opens and every part starts by itself; refused, it still waits
 * and may be tried again; called off after its time, it expires.
 */
export async function paymentResult(tx: Tx, operation: Operation): Promise<void> {
  const asSystem = actingAs(tx, system('payments'))
  if (operation.state === 'SUCCEEDED') await settlePayment(asSystem, operation)
  else if (operation.cancelAsked) await expirePayment(asSystem, operation.orderId)
}

/** The payment is final: the order opens, its promise begins, and each line's part starts. */
async function settlePayment(tx: Tx, operation: Operation): Promise<void> {
  const { orderId } = operation
  const communicationBy = after(tx.now, COMMUNICATION_PROMISE)
  const { facts } = await transition(tx, orderMachine, orderId, 'settlePayment', (order) => ({
    set: { paid_at: tx.now, ...(order.onboardedLines > 0 ? { communication_by: communicationBy } : {}) },
    data: { operationId: operation.id, amount: String(operation.amount), currency: operation.currency },
  }))
  if (facts.onboardedLines > 0)
    await happened(tx, orderId, 'order.communication-invited', { by: communicationBy.toISOString() })
  await inviteToDashboard(tx, orderId)
  for (const line of await partLines(tx, orderId)) {
    const part = orderParts.bound[line.flow]
    if (!part) throw new Error(`No part is bound to the flow ${line.flow}`)
    await part.start(tx, line)
  }
}

async function partLines(
  tx: Tx,
  orderId: string,
): Promise<(PartLine & { flow: keyof typeof orderParts.bound })[]> {
  const found = await rows<
    Omit<PartLine, 'priceAmount'> & { priceAmount: string; flow: keyof typeof orderParts.bound }
  >(
    tx,
    sql`select id, order_id as "orderId", service_id as "serviceId", flow, form_id as "formId", blueprint_id as "blueprintId",
      recipient_contact_id as "recipientContactId", price_amount::text as "priceAmount", currency
      from order_lines where order_id = ${orderId} order by position`,
  )
  return found.map((line) => ({ ...line, priceAmount: BigInt(line.priceAmount) }))
}

/** Notes that the mail server has taken the invitation to talk to the team: the promise is kept. Done once. */
export async function keepCommunicationPromise(tx: Tx, orderId: string): Promise<void> {
  await lockStream(tx, orderId)
  const first = await row(
    tx,
    sql`update orders set communicated_at = ${tx.now} where id = ${orderId} and communicated_at is null returning id`,
  )
  if (first) await happened(tx, orderId, 'order.communication-kept', {})
}
