import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { CAPTURED_ALREADY } from './operation.js'

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
