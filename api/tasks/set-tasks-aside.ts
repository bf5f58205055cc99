import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { afterWait, pausedNow, restartClock } from './due-clock.js'
import { taskMachine, type TaskFacts, type TaskStatus } from './task.machine.js'

/** What the person of a task that was set aside reads. */
const WAITS = 'The onboarding form was asked for again: the task goes on by itself when that is approved.'

/** A line's onboarding is asked for again: its unfinished tasks wait, and their due clocks stand still. */
export async function setTasksAside(tx: Tx, lineId: string): Promise<void> {
  const asSystem = actingAs(tx, system('tasks'))
  const unfinished = await rows<{ id: string; status: TaskStatus }>(
    tx,
    sql`select id, status from tasks where line_id = ${lineId} and (step_key is not null or revision is not null) and set_aside_from is null
      and status not in ('DONE', 'CANCELLED') order by id`,
  )
  for (const { id, status } of unfinished) {
    await transition(asSystem, taskMachine, id, 'setAsideTask', (task) => ({
      set: {
        set_aside_from: status,
        paused_at: task.pausedAt ?? pausedNow(tx, task),
        ...(status === 'WAITING' ? {} : { waiting_reason: WAITS }),
      },
      data: { from: status },
    }))
    await cancelDeadlines(tx, id, ['due-soon', 'overdue'])
  }
}

/** A line's onboarding is decided on: its tasks that were set aside go on where they stood, with the time they had left. */
export async function takeTasksUp(tx: Tx, lineId: string): Promise<void> {
  const asSystem = actingAs(tx, system('tasks'))
  const waiting = await rows<{ id: string; to: TaskStatus }>(
    tx,
    sql`select id, set_aside_from as "to" from tasks where line_id = ${lineId} and set_aside_from is not null and status = 'WAITING' order by id`,
  )
  for (const { id, to } of waiting) {
    const moved = await transition(asSystem, taskMachine, id, 'takeUpTask', (task) => {
      const set = { ...goingOn(tx, task), set_aside_from: null }
      const dueAt = ((set as Record<string, unknown>)['due_at'] as Date | undefined) ?? task.storedDueAt
      return { to, set, data: { to, dueAt: dueAt.toISOString() } }
    })
    if (!moved.facts.waitingOnBuyer) await restartClock(tx, moved)
  }
}

/** Whoever had asked the buyer still waits for them; else the due clock goes on, and a wait of its own keeps its reason. */
function goingOn(tx: Tx, task: TaskFacts): Record<string, unknown> {
  if (task.waitingOnBuyer) return {}
  const { waiting_reason, waiting_on_buyer: _, ...clock } = afterWait(tx, task)
  return task.setAsideFrom === 'WAITING' ? clock : { ...clock, waiting_reason }
}
