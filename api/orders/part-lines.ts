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
    sql`select l.id, l.order_id as "orderId", l.service_id as "serviceId", l.flow, l.form_id as "formId", l.blueprint_id as "blueprintId",
      l.recipient_contact_id as "recipientContactId", l.package_id as "packageId", o.channel_id as "channelId", o.buyer_id as "buyerId",
      l.counterpart_id as "counterpartId", l.attendee_contact_id as "attendeeContactId", l.appointment_minutes as "appointmentMinutes",
      l.price_amount::text as "priceAmount", l.currency
      from order_lines l join orders o on o.id = l.order_id where l.order_id = ${orderId} order by l.position`,
  )
  return found.map((line) => ({ ...line, priceAmount: BigInt(line.priceAmount) }))
}
