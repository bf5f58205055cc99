import { addWorkingTime, type WorkingCalendar, workingTimeBetween } from '../lib/working-time.js'
import type { Tx } from '../platform/context.js'
import { setDeadline } from '../platform/deadlines.js'
import { taskMachine, type TaskFacts } from './task.machine.js'

const HOUR_MS = 3_600_000
/** The assignee is told so many working hours before the end, or at half time of a shorter task. */
const WARNED_HOURS_BEFORE = 4

/** When a task that is raised now is due, and when its person is told that this is soon. Working hours. */
export function dueIn(tx: Tx, workingHours: number): { dueAt: Date; dueSoonAt: Date } {
  const ms = workingHours * HOUR_MS
  const calendar = calendarOf(tx)
  return {
    dueAt: addWorkingTime(tx.now, ms, calendar),
    dueSoonAt: addWorkingTime(tx.now, ms - Math.min(WARNED_HOURS_BEFORE * HOUR_MS, ms / 2), calendar),
  }
}

/** The columns of a task that leaves its wait: where the due clock stood still, what was left then is left now. */
export function afterWait(tx: Tx, task: TaskFacts): Record<string, unknown> {
  const moved = movedClock(tx, task)
  return {
    waiting_reason: null,
    waiting_on_buyer: false,
    paused_at: null,
    ...(moved ? { due_at: moved.dueAt, due_soon_at: moved.dueSoonAt } : {}),
  }
}

/** Sets the deadlines of a task whose due clock goes on, those that were still to come when it was stopped. */
export async function restartClock(
  tx: Tx,
  moved: { id: string; streamId: string; facts: TaskFacts },
): Promise<void> {
  const { pausedAt, storedDueAt, storedDueSoonAt } = moved.facts
  const clock = movedClock(tx, moved.facts)
  if (!pausedAt || !clock) return
  const of = { machine: taskMachine.name, subjectId: moved.id, streamId: moved.streamId }
  if (storedDueSoonAt > pausedAt) await setDeadline(tx, of, 'due-soon', clock.dueSoonAt)
  if (storedDueAt > pausedAt) await setDeadline(tx, of, 'overdue', clock.dueAt)
}

function movedClock(
  tx: Tx,
  { pausedAt, storedDueAt, storedDueSoonAt }: TaskFacts,
): { dueAt: Date; dueSoonAt: Date } | undefined {
  if (!pausedAt) return undefined
  const calendar = calendarOf(tx)
  const later = (moment: Date) =>
    moment <= pausedAt
      ? moment
      : addWorkingTime(tx.now, workingTimeBetween(pausedAt, moment, calendar), calendar)
  return { dueAt: later(storedDueAt), dueSoonAt: later(storedDueSoonAt) }
}

function calendarOf(tx: Tx): WorkingCalendar {
  return { zone: tx.house.config.workingZone, holidays: tx.house.config.holidays }
}
