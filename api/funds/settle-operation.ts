import { formatMoney, type Money } from '../lib/money.js'
import { after } from '../lib/time.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines, setDeadline } from '../platform/deadlines.js'
import { letGoWhatStands } from './authorisations.js'
import { account, move } from './book-transfer.js'
import { happened } from './funds.events.js'
import type { GatewayOutcome } from './gateway.js'
import { heldFunds } from './held-funds.js'
import {
  AMOUNT_MISMATCH,
  CANCELLED,
  CAPTURED_ALREADY,
  isLive,
  lockOperation,
  onOtherAmount,
  type Operation,
  operationResults,
} from './operation.js'
import { captureOf, NO_FAULT, type OperationRule, ruleOf } from './operation-rules.js'
import { forgetFailedCaptures } from './stop-captures.js'

/** What is set aside is kept for so long where the gateway does not say: counted from our asking, never too long. */
const AUTHORISATION = sql.raw(`interval '7 days'`)

/** An outcome that is final, with the key it is about. */
export type Result = Extract<GatewayOutcome, { result: 'SUCCEEDED' | 'FAILED' }> & { readonly key: string }

/**
 * Records what became of an operation, whoever brought it: reply, webhook or asking. The first result wins, books the
 * money and tells who asked for it; every later one does nothing. The one exception is what succeeded after it had failed:
 * money that was given up goes back, and what was to leave has left. Returns whether this result was the first.
 */
export async function settleOperation(tx: Tx, id: string, result: Result): Promise<boolean> {
  const operation = await lockOperation(tx, id)
  if (result.key !== operation.key) return false
  const givenUp = operation.state === 'FAILED' && result.result === 'SUCCEEDED'
  if (!isLive(operation) && !givenUp) return false
  if (result.result === 'SUCCEEDED' && !sameMoney(operation, result)) {
    return differentMoney(tx, operation, result)
  }
  const rule = ruleOf(operation)
  const settled: Operation = {
    ...operation,
    state: result.result,
    failureCode: result.result === 'FAILED' ? result.code : null,
  }
  await write(tx, settled, result)
  if (settled.state === 'SUCCEEDED' && rule.waits && (givenUp || !(await waitedFor(tx, settled, rule.waits))))
    return comeLate(tx, settled, rule.waits.late, rule.books?.cause(settled))
  await (settled.state === 'FAILED' ? fail : succeed)(tx, settled, rule)
  await operationResults.bound[settled.purpose](tx, settled)
  return true
}

function sameMoney(operation: Operation, result: Money): boolean {
  return operation.amount === result.amount && operation.currency === result.currency
}

/**
 * Another amount than was asked for settles nothing: a person of FINANCE looks, the gateway goes on being asked, and
 * `ledger:check` names it until it is cleared up. What has been given back already is known, however often it is said.
 */
async function differentMoney(tx: Tx, operation: Operation, { amount, currency }: Money): Promise<false> {
  const message = `It was another amount: ${formatMoney({ amount, currency })}.`
  const news = await row(
    tx,
    sql`update operations set state = ${isLive(operation) ? 'UNKNOWN' : operation.state}, failure_code = ${AMOUNT_MISMATCH}, failure_message = ${message}, settled_at = null, version = version + 1
      where id = ${operation.id} and not (failure_code is not distinct from ${AMOUNT_MISMATCH} and settled_at is not null and starts_with(failure_message, ${message})) returning id`,
  )
  if (!news) return false
  tx.house.log.error(
    { operation: operation.id, said: message },
    'a payment has another amount than asked for',
  )
  await onOtherAmount.bound(tx, operation, { amount, currency })
  return false
}

