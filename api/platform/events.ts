import { sql } from 'kysely'
import { newId } from '../lib/ids.js'
import type { EventSpec } from '../lib/machine.js'
import { actorKind } from '../lib/viewer.js'
import type { Tx } from './context.js'
import { row } from './database.js'
import { type Job, job } from './jobs.js'
import { port } from './port.js'

/** Something that happened, as a verb writes it down. */
export interface Happening {
  readonly streamId: string
  readonly aggregateId: string
  readonly type: string
  readonly visibility: EventSpec['visibility']
  readonly data: Record<string, unknown>
  readonly verb?: string
}

interface Telling {
  /** Whether anybody is ever told of this type of event: most happen without a word. */
  readonly concerns: (type: string) => boolean
  readonly tell: Job<{ eventId: string }>['run']
}

/** Who is told of an event, and how: bound by the app to the routes of `notifications/`. */
export const telling = port<Telling>('telling')

/** Tells whoever must hear of one event; written with it, run after the commit. */
export const tellJob = job<{ eventId: string }>({
  name: 'tell',
  run: (house, data, attempt) => telling.bound.tell(house, data, attempt),
})

/** Locks a stream: whatever belongs to it waits here for its turn. Every verb does this first, or its transition does. */
export async function lockStream(tx: Tx, streamId: string): Promise<void> {
  const locked = await row(tx, sql`select id from streams where id = ${streamId} for no key update`)
  if (!locked) throw new Error(`There is no stream ${streamId}`)
}

/** Starts the stream of a new order or other subject. */
export async function startStream(tx: Tx, id: string): Promise<void> {
  await row(tx, sql`insert into streams (id, last_sequence) values (${id}, 0)`)
}

/**
 * Writes an event under the next number of its stream, with its place in the relay's queue and, where
 * somebody may have to hear of it, the job that tells them. Locks the stream where that was not done yet. Returns the event's id.
 */
export async function record(tx: Tx, happening: Happening): Promise<string> {
  const { streamId, aggregateId, type, visibility, data } = happening
  const id = newId('evt')
  const verb = tx.asked?.verb ?? happening.verb ?? null
  const written = await row(
    tx,
    sql`with numbered as (update streams set last_sequence = last_sequence + 1 where id = ${streamId} returning last_sequence),
      event as (
        insert into events (id, stream_id, sequence, type, aggregate_id, verb, input_hash, actor_kind, actor_id, visibility, occurred_at, data)
        select ${id}, ${streamId}, last_sequence, ${type}, ${aggregateId}, ${verb}, ${tx.asked?.inputHash ?? null}, ${actorKind(tx.viewer)}, ${tx.viewer.id},
          ${visibility}, ${tx.now}, ${JSON.stringify(data)}::jsonb from numbered
        returning id)
      insert into pending_positions (event_id) select id from event returning event_id`,
  )
  if (!written) throw new Error(`There is no stream ${streamId}`)
  if (telling.bound.concerns(type)) await tx.house.jobs.send(tx, tellJob, { eventId: id })
  return id
}
