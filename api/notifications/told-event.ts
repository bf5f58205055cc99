import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/** An event as the routes see it. */
export interface ToldEvent {
  readonly id: string
  readonly type: string
  readonly streamId: string
  readonly aggregateId: string
  readonly actorKind: string
  readonly actorId: string
  readonly occurredAt: Date
  readonly data: Readonly<Record<string, unknown>>
}

/** Reads an event of the log; undefined where there is none. */
export async function loadEvent(tx: Tx, id: string): Promise<ToldEvent | undefined> {
  const event = await row<ToldEvent>(
    tx,
    sql`select id, type, stream_id as "streamId", aggregate_id as "aggregateId", actor_kind as "actorKind", actor_id as "actorId",
      occurred_at as "occurredAt", data from events where id = ${id}`,
  )
  return event && { ...event, occurredAt: new Date(event.occurredAt) }
}

/** An id that an event carries, or null. */
export function idIn(event: ToldEvent, key: string): string | null {
  const value = event.data[key]
  return typeof value === 'string' ? value : null
}
