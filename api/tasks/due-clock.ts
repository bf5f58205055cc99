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

/** The moments that a task's due clock is made of. */
export type Clock = Pick<TaskFacts, 'pausedAt' | 'heldFrom' | 'storedDueAt' | 'storedDueSoonAt'>

/** Since when the clock of a task that is paused now stands still: since its order was held, or since now. */
export function pausedNow(tx: Tx, { heldFrom }: Pick<Clock, 'heldFrom'>): Date {
  return heldFrom ?? tx.now
}

/** The columns of a task that leaves its wait: where the due clock stood still, what was left then is left now. */
export function afterWait(tx: Tx, task: Clock): Record<string, unknown> {
  const { pausedAt, heldFrom } = task
  return {
    waiting_reason: null,
    waiting_on_buyer: false,
    paused_at: null,
    ...(pausedAt ? movedClock(tx, task, pausedAt) : {}),
    ...(pausedAt && heldFrom ? { held_from: tx.now } : {}),
  }
}

/** The columns of a task whose order goes on: what was left when it was held is left now, unless the task waits itself. */
export function afterHold(tx: Tx, task: Clock): Record<string, unknown> {
  const { pausedAt, heldFrom } = task
  return { held_from: null, ...(heldFrom && !pausedAt ? movedClock(tx, task, heldFrom) : {}) }
}

interface Restarted {
  readonly id: string
  readonly streamId: string
  /** As they were while the clock stood still. */
  readonly facts: Clock
}

/** Sets the deadlines of a task that has left its wait, those that were still to come when it began; none while it is held. */
export async function restartClock(tx: Tx, task: Restarted): Promise<void> {
  const { pausedAt, heldFrom } = task.facts
  if (pausedAt && !heldFrom) await setClock(tx, task, pausedAt)
}

/** Sets the deadlines of a task whose order goes on; none while the task itself waits. */
export async function resumeClock(tx: Tx, task: Restarted): Promise<void> {
  const { pausedAt, heldFrom } = task.facts
  if (heldFrom && !pausedAt) await setClock(tx, task, heldFrom)
}

async function setClock(tx: Tx, { id, streamId, facts }: Restarted, stoodFrom: Date): Promise<void> {
  const clock = movedClock(tx, facts, stoodFrom)
  const of = { machine: taskMachine.name, subjectId: id, streamId }
  if (facts.storedDueSoonAt > stoodFrom) await setDeadline(tx, of, 'due-soon', clock.due_soon_at)
  if (facts.storedDueAt > stoodFrom) await setDeadline(tx, of, 'overdue', clock.due_at)
}

/** The moments that were still to come when the clock stopped, as far from now in working time as they were from then. */
function movedClock(
  tx: Tx,
  { storedDueAt, storedDueSoonAt }: Clock,
  stoodFrom: Date,
): { due_at: Date; due_soon_at: Date } {
  const calendar = calendarOf(tx)
  const later = (moment: Date) =>
    moment <= stoodFrom
      ? moment
      : addWorkingTime(tx.now, workingTimeBetween(stoodFrom, moment, calendar), calendar)
  return { due_at: later(storedDueAt), due_soon_at: later(storedDueSoonAt) }
}

function calendarOf(tx: Tx): WorkingCalendar {
  return { zone: tx.house.config.workingZone, holidays: tx.house.config.holidays }
}
