import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { happened } from './funds.events.js'
import { heldFunds } from './held-funds.js'
import { keyOf, LIVE, lockNamedOperation, type Operation } from './operation.js'
import { sendOperation } from './operation-jobs.js'
import { ruleOf } from './operation-rules.js'

/**
 * Tries a refused refund, void, release or capture again, as a new attempt under a new key. A refused payment is the
 * buyer's to try again, with a means of payment of their choice. Returns the operation's id.
 * @refuses NOT_FOUND, STALE_VERSION, INVALID_TRANSITION, FUNDS_FROZEN, PAYMENT_IN_PROGRESS
 */
export async function retryOperation(tx: Tx, { id }: { id: string }): Promise<string> {
  const operation = await lockNamedOperation(tx, id)
  const { orderId, attempt, amount, currency } = operation
  const event = await retriable(tx, operation)
  await cancelDeadlines(tx, id, ['retry'])
  await row(
    tx,
    sql`update operations set state = 'REQUESTED', attempt = ${attempt + 1}, key = ${keyOf(id, attempt + 1)}, failure_code = null, failure_message = null,
      asks = 0, sent_at = null, settled_at = null, requested_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  await happened(tx, orderId, event, {
    operationId: id,
    amount: amount.toString(),
    currency,
    attempt: attempt + 1,
  })
  await tx.house.jobs.send(tx, sendOperation, { operationId: id })
  return id
}

/** Why one may not be tried again, as people are told. */
export const NOT_RETRIABLE = 'Only a refused refund, void, release or capture is tried again.'

/** The event of its retry; refused where it is none that is tried again, or not now. */
async function retriable(tx: Tx, operation: Operation) {
  const { id, orderId, purpose, subjectId, kind, state } = operation
  const { retried } = ruleOf(operation).tells
  const now = await row<{ overtaken: boolean; live: boolean }>(
    tx,
    sql`select overtaken_at is not null as overtaken, exists (select from operations o where o.order_id = ${orderId} and o.purpose = ${purpose}
      and o.subject_id = ${subjectId} and o.state = any(${[...LIVE]})) as live from operations where id = ${id}`,
  )
  if (!retried || state !== 'FAILED' || now?.overtaken)
    throw new Refusal('INVALID_TRANSITION', NOT_RETRIABLE, { current: state })
  if (now?.live) throw new Refusal('PAYMENT_IN_PROGRESS')
  if ((kind === 'REFUND' || kind === 'RELEASE') && (await heldFunds(tx, orderId)).frozen)
    throw new Refusal('FUNDS_FROZEN')
  return retried
}
