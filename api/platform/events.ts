import { sql } from 'kysely'
import { newId } from '../lib/ids.js'
import type { EventSpec } from '../lib/machine.js'
import type { Tx } from './context.js'
import { row } from './database.js'
import { type Job, job } from './jobs.js'
import { EventEntity, PendingPositionEntity } from './platform.entity.js'
import { port } from './port.js'

/** Something that happened, as a verb writes it down. */
export interface Happening {
  readonly streamId: string
  /** The locked stream's next number, given by {@link nextSequence}. */
  readonly sequence: bigint
  readonly aggregateId: string
  readonly type: string
  readonly visibility: EventSpec['visibility']
  readonly data: Record<string, unknown>
  readonly verb?: string
}

/** Who is told of an event, and how: bound by the app to the routes of `notifications/`. */
export const telling = port<Job<{ eventId: string }>['run']>('telling')

/** Tells whoever must hear of one event; written with it, run after the commit. */
export const tellJob = job<{ eventId: string }>({
  name: 'tell',
  run: (house, data, attempt) => telling.bound(house, data, attempt),
})

/** Locks the stream and takes its next number. Everything that belongs to the stream waits here for its turn. */
export async function nextSequence(tx: Tx, streamId: string): Promise<bigint> {
  const taken = await row<{ last: string }>(
    tx,
    sql`update streams set last_sequence = last_sequence + 1 where id = ${streamId} returning last_sequence as last`,
  )
  if (!taken) throw new Error(`There is no stream ${streamId}`)
  return BigInt(taken.last)
}

/** Starts the stream of a new order or other subject. */
export async function startStream(tx: Tx, id: string): Promise<void> {
  await row(tx, sql`insert into streams (id, last_sequence) values (${id}, 0)`)
}

/** Writes an event, its place in the relay's queue and the job that tells of it. Returns its id. */
export async function record(tx: Tx, happening: Happening): Promise<string> {
  const id = newId('evt')
  const actorKind = tx.viewer.kind
  const values = {
    ...happening,
    id,
    actorKind,
    actorId: tx.viewer.id,
    occurredAt: tx.now,
    verb: tx.asked?.verb ?? happening.verb ?? null,
    inputHash: tx.asked?.inputHash ?? null,
  }
  await tx.em.insert(EventEntity, values)
  await tx.em.insert(PendingPositionEntity, { eventId: id })
  await tx.house.jobs.send(tx, tellJob, { eventId: id })
  return id
}
