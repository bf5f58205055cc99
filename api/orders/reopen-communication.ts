import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { lockStream } from '../platform/events.js'

const WARNED_BEFORE_MS = 4 * 3_600_000

/**
 * Takes back that the promise to say how to talk to the team was kept: the mail server had taken the invitation, and then
 * reported that it did not arrive. Only before the promise's time is over; afterwards it stays kept. Its warning and its
 * end are due again.
 */
export async function reopenCommunicationPromise(tx: Tx, orderId: string): Promise<void> {
  await lockStream(tx, orderId)
  const reopened = await row<{ by: Date; warned: boolean }>(
    tx,
    sql`update orders set communicated_at = null where id = ${orderId} and communicated_at is not null and status in ('OPEN', 'DELIVERED')
      and communication_by > ${tx.now} returning communication_by as by, communication_warned_at is not null as warned`,
  )
  if (!reopened) return
  const by = new Date(reopened.by)
  const of = { machine: 'Order', subjectId: orderId, streamId: orderId }
  if (!reopened.warned)
    await setDeadline(tx, of, 'communication-at-risk', new Date(by.getTime() - WARNED_BEFORE_MS))
  await setDeadline(tx, of, 'communication-broken', by)
}
