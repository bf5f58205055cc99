import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { orderFacts } from './load-order.js'
import type { HoldFacts } from './order-facts.js'
import { idIn, type ToldEvent } from './told-event.js'

/** The order that was held just now, and why. */
export async function heldFacts(tx: Tx, event: ToldEvent): Promise<HoldFacts | undefined> {
  const order = await orderFacts(tx, event)
  const reason = await reasonOf(tx, event)
  return order && { ...order, heldAt: event.occurredAt, resumedAt: null, reason }
}

/** The order that goes on just now, and since when it did not. */
export async function resumedFacts(tx: Tx, event: ToldEvent): Promise<HoldFacts | undefined> {
  const order = await orderFacts(tx, event)
  const heldMs = Number(event.data['held'] ?? 0)
  const heldAt = new Date(event.occurredAt.getTime() - heldMs)
  return order && { ...order, heldAt, resumedAt: event.occurredAt, reason: null }
}

/** The words that the event names; null where they were erased. */
export async function reasonOf(tx: Tx, event: ToldEvent): Promise<string | null> {
  const id = idIn(event, 'reasonId')
  const reason = await row<{ text: string | null }>(tx, sql`select text from reasons where id = ${id}`)
  return reason?.text ?? null
}
