import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type Job, job } from '../platform/jobs.js'
import { transaction } from '../platform/transaction.js'
import { gateway, type GatewayOutcome } from './gateway.js'
import { heldFunds } from './held-funds.js'
import { isLive, lockOperation, NO_PAYOUT_ACCOUNT, type Operation } from './operation.js'
import { asked, type Call, callOf } from './operation-calls.js'
import { settleOperation } from './settle-operation.js'

type Subject = { operationId: string }

/** Seconds between one asking and the next; the last one repeats until there is an answer. */
const ASK_PAUSES_S = [1, 2, 5, 15, 60, 300, 900, 3600]
const payments = system('payments')

/**
 * Sends an operation once its business transaction has committed. That it is sent, and under which key, is written down
 * before the call; a try that finds it sent already knows that an earlier one died, and asks instead.
 */
export const sendOperation: Job<Subject> = job<Subject>({
  name: 'send-operation',
  run: async (house, { operationId }) => {
    const sending = await transaction(house, payments, (tx) => markSent(tx, operationId))
    if (!sending) return
    const { operation, before } = sending
    if (before === 'REQUESTED') await follow(house, operation, callOf(operation))
    else await askAndFollow(house, operation)
  },
})

/** Asks the gateway what became of an operation of which nobody knows: before anything is tried again. */
export const askOperation: Job<Subject> = job<Subject>({
  name: 'ask-operation',
  run: async (house, { operationId }) => {
    const operation = await transaction(house, payments, (tx) => lockOperation(tx, operationId))
    if (isLive(operation)) await askAndFollow(house, operation)
  },
})

/** Asks the gateway to call an operation off; where it is too late for that, the answer says what happened. */
export const callOffOperation: Job<Subject> = job<Subject>({
  name: 'call-off-operation',
  run: async (house, { operationId }) => {
    const operation = await transaction(house, payments, (tx) => lockOperation(tx, operationId))
    if (isLive(operation)) await askAndFollow(house, operation)
  },
})

/** The kinds of job that operations need. */
export const operationJobs = [sendOperation, askOperation, callOffOperation]

async function markSent(
  tx: Tx,
  id: string,
): Promise<{ operation: Operation; before: 'REQUESTED' | 'SENT' } | undefined> {
  const operation = await lockOperation(tx, id)
  if (operation.state === 'SENT') return { operation, before: 'SENT' }
  if (operation.state !== 'REQUESTED' || (await mustWait(tx, operation))) return undefined
  const token = operation.kind === 'RELEASE' ? await payoutAccountOf(tx, operation) : operation.token
  if (operation.kind === 'RELEASE' && !token) {
    const message = 'The channel has no active payout account.'
    await settleOperation(tx, id, { result: 'FAILED', code: NO_PAYOUT_ACCOUNT, message, key: operation.key })
    return undefined
  }
  await row(
    tx,
    sql`update operations set state = 'SENT', token = ${token}, sent_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  return { operation: { ...operation, token }, before: 'REQUESTED' }
}

/** Frozen money does not leave: what was requested is sent when the freeze ends. */
async function mustWait(tx: Tx, { kind, orderId }: Operation): Promise<boolean> {
  return (kind === 'REFUND' || kind === 'RELEASE') && (await heldFunds(tx, orderId)).frozen
}

/** Where a release goes: the channel's account, as it is when it is sent; null where nothing may be paid out. */
async function payoutAccountOf(tx: Tx, { payeeId }: Operation): Promise<string | null> {
  const found = await row<{ ref: string }>(
    tx,
    sql`select account_ref as ref from payout_accounts where organisation_id = ${payeeId} and status = 'ACTIVE'`,
  )
  return found?.ref ?? null
}

/**
 * One that is to be called off is asked to be; one the gateway never heard of is sent again, under the same key, unless the
 * money was frozen meanwhile: then it waits as if it had never been sent.
 */
async function askAndFollow(house: House, operation: Operation): Promise<void> {
  const { cancelAsked } = operation
  const ask: Call = (gateway, signal) =>
    cancelAsked ? gateway.cancel(asked(operation), signal) : gateway.ask(asked(operation), signal)
  const outcome = await answer(house, operation, ask)
  if (outcome.result !== 'UNHEARD') return take(house, operation, outcome)
  if (!(await transaction(house, payments, (tx) => waitsAgain(tx, operation.id))))
    await follow(house, operation, callOf(operation))
}

async function waitsAgain(tx: Tx, id: string): Promise<boolean> {
  const operation = await lockOperation(tx, id)
  if (!isLive(operation) || !(await mustWait(tx, operation))) return false
  await row(
    tx,
    sql`update operations set state = 'REQUESTED', sent_at = null, version = version + 1 where id = ${id}`,
  )
  return true
}

async function follow(house: House, operation: Operation, call: Call): Promise<void> {
  await take(house, operation, await answer(house, operation, call))
}

/** The gateway's answer; none in time, or a broken one, means that nobody knows yet. Outside any transaction. */
async function answer(house: House, operation: Operation, call: Call): Promise<GatewayOutcome> {
  const signal = AbortSignal.timeout(gateway.bound.patienceMs)
  const tooLate = new Promise<never>((_, fail) =>
    signal.addEventListener('abort', () => fail(new Error('no answer in time')), { once: true }),
  )
  try {
    // A call that throws at once is an answer of that kind, too: nothing is left to fail unheard when time is up.
    return await Promise.race([(async () => call(gateway.bound, signal))(), tooLate])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    house.log.warn({ operation: operation.id, reason }, 'the gateway did not answer: it will be asked')
    return { result: 'PENDING' }
  }
}

async function take(house: House, operation: Operation, outcome: GatewayOutcome): Promise<void> {
  const { id, key } = operation
  await transaction(house, payments, async (tx) => {
    const final = outcome.result === 'SUCCEEDED' || outcome.result === 'FAILED'
    if (!final || !(await settleOperation(tx, id, { ...outcome, key }))) await noteUnknown(tx, operation)
  })
}

/** Nobody knows yet, or what was said settles nothing: it is asked again, after growing pauses. */
async function noteUnknown(tx: Tx, { id, key }: Operation): Promise<void> {
  const { asks, ...operation } = await lockOperation(tx, id)
  if (!isLive(operation) || operation.key !== key) return
  await row(
    tx,
    sql`update operations set state = 'UNKNOWN', asks = asks + 1, version = version + 1 where id = ${id}`,
  )
  const pause = ASK_PAUSES_S[Math.min(asks, ASK_PAUSES_S.length - 1)]
  await tx.house.jobs.send(tx, askOperation, { operationId: id }, pause)
}
