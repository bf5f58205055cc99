import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { isMember, isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { record } from '../platform/events.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import { scopeOf } from '../platform/reading/declare.js'
import { MessageEntity } from './message.entity.js'
import { noteMessage } from './promise.js'
import { sideOf } from './side.js'

/** Who may read an entry of the feed. */
export const visibilities = {
  STAFF: 'Our staff alone.',
  BUYER: 'The buyer and our staff.',
  PARTIES: 'The buyer, the beneficiary or the channel, and our staff.',
} as const

export type Visibility = keyof typeof visibilities

const LONGEST = 10_000

/**
 * Writes on an order's feed. Staff may write to staff alone, to the buyer or to all parties; the buyer to us or to all;
 * the beneficiary and the channel to all. Returns the id of its entry.
 * @refuses NOT_FOUND, FORBIDDEN, VALIDATION
 */
export async function postMessage(
  tx: Tx,
  input: { orderId: string; body: string; visibility: Visibility },
): Promise<string> {
  const body = input.body.trim()
  if (!body || body.length > LONGEST) refuseFields([{ path: 'body', message: `1 to ${LONGEST} characters` }])
  const order = await orderFor(tx, input)
  const { orderId, visibility } = input
  const id = newId('msg')
  const entry = await record(tx, {
    streamId: orderId,
    aggregateId: orderId,
    type: 'message.posted',
    visibility,
    data: { messageId: id },
  })
  await tx.em.insert(MessageEntity, {
    id,
    orderId,
    kind: 'MESSAGE',
    visibility,
    body,
    authorKind: tx.viewer.kind,
    authorId: tx.viewer.id,
    postedAt: tx.now,
  })
  const side = sideOf(tx.viewer, order)
  if (side)
    await noteMessage(tx, { orderId, messageId: id, entryId: entry, kind: 'MESSAGE', visibility, side })
  return entry
}

interface Parties {
  readonly buyerId: string
  readonly beneficiaryId: string
  readonly channelId: string | null
}

async function orderFor(
  tx: Tx,
  { orderId, visibility }: { orderId: string; visibility: Visibility },
): Promise<Parties> {
  const seen = predicate(scopeOf('Order')(sql.raw('t'), viewerNow(tx.viewer)))
  const order = await row<Parties>(
    tx,
    sql`select t.buyer_id as "buyerId", t.beneficiary_id as "beneficiaryId", t.channel_id as "channelId" from orders t where t.id = ${orderId} and ${seen}`,
  )
  if (!order) throw new Refusal('NOT_FOUND')
  const mayWriteTo: Record<Visibility, boolean> = {
    STAFF: isStaff(tx.viewer),
    BUYER: isStaff(tx.viewer) || isMember(tx.viewer, order.buyerId),
    PARTIES: true,
  }
  if (!mayWriteTo[visibility]) throw new Refusal('FORBIDDEN')
  return order
}
