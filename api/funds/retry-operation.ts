import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { happened } from './funds.events.js'
import { findOperation, keyOf, lockOperation } from './operation.js'
import { sendOperation } from './operation-jobs.js'

/**
 * Tries a refused refund again, as a new attempt under a new key. A refused charge is the buyer's to try again, with a
 * means of payment of their choice. Returns the operation's id.
 * @refuses NOT_FOUND, STALE_VERSION, INVALID_TRANSITION
 */
export async function retryOperation(tx: Tx, { id }: { id: string }): Promise<string> {
  if (!(await findOperation(tx, id))) throw new Refusal('NOT_FOUND')
  const { orderId, kind, state, attempt, amount, currency, version } = await lockOperation(tx, id)
  if (tx.expected?.id === id && tx.expected.version !== version)
    throw new Refusal('STALE_VERSION', undefined, { current: version })
  if (kind !== 'REFUND' || state !== 'FAILED') {
    throw new Refusal('INVALID_TRANSITION', 'Only a refused refund is tried again.', { current: state })
  }
  await cancelDeadlines(tx, id, ['retry'])
  await row(
    tx,
    sql`update operations set state = 'REQUESTED', attempt = ${attempt + 1}, key = ${keyOf(id, attempt + 1)}, failure_code = null, failure_message = null,
      asks = 0, sent_at = null, settled_at = null, requested_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  const data = { operationId: id, amount: amount.toString(), currency, attempt: attempt + 1 }
  await happened(tx, orderId, 'refund.retried', data)
  await tx.house.jobs.send(tx, sendOperation, { operationId: id })
  return id
}
