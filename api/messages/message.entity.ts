import { OrderEntity } from '../orders/order.entity.js'
import { defineEntity, p } from '@mikro-orm/postgresql'

/** What somebody wrote on an order's feed. Events name it by its id, so that its text can be erased. */
export const MessageEntity = defineEntity({
  name: 'Message',
  tableName: 'messages',
  properties: {
    id: p.text().primary(),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id').index(),
    kind: p.text().default('MESSAGE'),
    visibility: p.text(),
    /** Null once it was erased. */
    body: p.text().nullable(),
    authorKind: p.text(),
    authorId: p.text().index(),
    postedAt: p.datetime(),
  },
})

export const messagesEntities = [MessageEntity]
