import { Refusal } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { reasonFor } from '../platform/reasons.js'
import { happened } from './funds.events.js'
import { AMOUNT_MISMATCH, isLive, lockNamedOperation, onGivenBack, type OperationKind } from './operation.js'
import { settleOperation } from './settle-operation.js'

/** What brings a buyer's money, or has it set aside: that can be given back to them at the gateway. */
export const BRING_MONEY: readonly string[] = ['CHARGE', 'AUTHORISE'] satisfies OperationKind[]

/** Why one may not be marked, as people are told. */
export const NOT_ANOTHER_AMOUNT =
  'Only a payment of which the gateway names another amount than was asked for is marked as given back.'

/** Whether the gateway has money of a buyer that is not what was asked for. */
export function isOtherPayment(of: { kind: string; otherAmount: unknown }): boolean {
  return Boolean(of.otherAmount) && BRING_MONEY.includes(of.kind)
}

/**
 * Finance says that a payment of another amount than was asked for has been given back at the gateway, or let go: it has
 * failed, and the buyer may pay again, or the order expires if its time is over. Nothing of it was ever booked. Returns
 * the operation's id.
 * @refuses NOT_FOUND, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function markPaymentGivenBack(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const { id } = input
  const given = reasonFor(input.reason)
  const operation = await lockNamedOperation(tx, id)
  const { orderId, key, state } = operation
  if (!isOtherPayment(operation))
    throw new Refusal('INVALID_TRANSITION', NOT_ANOTHER_AMOUNT, { current: state })
  await happened(tx, orderId, 'payment.given-back', { operationId: id, reasonId: given.id })
  await given.keep(tx, orderId)
  const asSystem = actingAs(tx, system('payments'))
  const message = `${operation.otherAmount} It was given back.`
  await onGivenBack.bound(asSystem, operation)
  if (isLive(operation))
    await settleOperation(asSystem, id, { result: 'FAILED', code: AMOUNT_MISMATCH, message, key })
  else await stayFailed(tx, id, message)
  return id
}

/** It had failed before the money came, and whoever asked for it was told then. */
async function stayFailed(tx: Tx, id: string, message: string): Promise<void> {
  await row(
    tx,
    sql`update operations set failure_message = ${message}, settled_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
}