async function write(tx: Tx, { id, kind, failureCode }: Operation, result: Result): Promise<void> {
  const [ref, message] = result.result === 'SUCCEEDED' ? [result.ref, null] : [null, result.message]
  const holds = kind === 'AUTHORISE' && result.result === 'SUCCEEDED'
  const heldUntil = holds
    ? sql`coalesce(${result.holdsUntil ?? null}::timestamptz, coalesce(sent_at, requested_at) + ${AUTHORISATION})`
    : sql`null`
  const overtaken = failureCode && NO_FAULT.includes(failureCode) ? tx.now : null
  await row(
    tx,
    sql`update operations set state = ${result.result}, provider_ref = ${ref}, failure_code = ${failureCode}, failure_message = ${message},
      settled_at = ${tx.now}, overtaken_at = ${overtaken}, holds_until = ${heldUntil}, version = version + 1 where id = ${id}`,
  )
  await cancelDeadlines(tx, id, ['retry'])
}

/** Whether somebody still waits for what it brings. */
async function waitedFor(
  tx: Tx,
  { orderId, cancelAsked }: Operation,
  { until }: NonNullable<OperationRule['waits']>,
): Promise<boolean> {
  return until === 'CALLED_OFF' ? !cancelAsked : !(await heldFunds(tx, orderId)).closed
}

async function succeed(tx: Tx, operation: Operation, { books, tells, settlesCapture }: OperationRule) {
  const { orderId } = operation
  if (books) {
    const { memo, cause, from, to } = books
    await move(tx, {
      ...moneyOf(operation),
      memo,
      cause: cause(operation),
      from: from(operation),
      to: to(operation),
    })
  }
  await happened(tx, orderId, tells.succeeded, eventOf(operation))
  if (!settlesCapture) return
  await forgetFailedCaptures(tx, orderId)
  await letGoWhatStands(tx, orderId)
}

/** It is told, and tried again by itself; one that was called off leaves nothing set aside behind. */
async function fail(tx: Tx, operation: Operation, rule: OperationRule): Promise<void> {
  const { id, orderId, failureCode, attempt, cancelAsked } = operation
  const event = eventOf(operation)
  const { failed } = rule.tells
  if (failureCode === CANCELLED) await happened(tx, orderId, 'payment.cancelled', event)
  else await happened(tx, orderId, failed, { ...event, failure: String(failureCode), attempt })
  if (failureCode === CAPTURED_ALREADY) await comeLate(tx, operation, 'refund-late', captureOf(operation))
  if (rule.settlesCapture && cancelAsked) {
    await forgetFailedCaptures(tx, orderId)
    await letGoWhatStands(tx, orderId)
  }
  const pause = rule.retries[attempt - 1]
  if (!pause || cancelAsked || NO_FAULT.includes(String(failureCode))) return
  await setDeadline(tx, deadlineOf(operation, id), 'retry', after(tx.now, pause))
}

/**
 * Nothing waits for this any more: money is due back from the moment it is known, once, however many say that it came;
 * and the deadline's act asks for what gives it back.
 */
async function comeLate(
  tx: Tx,
  operation: Operation,
  deadline: 'refund-late' | 'void-late',
  cause: string | undefined,
): Promise<true> {
  const { id, orderId } = operation
  if (cause) {
    const known = await row(tx, sql`select 1 from transfers where order_id = ${orderId} and cause = ${cause}`)
    if (known) return true
    await move(tx, {
      ...moneyOf(operation),
      memo: 'Payment received too late',
      cause,
      from: account.provider,
      to: account.refundDue(orderId),
    })
  }
  await happened(tx, orderId, 'payment.came-late', eventOf(operation))
  await setDeadline(tx, deadlineOf(operation, id), deadline, tx.now)
  return true
}

function deadlineOf({ orderId }: Operation, subjectId: string) {
  return { machine: 'Operation', subjectId, streamId: orderId, runsOn: true } as const
}

function moneyOf({ orderId, amount, currency }: Operation) {
  return { orderId, amount, currency }
}

function eventOf({ id, amount, currency }: Operation) {
  return { operationId: id, amount: amount.toString(), currency }
}
