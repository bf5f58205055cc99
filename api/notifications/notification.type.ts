import { sql } from 'kysely'
import { Field, InputType, ObjectType } from 'type-graphql'
import { ActivityEntry } from '../feed/activity.type.js'
import { Order } from '../orders/order.type.js'
import { BooleanFilter, IdFilter, sortInput } from '../platform/graphql/args.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { connectionOf, Node } from '../platform/graphql/types.js'
import { Column, One, Reading } from '../platform/reading/declare.js'
import { notificationReasons } from './notification.entity.js'

const NotificationReason = enumOf(
  'NotificationReason',
  'Why somebody is told inside Waybill.',
  notificationReasons,
)

@Reading({
  table: 'notifications',
  scope: (t, viewer) =>
    (viewer.kind === 'staff' || viewer.kind === 'member') && sql`${t}.user_id = ${viewer.id}`,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    isRead: { sql: (t) => sql`(${t}.read_at is not null)`, type: 'boolean' },
  },
  sorts: { at: { sql: (t) => sql`${t}.at`, type: 'timestamptz' } },
  defaultSort: ['at', 'DESC'],
  foundBy: (viewer) =>
    viewer.kind === 'staff' || viewer.kind === 'member'
      ? { columns: ['user_id'], ids: sql`array[${viewer.id}]` }
      : undefined,
})
@ObjectType({ implements: Node, description: 'What the viewer is told of inside Waybill.' })
export class Notification extends Node {
  @Column()
  @Field(() => String, { description: 'What happened, as a word of the trade, for example message.posted.' })
  what!: string

  @Column()
  @Field(() => NotificationReason, { description: 'Why they are told.' })
  why!: string

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it is about, where the viewer may see it.' })
  order!: Order | null

  @One({ from: 'event_id' })
  @Field(() => ActivityEntry, {
    nullable: true,
    description: 'The entry of its feed, where the viewer may read it.',
  })
  entry!: ActivityEntry | null

  @Column()
  @Field(() => DateTime, { description: 'When it happened.' })
  at!: Date

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was read, here or by reading the feed; null until then.',
  })
  readAt!: Date | null
}

export const NotificationConnection = connectionOf(Notification)
export const NotificationSort = sortInput('Notification', { at: 'By when it happened.' })

@InputType({ description: 'Which notifications: every condition given holds.' })
export class NotificationWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By the order.' })
  orderId?: IdFilter

  @Field(() => BooleanFilter, { nullable: true, description: 'By whether they were read.' })
  isRead?: BooleanFilter

  @Field(() => [NotificationWhere], { nullable: true, description: 'All of these.' })
  and?: NotificationWhere[]

  @Field(() => [NotificationWhere], { nullable: true, description: 'Any of these.' })
  or?: NotificationWhere[]

  @Field(() => NotificationWhere, { nullable: true, description: 'Not this.' })
  not?: NotificationWhere
}
