import type { Operation } from '../funds/operation.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { expirePayment } from './expire-payment.js'
import { inviteToDashboard } from './invite-to-dashboard.js'
import { happened } from './order.events.js'
import { orderMachine } from './order.machine.js'
import { eachPart } from './part-lines.js'

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
    set: {
      paid_at: tx.now,
      channel_id: order.sellingChannel,
      ...(order.onboardedLines > 0 ? { communication_by: communicationBy } : {}),
    },
    data: { operationId: operation.id, amount: String(operation.amount), currency: operation.currency },
  }))
  if (facts.onboardedLines > 0)
    await happened(tx, orderId, 'order.communication-invited', { by: communicationBy.toISOString() })
  await inviteToDashboard(tx, orderId)
  await eachPart(tx, orderId, (part, line) => part.start(tx, line))
}
