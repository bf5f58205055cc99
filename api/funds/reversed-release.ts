import type { Money } from '../lib/money.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { port } from '../platform/port.js'
import { account, move } from './book-transfer.js'
import { happened } from './funds.events.js'
import { findOperation, lockOperation, type Operation, operationOfKey } from './operation.js'

/** Of what a channel was paid, so much has been taken back at the gateway by now. */
export interface Reversal {
  readonly key: string
  readonly amount: bigint
  readonly currency: string
}

/** Told when more of a release was taken back than its channel owed of that order; `over` is how much more. Bound by the app. */
export const onTakenTooMuch =
  port<(tx: Tx, release: Operation, over: Money) => Promise<void>>('taken too much')

/**
 * Finance has taken back what a channel was paid, whole or in part: it is booked against what the channel owes us of that
 * order. The gateway says each time how much it is by now, so that what is heard twice, late or out of order is booked
 * once. Returns false where the release is not known to have arrived yet: then it is to be told again.
 */
export async function noteReversal(tx: Tx, { key, amount, currency }: Reversal): Promise<boolean> {
  const id = operationOfKey(key)
  if (!(await findOperation(tx, id))) return false
  const release = await lockOperation(tx, id)
  const { orderId, kind, state, payeeId } = release
  const fits =
    kind === 'RELEASE' && release.key === key && release.currency === currency && state !== 'FAILED'
  if (!fits || !payeeId) {
    tx.house.log.warn({ operation: id, key, currency }, 'what was taken back fits no transfer of ours')
    return true
  }
  if (state !== 'SUCCEEDED') return false
  const news = amount - (await bookedBefore(tx, release))
  if (news <= 0n) return true
  const to = account.receivable(payeeId)
  const booking = { from: account.provider, to, amount: news, currency }
  await move(tx, { orderId, cause: `${causeOf(id)}${amount}`, memo: 'Transfer taken back', ...booking })
  await happened(tx, orderId, 'release.reversed', { operationId: id, amount: String(news), currency })
  const over = await balanceOf(tx, orderId, to)
  if (over > 0n) await onTakenTooMuch.bound(tx, release, { amount: over, currency })
  return true
}

const causeOf = (id: string) => `reversed:${id}:`

async function bookedBefore(tx: Tx, { id, orderId }: Operation): Promise<bigint> {
  const found = await row<{ amount: string }>(
    tx,
    sql`select coalesce(sum(-p.amount), 0)::text as amount from transfers t join postings p on p.transfer_id = t.id and p.account = ${account.provider}
      where t.order_id = ${orderId} and starts_with(t.cause, ${causeOf(id)})`,
  )
  return BigInt(found!.amount)
}

/** What an order's postings say of an account. */
async function balanceOf(tx: Tx, orderId: string, of: string): Promise<bigint> {
  const found = await row<{ amount: string }>(
    tx,
    sql`select coalesce(sum(amount), 0)::text as amount from postings where order_id = ${orderId} and account = ${of}`,
  )
  return BigInt(found!.amount)
}
