import { defineEntity, p } from '@mikro-orm/postgresql'

/** The lock and the sequence of an order, or of any other subject that has events of its own. */
export const StreamEntity = defineEntity({
  name: 'Stream',
  tableName: 'streams',
  properties: {
    id: p.text().primary(),
    lastSequence: p.bigint().default(0),
    /** While set, what belongs to it is held: its deadlines stand still. */
    heldAt: p.datetime().nullable(),
  },
})

/** Everything that happened, in one sequence per stream. Append-only. */
export const EventEntity = defineEntity({
  name: 'Event',
  tableName: 'events',
  properties: {
    id: p.text().primary(),
    streamId: p.text(),
    sequence: p.bigint(),
    type: p.text(),
    aggregateId: p.text(),
    verb: p.text().nullable(),
    inputHash: p.text().nullable(),
    actorKind: p.text(),
    actorId: p.text(),
    visibility: p.text(),
    occurredAt: p.datetime(),
    data: p.json<Record<string, unknown>>(),
  },
  uniques: [{ properties: ['streamId', 'sequence'] }],
  indexes: [
    { properties: ['aggregateId', 'sequence'] },
    { properties: ['occurredAt', 'id'] },
    { properties: ['actorId', 'occurredAt', 'id'] },
    { properties: ['type', 'occurredAt', 'id'] },
    {
      name: 'events_area',
      expression: `create index "events_area" on "events" (split_part("type", '.', 1), "occurred_at", "id")`,
    },
    {
      name: 'events_for_others',
      expression: `create index "events_for_others" on "events" ("stream_id", "sequence") where visibility <> 'STAFF'`,
    },
  ],
})

/**
 * Words that somebody gave with a verb, why or what for. Events carry their id alone: an event is for ever, words can be
 * erased.
 */
export const ReasonEntity = defineEntity({
  name: 'Reason',
  tableName: 'reasons',
  properties: {
    id: p.text().primary(),
    streamId: p.text().index(),
    givenBy: p.text(),
    text: p.text().nullable(),
    givenAt: p.datetime(),
  },
})

/** Events that the relay has not yet given a position. */
export const PendingPositionEntity = defineEntity({
  name: 'PendingPosition',
  tableName: 'pending_positions',
  properties: { eventId: p.text().primary() },
})

/** The place of a committed event in the order in which the relay found them: safe to read on from. */
export const EventPositionEntity = defineEntity({
  name: 'EventPosition',
  tableName: 'event_positions',
  properties: {
    position: p.bigint().primary().autoincrement(),
    eventId: p.text().unique(),
  },
})

/** A moment at which something must be asked of an aggregate. A row goes when it has acted, or no longer applies. */
export const DeadlineEntity = defineEntity({
  name: 'Deadline',
  tableName: 'deadlines',
  properties: {
    id: p.text().primary(),
    machine: p.text(),
    kind: p.text(),
    subjectId: p.text(),
    streamId: p.text(),
    step: p.integer().default(0),
    dueAt: p.datetime(),
    tryAt: p.datetime().index(),
    usefulUntil: p.datetime().nullable(),
    attempts: p.integer().default(0),
    lastError: p.text().nullable(),
    /** Since when it stands still, as its stream is held. */
    heldFrom: p.datetime().nullable(),
    /** It goes on while its stream is held. */
    runsOn: p.boolean().default(false),
  },
  indexes: [{ properties: ['subjectId', 'kind'] }, { properties: ['streamId'] }],
})

/** What a caller asked under a key, and what came of it; kept 30 days. */
export const IdempotencyKeyEntity = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    caller: p.text().primary(),
    key: p.text().primary(),
    verb: p.text(),
    inputHash: p.text(),
    result: p.json<unknown>().nullable(),
    createdAt: p.datetime().defaultRaw('now()').index(),
  },
})

/** One row: how far the sandbox's clock runs ahead of the database's. Zero in production. */
export const ClockEntity = defineEntity({
  name: 'Clock',
  tableName: 'clock',
  properties: {
    id: p.integer().primary(),
    shiftMs: p.bigint().default(0),
  },
  checks: [{ name: 'clock_one_row', expression: 'id = 1' }],
})

export const platformEntities = [
  StreamEntity,
  EventEntity,
  ReasonEntity,
  PendingPositionEntity,
  EventPositionEntity,
  DeadlineEntity,
  IdempotencyKeyEntity,
  ClockEntity,
]
