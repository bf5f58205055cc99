import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { type OrderPart, orderParts, type PartLine } from './order-part.js'

type Found = PartLine & { flow: keyof typeof orderParts.bound }

/** Does something with the part of each of an order's lines, one after the other. */
export async function eachPart(
  tx: Tx,
  orderId: string,
  work: (part: OrderPart, line: PartLine) => Promise<void> | undefined,
): Promise<void> {
  for (const line of await partLines(tx, orderId)) {
    const part = orderParts.bound[line.flow]
    if (!part) throw new Error(`No part is bound to the flow ${line.flow}`)
    await work(part, line)
  }
}

async function partLines(tx: Tx, orderId: string): Promise<Found[]> {
  const found = await rows<Omit<Found, 'priceAmount'> & { priceAmount: string }>(
    tx,
    sql`select id, order_id as "orderId", service_id as "serviceId", flow, form_id as "formId", blueprint_id as "blueprintId",
      recipient_contact_id as "recipientContactId", price_amount::text as "priceAmount", currency
      from order_lines where order_id = ${orderId} order by position`,
  )
  return found.map((line) => ({ ...line, priceAmount: BigInt(line.priceAmount) }))
}
