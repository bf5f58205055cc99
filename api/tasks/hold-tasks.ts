import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { afterHold, type Clock, resumeClock } from './due-clock.js'
import { UNFINISHED } from './task.machine.js'

/** An order is held: the due clocks of its tasks stand still. What FINANCE sees to goes on. Its stream is locked. */
export async function holdTasksOf(tx: Tx, orderId: string): Promise<void> {
  const held = await rows<{ id: string }>(
    tx,
    sql`update tasks set held_from = ${tx.now} where order_id = ${orderId} and held_from is null and role <> 'FINANCE'
      and status = any(${[...UNFINISHED]}) returning id`,
  )
  for (const { id } of held) await cancelDeadlines(tx, id, ['due-soon', 'overdue'])
}

/** It goes on: each task has the working time that was left when it was held. Its stream is locked. */
export async function resumeTasksOf(tx: Tx, orderId: string): Promise<void> {
  const held = await rows<Held>(
    tx,
    sql`select id, stream_id as "streamId", status = any(${[...UNFINISHED]}) as unfinished, paused_at as "pausedAt", held_from as "heldFrom",
      due_at as "dueAt", due_soon_at as "dueSoonAt" from tasks where order_id = ${orderId} and held_from is not null order by id`,
  )
  for (const task of held) await resume(tx, task)
}

interface Held {
  readonly id: string
  readonly streamId: string
  readonly unfinished: boolean
  readonly pausedAt: Date | null
  readonly heldFrom: Date
  readonly dueAt: Date
  readonly dueSoonAt: Date
}

async function resume(tx: Tx, { id, streamId, unfinished, ...at }: Held): Promise<void> {
  const facts: Clock = {
    pausedAt: at.pausedAt && new Date(at.pausedAt),
    heldFrom: new Date(at.heldFrom),
    storedDueAt: new Date(at.dueAt),
    storedDueSoonAt: new Date(at.dueSoonAt),
  }
  const moved = unfinished ? afterHold(tx, facts) : { held_from: null }
  const set = Object.entries(moved).map(([column, value]) => sql`${sql.id(column)} = ${value}`)
  await rows(tx, sql`update tasks set ${sql.join(set)} where id = ${id}`)
  if (unfinished) await resumeClock(tx, { id, streamId, facts })
}
