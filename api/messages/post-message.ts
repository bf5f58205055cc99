import { newId } from '../lib/ids.js'
import { Refusal } from '../lib/refusal.js'
import { isMember, isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream, record } from '../platform/events.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import { scopeOf } from '../platform/reading/declare.js'
import { feedNews } from './feed-topic.js'
import { giveStatus } from './give-status.js'
import { attachAll, readyAttachments } from './message-attachments.js'
import { type Draft, draftOf, type NewMessage } from './message-draft.js'
import { mention } from './message-mentions.js'
import type { Visibility } from './message-words.js'
import { noteMessage } from './promise.js'
import { sideOf } from './side.js'

/**
 * Writes on an order's feed. Staff may write to staff alone, to the buyer or to all parties; the buyer to us or to all;
 * the beneficiary and the channel to all. A request for the status is answered at once by a card of it, which is no
 * answer of ours. Returns the id of the message's entry.
 * @refuses NOT_FOUND, FORBIDDEN, VALIDATION, FILE_NOT_READY, FILE_QUARANTINED
 */
export async function postMessage(tx: Tx, input: NewMessage): Promise<string> {
  const draft = draftOf(tx.viewer, input)
  const order = await orderFor(tx, draft)
  const { orderId, kind, visibility } = draft
  await lockStream(tx, orderId)
  await readyAttachments(tx, draft.attachments)
  const messageId = newId('msg')
  const entryId = await record(tx, {
    streamId: orderId,
    aggregateId: orderId,
    type: 'message.posted',
    visibility,
    data: { messageId },
  })
  await keep(tx, messageId, entryId, draft)
  await attachAll(tx, messageId, draft.attachments)
  await mention(tx, messageId, draft)
  const side = sideOf(tx.viewer, order)
  if (side) await noteMessage(tx, { orderId, messageId, entryId, kind, visibility, side })
  if (kind === 'STATUS_REQUEST') await giveStatus(tx, { orderId, messageId, visibility })
  tx.passing.push(feedNews(orderId, { what: 'wrote', userId: tx.viewer.id }))
  return entryId
}

async function keep(tx: Tx, messageId: string, entryId: string, draft: Draft): Promise<void> {
  const { orderId, kind, visibility, body } = draft
  await row(
    tx,
    sql`insert into messages (id, order_id, sequence, kind, visibility, body, author_kind, author_id, posted_at)
      select ${messageId}, ${orderId}, sequence, ${kind}, ${visibility}, ${body}, ${tx.viewer.kind}, ${tx.viewer.id}, ${tx.now} from events where id = ${entryId}`,
  )
}

interface OrderSides {
  readonly buyerId: string
  readonly beneficiaryId: string
  readonly channelId: string | null
}

async function orderFor(tx: Tx, { orderId, visibility }: Draft): Promise<OrderSides> {
  const seen = predicate(scopeOf('Order')(sql.raw('t'), viewerNow(tx.viewer)))
  const order = await row<OrderSides>(
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
