import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { lockStream } from '../platform/events.js'
import { happened } from './order.events.js'

/** Notes that the mail server has taken the invitation to talk to the team: the promise is kept. Returns whether just now. */
export async function keepCommunicationPromise(tx: Tx, orderId: string): Promise<boolean> {
  await lockStream(tx, orderId)
  const first = await row(
    tx,
    sql`update orders set communicated_at = ${tx.now} where id = ${orderId} and communicated_at is null returning id`,
  )
  if (!first) return false
  await cancelDeadlines(tx, orderId, ['communication-at-risk', 'communication-broken'])
  await happened(tx, orderId, 'order.communication-kept', {})
  return true
}

/** Notes, once, that the promise will break soon. Returns by when, or undefined where there is nothing to warn of. */
export function noteCommunicationAtRisk(tx: Tx, orderId: string): Promise<Date | undefined> {
  return note(tx, orderId, 'communication_warned_at', 'order.communication-at-risk')
}

/** Notes, once, that the promise has broken. Returns by when it was, or undefined where it has not. */
export function noteCommunicationBroken(tx: Tx, orderId: string): Promise<Date | undefined> {
  return note(tx, orderId, 'communication_broken_at', 'order.communication-broken')
}

async function note(
  tx: Tx,
  orderId: string,
  column: 'communication_warned_at' | 'communication_broken_at',
  event: 'order.communication-at-risk' | 'order.communication-broken',
): Promise<Date | undefined> {
  const before = column === 'communication_warned_at' ? '4 hours' : '0'
  await lockStream(tx, orderId)
  const noted = await row<{ by: Date }>(
    tx,
    sql`update orders set ${sql.id(column)} = ${tx.now} where id = ${orderId} and ${sql.id(column)} is null and communicated_at is null
      and status in ('OPEN', 'DELIVERED') and communication_by - ${sql.lit(before)}::interval <= ${tx.now} returning communication_by as by`,
  )
  if (!noted) return undefined
  const by = new Date(noted.by)
  await happened(tx, orderId, event, { by: by.toISOString() })
  return by
}
