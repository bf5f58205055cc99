import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { after } from '../lib/time.js'
import { account, move } from './book-transfer.js'
import { happened } from './funds.events.js'
import type { GatewayOutcome } from './gateway.js'
import { heldFunds } from './held-funds.js'
import { CANCELLED, isLive, lockOperation, type Operation, operationResults } from './operation.js'

/** How long a refused refund waits before each further try. */
const REFUND_RETRIES = ['PT1H', 'PT6H', 'P1D', 'P3D', 'P7D'] as const

/** An outcome that is final, with the key it is about. */
export type Result = Extract<GatewayOutcome, { result: 'SUCCEEDED' | 'FAILED' }> & { readonly key: string }

/**
 * Records what became of an operation, whoever brought it: reply, webhook or asking. The first result wins, books the
 * money and tells who asked for it; every later one does nothing. The one exception is money itself: a charge that
 * succeeds after it was given up is booked as due back, and refunded. Returns whether this result was the first.
 */
export async function settleOperation(tx: Tx, id: string, result: Result): Promise<boolean> {
  const operation = await lockOperation(tx, id)
  if (result.key !== operation.key) return false
  const late = operation.state === 'FAILED' && operation.kind === 'CHARGE' && result.result === 'SUCCEEDED'
  if (!isLive(operation) && !late) return false
  if (result.result === 'SUCCEEDED' && !sameMoney(operation, result)) {
    return differentMoney(tx, operation, result)
  }
  await write(tx, operation, result)
  const settled: Operation = {
    ...operation,
    state: result.result,
    failureCode: result.result === 'FAILED' ? result.code : null,
  }
  if (settled.kind === 'REFUND') await settleRefund(tx, settled)
  else if (settled.state === 'FAILED') await tellFailure(tx, settled)
  else if (late || (await heldFunds(tx, settled.orderId)).closed) return bookLateMoney(tx, settled)
  else await bookCharge(tx, settled)
  await operationResults.bound[settled.purpose](tx, settled)
  return true
}

function sameMoney(operation: Operation, result: { amount: bigint; currency: string }): boolean {
  return operation.amount === result.amount && operation.currency === result.currency
}

/** Another amount than was asked for settles nothing: a person has to look, and `ledger:check` names it until then. */
async function differentMoney(
  tx: Tx,
  operation: Operation,
  result: { amount: bigint; currency: string },
): Promise<false> {
  const message = `The gateway says ${result.amount} ${result.currency}.`
  await row(
    tx,
    sql`update operations set state = ${isLive(operation) ? 'UNKNOWN' : operation.state}, failure_code = 'amount_mismatch', failure_message = ${message}, version = version + 1 where id = ${operation.id}`,
  )
  tx.house.log.error(
    { operation: operation.id, said: message },
    'a payment has another amount than asked for',
  )
  return false
}

async function write(tx: Tx, operation: Operation, result: Result): Promise<void> {
  const [ref, code, message] =
    result.result === 'SUCCEEDED' ? [result.ref, null, null] : [null, result.code, result.message]
  await row(
    tx,
    sql`update operations set state = ${result.result}, provider_ref = ${ref}, failure_code = ${code}, failure_message = ${message}, settled_at = ${tx.now}, version = version + 1 where id = ${operation.id}`,
  )
}

async function bookCharge(tx: Tx, operation: Operation): Promise<void> {
  const { id, orderId } = operation
  const memo = 'Payment received'
  await move(tx, {
    ...moneyOf(operation),
    memo,
    cause: `charge:${id}`,
    from: account.provider,
    to: account.held(orderId),
  })
  await happened(tx, orderId, 'payment.charged', eventOf(operation))
}

/** Nothing waits for this money: it is due back from the moment it is known, and the deadline's act asks for it. */
async function bookLateMoney(tx: Tx, operation: Operation): Promise<true> {
  const { id, orderId } = operation
  const memo = 'Payment received too late'
  await move(tx, {
    ...moneyOf(operation),
    memo,
    cause: `charge:${id}`,
    from: account.provider,
    to: account.refundDue(orderId),
  })
  await happened(tx, orderId, 'payment.came-late', eventOf(operation))
  await setDeadline(
    tx,
    { machine: 'Operation', subjectId: id, streamId: orderId, runsOn: true },
    'refund-late',
    tx.now,
  )
  return true
}

async function tellFailure(tx: Tx, operation: Operation): Promise<void> {
  const { failureCode, attempt } = operation
  if (failureCode === CANCELLED)
    await happened(tx, operation.orderId, 'payment.cancelled', eventOf(operation))
  else
    await happened(tx, operation.orderId, 'payment.refused', {
      ...eventOf(operation),
      failure: String(failureCode),
      attempt,
    })
}

async function settleRefund(tx: Tx, operation: Operation): Promise<void> {
  const { id, orderId, attempt } = operation
  if (operation.state === 'SUCCEEDED') {
    const memo = 'Refund issued'
    await move(tx, {
      ...moneyOf(operation),
      memo,
      cause: `refund:${id}`,
      from: account.refundDue(orderId),
      to: account.provider,
    })
    await happened(tx, orderId, 'refund.issued', eventOf(operation))
    return
  }
  await happened(tx, orderId, 'refund.failed', {
    ...eventOf(operation),
    failure: String(operation.failureCode),
    attempt,
  })
  const pause = REFUND_RETRIES[attempt - 1]
  if (!pause) return
  await setDeadline(
    tx,
    { machine: 'Operation', subjectId: id, streamId: orderId, runsOn: true },
    'retry',
    after(tx.now, pause),
  )
}

function moneyOf({ orderId, amount, currency }: Operation) {
  return { orderId, amount, currency }
}

function eventOf({ id, amount, currency }: Operation) {
  return { operationId: id, amount: amount.toString(), currency }
}
