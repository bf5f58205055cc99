import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { keyOf, lockOperation } from './operation.js'
import { sendOperation } from './operation-jobs.js'

/**
 * Tries a refused refund again, as a new attempt under a new key. A refused charge is the buyer's to try again, with a
 * means of payment of their choice. Returns the operation's id.
 * @refuses INVALID_TRANSITION
 */
export async function retryOperation(tx: Tx, { id }: { id: string }): Promise<string> {
  const { kind, state, attempt } = await lockOperation(tx, id)
  if (kind !== 'REFUND' || state !== 'FAILED') {
    throw new Refusal('INVALID_TRANSITION', 'Only a refused refund is tried again.', { current: state })
  }
  await cancelDeadlines(tx, id, ['retry'])
  await row(
    tx,
    sql`update operations set state = 'REQUESTED', attempt = ${attempt + 1}, key = ${keyOf(id, attempt + 1)}, failure_code = null, failure_message = null,
      asks = 0, sent_at = null, settled_at = null, requested_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  await tx.house.jobs.send(tx, sendOperation, { operationId: id })
  return id
}
