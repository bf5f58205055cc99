import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { orderFacts } from './load-order.js'
import type { PromiseFacts } from './order-facts.js'
import { idIn, type ToldEvent } from './told-event.js'

/**
 * The order whose buyer was to be told how to talk with us, and what became of that mail. Undefined where it was taken
 * meanwhile, unless the promise is broken already.
 */
export async function promiseFacts(tx: Tx, event: ToldEvent): Promise<PromiseFacts | undefined> {
  const order = await orderFacts(tx, event)
  if (!order) return undefined
  const mail = await row<{ state: string; answer: string | null }>(
    tx,
    sql`select state, last_error as answer from mails where order_id = ${event.streamId} and template = 'communication-invitation' order by queued_at desc, id desc limit 1`,
  )
  if (mail?.state === 'TAKEN' && event.type === 'order.communication-at-risk') return undefined
  const until = new Date(idIn(event, 'by') ?? event.occurredAt)
  const since = order.paidAt ?? event.occurredAt
  return { ...order, since, until, mail: mail?.state ?? 'NONE', answer: mail?.answer ?? null }
}
