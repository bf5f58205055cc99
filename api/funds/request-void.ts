import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { standing } from './authorisations.js'
import { happened } from './funds.events.js'
import { lockOrder } from './held-funds.js'
import { requestOperation } from './request-operation.js'

/**
 * Lets go what is set aside, unless that was asked for before, or it is not set aside any more. Returns the operation's
 * id, or undefined where there is nothing to do.
 */
export async function requestVoid(tx: Tx, { id }: { id: string }): Promise<string | undefined> {
  const of = await row<{ orderId: string; amount: string; currency: string }>(
    tx,
    sql`select order_id as "orderId", amount::text as amount, currency from operations where id = ${id}`,
  )
  if (!of) return undefined
  const { orderId, currency } = of
  await lockOrder(tx, orderId)
  const due = await row(
    tx,
    sql`select 1 from operations o where o.id = ${id} and ${sql.raw(standing('o'))} and not exists (select from operations v where v.payment_id = o.id and v.kind = 'VOID')`,
  )
  if (!due) return undefined
  const wanted = { orderId, currency, purpose: 'VOID', kind: 'VOID', subjectId: id, paymentId: id } as const
  const operationId = await requestOperation(tx, { ...wanted, amount: BigInt(of.amount) })
  await happened(tx, orderId, 'payment.void-requested', { operationId, amount: of.amount, currency })
  return operationId
}
