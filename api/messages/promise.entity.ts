import { defineEntity, p } from '@mikro-orm/postgresql'
import { UserEntity } from '../accounts/user.entity.js'
import type { OpenHours, OpenInterval } from '../lib/open-hours.js'
import { OrderEntity } from '../orders/order.entity.js'
import { MessageEntity } from './message.entity.js'

/** When the team answers, as an admin wrote it down. */
export const CalendarEntity = defineEntity({
  name: 'Calendar',
  tableName: 'calendars',
  properties: {
    id: p.text().primary(),
    status: p.text(),
    version: p.integer().default(1),
    name: p.text(),
    timeZone: p.text(),
    intervals: p.json<OpenInterval[]>(),
    /** Days as YYYY-MM-DD. */
    holidays: p.json<string[]>(),
    addedAt: p.datetime(),
  },
  indexes: [
    { properties: ['addedAt', 'id'] },
    {
      name: 'calendars_one_in_use',
      expression: `create unique index "calendars_one_in_use" on "calendars" ("status") where status = 'IN_USE'`,
    },
  ],
  checks: [{ name: 'calendars_status_known', expression: `status in ('ASIDE', 'IN_USE')` }],
})

/** From when on which hours counted for the promise to answer. Append-only, so that time that was used stays used. */
export const AnswerHoursEntity = defineEntity({
  name: 'AnswerHours',
  tableName: 'answer_hours',
  properties: {
    id: p.bigint().primary().autoincrement(),
    since: p.datetime(),
    calendarId: () => p.manyToOne(CalendarEntity).mapToPk().joinColumn('calendar_id').nullable(),
    /** The calendar as it was then; null: at all hours. */
    hours: p.json<OpenHours>().nullable(),
  },
})

/** Our promise to answer what was asked on an order's feed. */
export const PromiseEntity = defineEntity({
  name: 'AnswerPromise',
  tableName: 'promises',
  properties: {
    id: p.text().primary(),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id'),
    /** The first message that we have not answered. */
    messageId: () => p.manyToOne(MessageEntity).mapToPk().joinColumn('message_id').unique(),
    /** Somebody waits who reads nothing but what is for all parties. */
    forParties: p.boolean().default(false),
    startedAt: p.datetime(),
    hoursId: () => p.manyToOne(AnswerHoursEntity).mapToPk().joinColumn('hours_id'),
    /** Time that counts and was used before `countedFrom`; once answered, all of it. */
    usedMs: p.bigint().default(0),
    /** Absent while the clock stands still. */
    countedFrom: p.datetime().nullable(),
    warnAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),
    warnedAt: p.datetime().nullable(),
    brokenAt: p.datetime().nullable(),
    pausedAt: p.datetime().nullable(),
    answeredAt: p.datetime().nullable(),
    answeredById: () => p.manyToOne(UserEntity).mapToPk().joinColumn('answered_by_id').nullable(),
    answerId: () => p.manyToOne(MessageEntity).mapToPk().joinColumn('answer_id').nullable(),
  },
  indexes: [
    { properties: ['orderId', 'startedAt', 'id'] },
    { properties: ['startedAt', 'id'] },
    {
      name: 'promises_one_live',
      expression: `create unique index "promises_one_live" on "promises" ("order_id") where answered_at is null`,
    },
  ],
  checks: [
    {
      name: 'promises_answered_whole',
      expression: `(answered_at is null) = (answered_by_id is null) and (answered_at is null) = (answer_id is null)`,
    },
    {
      name: 'promises_run_or_stand',
      expression: `answered_at is not null or (paused_at is null) = (counted_from is not null) and (paused_at is null) = (due_at is not null)`,
    },
  ],
})

/** An order with talk on its feed, as the team's inbox has it. Its id is the order's. */
export const InboxEntryEntity = defineEntity({
  name: 'InboxEntry',
  tableName: 'inbox_entries',
  properties: {
    id: p.text().primary(),
    /** The live promise. */
    promiseId: () => p.manyToOne(PromiseEntity).mapToPk().joinColumn('promise_id').nullable(),
    /** Its place by the clock: first what breaks first, then what is held, then what is answered, the newest first. */
    place: p.bigint(),
    /** The event of the last message. */
    lastEntryId: p.text(),
    lastMessageAt: p.datetime(),
    /** Who of the team answered last. */
    assignedToId: () => p.manyToOne(UserEntity).mapToPk().joinColumn('assigned_to_id').nullable(),
  },
  indexes: [{ properties: ['place', 'id'] }, { properties: ['lastMessageAt', 'id'] }],
})

export const promisesEntities = [CalendarEntity, AnswerHoursEntity, PromiseEntity, InboxEntryEntity]
