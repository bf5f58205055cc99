import { defineEntity, p } from '@mikro-orm/postgresql'

/** Why somebody is told inside Waybill. */
export const notificationReasons = {
  MENTIONED: 'Somebody called upon them by name.',
  MESSAGE: 'Somebody wrote on the feed of an order that concerns them.',
  NEWS: 'Something happened to an order that concerns them.',
  TO_DO: 'Something waits for them.',
  PROMISE: 'Our promise to answer is about to break, or is broken.',
} as const

/** What one person is told of inside Waybill: an event, and whether they have read of it. */
export const NotificationEntity = defineEntity({
  name: 'Notification',
  tableName: 'notifications',
  properties: {
    id: p.text().primary(),
    userId: p.text(),
    eventId: p.text(),
    orderId: p.text().nullable(),
    /** What happened: the event's type. */
    what: p.text(),
    why: p.text(),
    at: p.datetime(),
    readAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['eventId', 'userId'] }],
  indexes: [
    { properties: ['userId', 'at', 'id'] },
    {
      name: 'notifications_unread',
      expression: `create index "notifications_unread" on "notifications" ("user_id", "order_id") where read_at is null`,
    },
    { properties: ['at'] },
  ],
  checks: [
    {
      name: 'notifications_why',
      expression: `why in ('MENTIONED', 'MESSAGE', 'NEWS', 'TO_DO', 'PROMISE')`,
    },
  ],
})
