import { OrderEntity } from '../orders/order.entity.js'
import { defineEntity, p } from '@mikro-orm/postgresql'

/** What somebody wrote on an order's feed. Events name it by its id, so that its text can be erased. */
export const MessageEntity = defineEntity({
  name: 'Message',
  tableName: 'messages',
  properties: {
    id: p.text().primary(),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id'),
    /** The number of its entry in the feed. */
    sequence: p.bigint(),
    kind: p.text().default('MESSAGE'),
    visibility: p.text(),
    /** Null once it was erased; empty where nothing was written, but asked or attached. */
    body: p.text().nullable(),
    authorKind: p.text(),
    authorId: p.text().index(),
    postedAt: p.datetime(),
  },
  uniques: [{ properties: ['orderId', 'sequence'] }],
  indexes: [{ properties: ['orderId', 'visibility', 'sequence'] }],
  checks: [{ name: 'messages_kind', expression: `kind in ('MESSAGE', 'QUESTION', 'STATUS_REQUEST')` }],
})

/** Who is called upon by name in a message. */
export const MessageMentionEntity = defineEntity({
  name: 'MessageMention',
  tableName: 'message_mentions',
  properties: {
    messageId: () => p.manyToOne(MessageEntity).mapToPk().joinColumn('message_id').primary(),
    userId: p.text().primary(),
  },
})

/** An answer that our team gives often, ready to be put into a message. */
export const SavedReplyEntity = defineEntity({
  name: 'SavedReply',
  tableName: 'saved_replies',
  properties: {
    id: p.text().primary(),
    title: p.text(),
    body: p.text(),
    version: p.integer().default(1),
    changedBy: p.text(),
    changedAt: p.datetime(),
  },
  indexes: [{ properties: ['title', 'id'] }],
})

export const messagesEntities = [MessageEntity, MessageMentionEntity, SavedReplyEntity]
