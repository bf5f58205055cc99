import { defineEntity, p } from '@mikro-orm/postgresql'

/**
 * How far somebody has read an order's feed, and until when they are taken to be looking at it. Reading is in the trade's
 * time, looking in real time: it is about people at their screens.
 */
export const ReadMarkEntity = defineEntity({
  name: 'ReadMark',
  tableName: 'read_marks',
  properties: {
    orderId: p.text().primary(),
    userId: p.text().primary(),
    /** The number of the last entry they have read; 0 where they have only looked. */
    upTo: p.bigint().default(0),
    readAt: p.datetime().nullable(),
    presentUntil: p.datetime().nullable(),
  },
  indexes: [{ properties: ['userId'] }],
  checks: [{ name: 'read_marks_read_at', expression: '(up_to > 0) = (read_at is not null)' }],
})

export const feedEntities = [ReadMarkEntity]
