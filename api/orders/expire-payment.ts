import { cancelPayment } from '../funds/cancel-operation.js'
import { closeFunds } from '../funds/held-funds.js'
import { Refusal } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import type { DeadlineAct } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { autoComplete } from './confirm-delivery.js'
import { happened } from './order.events.js'
import { orderMachine } from './order.machine.js'

/**
 * The time to pay is over. Where no payment was ever sent the order is cancelled at once; else the gateway is asked to
 * call it off, and its answer cancels the order, or settles it if the money was there.
 */
export async function expirePayment(tx: Tx, orderId: string): Promise<void> {
  const asSystem = actingAs(tx, system('payments'))
  try {
    await expire(asSystem, orderId)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'PAYMENT_IN_PROGRESS')) throw error
    if ((await cancelPayment(asSystem, { orderId })) === 'OVER') return expire(asSystem, orderId)
    await happened(asSystem, orderId, 'order.payment-expiring', {
      operationId: String(error.params['operationId']),
    })
  }
}

/** What this room's deadlines do, by `Order.kind`. */
export const ordersDeadlines = {
  'Order.payment-expiry': (tx, due) => expirePayment(tx, due.subjectId),
  'Order.auto-complete': (tx, due) => autoComplete(tx, { id: due.subjectId }),
} as const satisfies Record<string, DeadlineAct>

async function expire(tx: Tx, orderId: string): Promise<void> {
  await transition(tx, orderMachine, orderId, 'expirePayment', { set: { stage: 'CLOSED', ended_at: tx.now } })
  await closeFunds(tx, { orderId })
}
