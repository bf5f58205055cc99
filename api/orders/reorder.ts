import { Refusal, type RefusalCode } from '../lib/refusal.js'
import { isMember } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { scopeOf } from '../platform/reading/declare.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import { addCartLine, createCart, type NewCartLine } from './cart-lines.js'
import { knownCounterpart } from './counterparts.js'
import { LeftOutLineEntity } from './order.entity.js'

/** Why a line is left out, in words for whoever orders again. */
export const leftOutBecause = {
  NOT_ON_SALE: 'It is not on sale any more.',
  CURRENCY_MIXED: 'It is sold in another currency now: order it alone.',
  RECIPIENT_WITHOUT_EMAIL:
    'The person who was asked for its onboarding has no e-mail address any more: add it again with somebody else.',
  VALIDATION: 'Whom it was for, or who was asked for its onboarding, is not there any more: add it again.',
} as const satisfies Partial<Record<RefusalCode, string>>

/**
 * Begins a cart with what an order of the buyer's had, at the prices of now. What cannot be bought any more is left out,
 * and the cart says why. Returns the cart's id. @refuses NOT_FOUND, FORBIDDEN, NOT_ON_SALE
 */
export async function reorder(tx: Tx, { orderId }: { orderId: string }): Promise<string> {
  const id = await createCart(tx, { buyerId: await buyerOf(tx, orderId) })
  await row(tx, sql`update carts set reorder_of = ${orderId} where id = ${id}`)
  const lines = await linesOf(tx, orderId)
  const leftOut: { lineId: string; refusal: string }[] = []
  for (const { lineId, counterpartId, attendeeContactId, wishes, ...line } of lines) {
    const counterpart = counterpartId ? await knownCounterpart(tx, counterpartId) : undefined
    const appointment = counterpart && { counterpart, attendeeContactId: attendeeContactId ?? '', wishes }
    const refusal = await tryToAdd(tx, { ...line, id, appointment })
    if (refusal) leftOut.push({ lineId, refusal })
  }
  if (leftOut.length === lines.length)
    throw new Refusal('NOT_ON_SALE', 'Nothing of this order can be bought any more.', {
      lines: leftOut.map(({ lineId }) => lineId),
    })
  await tx.em.insertMany(
    LeftOutLineEntity,
    leftOut.map((line) => ({ id: `${id}:${line.lineId}`, cartId: id, ...line })),
  )
  return id
}

/** Only the buyer buys again; whoever else sees the order is told so. */
async function buyerOf(tx: Tx, orderId: string): Promise<string> {
  const seen = predicate(scopeOf('Order')(sql.raw('o'), viewerNow(tx.viewer)))
  const order = await row<{ buyerId: string }>(
    tx,
    sql`select o.buyer_id as "buyerId" from orders o where o.id = ${orderId} and ${seen}`,
  )
  if (!order) throw new Refusal('NOT_FOUND')
  if (!isMember(tx.viewer, order.buyerId)) throw new Refusal('FORBIDDEN')
  return order.buyerId
}

type Bought = Omit<NewCartLine, 'id' | 'appointment'> & {
  readonly lineId: string
  readonly counterpartId: string | null
  readonly attendeeContactId: string | null
  readonly wishes: string | null
}

function linesOf(tx: Tx, orderId: string): Promise<Bought[]> {
  return rows(
    tx,
    sql`select l.id as "lineId", l.service_id as "serviceId", o.beneficiary_id as "beneficiaryId", l.recipient,
        l.recipient_contact_id as "recipientContactId", l.counterpart_id as "counterpartId", l.attendee_contact_id as "attendeeContactId", l.wishes
      from order_lines l join orders o on o.id = l.order_id where o.id = ${orderId} order by l.position`,
  )
}

/** Puts a line into the cart, or tells why not. */
async function tryToAdd(tx: Tx, line: NewCartLine): Promise<keyof typeof leftOutBecause | undefined> {
  try {
    await addCartLine(tx, line)
    return undefined
  } catch (error) {
    if (error instanceof Refusal && Object.hasOwn(leftOutBecause, error.code))
      return error.code as keyof typeof leftOutBecause
    throw error
  }
}
