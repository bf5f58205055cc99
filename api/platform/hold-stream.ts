import type { Tx } from './context.js'
import { row, rows, sql } from './database.js'
import { GRACE_MS } from './deadlines.js'

/**
 * What belongs to a stream is held: its deadlines stand still, those that are armed from now on, too; but not what runs on
 * (see `setDeadline`). The stream is locked.
 */
export async function holdStream(tx: Tx, streamId: string): Promise<void> {
  await row(tx, sql`update streams set held_at = ${tx.now} where id = ${streamId}`)
  await rows(
    tx,
    sql`update deadlines set held_from = ${tx.now} where stream_id = ${streamId} and not runs_on and held_from is null`,
  )
}

/** It goes on: every deadline has the time that was left when it was held. The stream is locked. */
export async function resumeStream(tx: Tx, streamId: string): Promise<void> {
  await row(tx, sql`update streams set held_at = null where id = ${streamId}`)
  const later = (moment: string) => sql`${sql.id(moment)} + (${tx.now}::timestamptz - held_from)`
  await rows(
    tx,
    sql`update deadlines set due_at = ${later('due_at')}, useful_until = ${later('useful_until')},
      try_at = greatest(${later('try_at')}, ${tx.now}::timestamptz + ${GRACE_MS} * interval '1 millisecond'), held_from = null
      where stream_id = ${streamId} and held_from is not null`,
  )
}

/** Since when a stream is held, or undefined. The stream is locked. */
export async function heldSince(tx: Tx, streamId: string): Promise<Date | undefined> {
  const found = await row<{ at: Date | null }>(
    tx,
    sql`select held_at as at from streams where id = ${streamId}`,
  )
  return found?.at ? new Date(found.at) : undefined
}
