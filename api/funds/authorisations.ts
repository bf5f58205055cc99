import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { CAPTURED_ALREADY } from './operation.js'

/** A capture that is asked for and answered, with its first tries again. */
const TIME_TO_CAPTURE = sql.raw(`interval '1 hour'`)

/** Money that a buyer's bank has set aside: minor units, under the operation that asked for it. */
export interface Authorisation {
  readonly id: string
  readonly amount: bigint
  readonly currency: string
}

/** Whether an operation `o` is money that is set aside now: authorised, not taken in, not let go. An SQL expression. */
export const standing = (o: string) =>
  `(${o}.kind = 'AUTHORISE' and ${o}.state = 'SUCCEEDED'
    and not exists (select from transfers m where m.order_id = ${o}.order_id and m.cause = 'capture:' || ${o}.id)
    and not exists (select from operations v where v.payment_id = ${o}.id and v.kind = 'VOID' and (v.state = 'SUCCEEDED' or v.failure_code = '${CAPTURED_ALREADY}')))`

/** What of an order is set aside now, the newest first; the order's lock is held. */
export async function standingAuthorisations(tx: Tx, orderId: string): Promise<Authorisation[]> {
  const found = await rows<Omit<Authorisation, 'amount'> & { amount: string }>(
    tx,
    sql`select o.id, o.amount::text as amount, o.currency from operations o where o.order_id = ${orderId} and ${sql.raw(standing('o'))} order by o.id desc`,
  )
  return found.map((each) => ({ ...each, amount: BigInt(each.amount) }))
}

/**
 * Until when the newest of what is set aside for an order can be taken in: a little before the bank lets it go, so that a
 * capture has its time. The order's lock is held.
 */
export async function heldUntil(tx: Tx, orderId: string): Promise<Date> {
  const found = await row<{ until: Date }>(
    tx,
    sql`select o.holds_until - ${TIME_TO_CAPTURE} as until from operations o where o.order_id = ${orderId} and ${sql.raw(standing('o'))} order by o.id desc limit 1`,
  )
  assert(found, `money is set aside for ${orderId}`)
  return new Date(found.until)
}

/** Has whatever is still set aside let go: a deadline of each that is due at once asks for it. */
export async function letGoWhatStands(tx: Tx, orderId: string): Promise<void> {
  for (const { id } of await standingAuthorisations(tx, orderId))
    await setDeadline(
      tx,
      { machine: 'Operation', subjectId: id, streamId: orderId, runsOn: true },
      'void-late',
      tx.now,
    )
}
