import type { Tx } from '../platform/context.js'
import { happened } from './order.events.js'

/** Writes into the order's log that a mail about it did not arrive, and never will by itself. */
export async function noteMailBounced(
  tx: Tx,
  mail: { orderId: string; mailId: string; template: string; recipientId: string },
): Promise<void> {
  const { orderId, ...data } = mail
  await happened(tx, orderId, 'mail.bounced', data)
}

/** Writes into the order's log that somebody had a mail about it sent anew. */
export async function noteMailResent(tx: Tx, mail: { orderId: string; mailId: string }): Promise<void> {
  const { orderId, ...data } = mail
  await happened(tx, orderId, 'mail.resent', data)
}
