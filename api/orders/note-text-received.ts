import type { Tx } from '../platform/context.js'
import { happened } from './order.events.js'

/** Writes into the order's log that somebody outside has answered by text; what they wrote stands in a row of its own. */
export async function noteTextReceived(
  tx: Tx,
  text: { orderId: string; appointmentId: string; replyId: string; kind: string },
): Promise<void> {
  const { orderId, ...data } = text
  await happened(tx, orderId, 'text.received', data)
}
