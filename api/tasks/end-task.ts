import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { record } from '../platform/events.js'
import type { Moved } from '../platform/transition.js'
import { noteLineStanding } from './line-standing.js'
import { type TaskEventData, taskEvents } from './task.events.js'
import type { TaskFacts } from './task.machine.js'

type Ended = Pick<Moved<never, never>, 'id' | 'streamId'> & { readonly facts: TaskFacts }

/** Writes that a task is done, with the tasks that may be started now, and tells its line. */
export async function taskDone(tx: Tx, task: Ended): Promise<void> {
  await happened(tx, task, 'task.done', {
    assigneeId: task.facts.assigneeId,
    freed: await freedBy(tx, task.id),
  })
  await tellLine(tx, task.facts)
}

/** Writes that a task is not to be done any more; the others of its line go on without it. */
export async function taskCancelled(tx: Tx, task: Ended, reasonId: string): Promise<void> {
  const freed = await freedBy(tx, task.id)
  await happened(tx, task, 'task.cancelled', { assigneeId: task.facts.assigneeId, reasonId, freed })
}

/**
 * Tells the line of a blueprint's or a revision's task where its tasks stand, unless its onboarding is what it waits for.
 */
export async function tellLine(tx: Tx, { lineId, stepKey, revision }: TaskFacts): Promise<void> {
  if (lineId && (stepKey || revision) && (await isAtWork(tx, lineId))) await noteLineStanding(tx, lineId)
}

/** Whether the tasks were the last to say where the line stands. */
async function isAtWork(tx: Tx, lineId: string): Promise<boolean> {
  const line = await row(
    tx,
    sql`select id from order_lines where id = ${lineId} and stage in ('IN_PROGRESS', 'READY')`,
  )
  return line !== undefined
}

/** Writes one of the room's events on a task's stream. */
export async function happened<T extends keyof TaskEventData>(
  tx: Tx,
  { id, streamId }: Ended,
  type: T,
  data: TaskEventData[T],
): Promise<void> {
  const { visibility } = taskEvents[type]
  await record(tx, { streamId, aggregateId: id, type, visibility, data: { ...data } })
}

/** The tasks that waited for this one alone. */
async function freedBy(tx: Tx, id: string): Promise<string[]> {
  const freed = await rows<{ id: string }>(
    tx,
    sql`select t.id from tasks t where t.order_id = (select order_id from tasks where id = ${id}) and ${id} = any(t.depends_on)
      and t.status in ('OPEN', 'ASSIGNED')
      and not exists (select from tasks d where d.id = any(t.depends_on) and d.status not in ('DONE', 'CANCELLED')) order by t.id`,
  )
  return freed.map((task) => task.id)
}
