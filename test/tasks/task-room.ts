import { randomUUID } from 'node:crypto'
import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { row, sql } from '../../api/platform/database.js'
import { transaction } from '../../api/platform/transaction.js'
import { raiseTask, type NewTask } from '../../api/tasks/raise-task.js'
import { raiseBlueprintTasks, type Delegation } from '../../api/tasks/raise-blueprint-tasks.js'
import type { World } from '../support/world.js'

/** Somebody of the demo world as the verbs see them. */
export async function viewerOf(world: World, email: string): Promise<Viewer> {
  const [user] = await world.rows<{ id: string; roles: string[]; skills: string[] }>(
    'select id, staff_roles as roles, skills from users where email = $1',
    [email],
  )
  return { ...anonymous, kind: 'staff', ...user! }
}

/** Runs a verb as somebody, in a transaction of its own. */
export function acting<T>(world: World, viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(world.running.house, viewer, work)
}

class Undone extends Error {
  constructor(readonly status: string) {
    super('undone')
  }
}

/** What a verb would do to a task: its state after, or the code of the refusal. Nothing is kept. */
export async function attempt(
  world: World,
  viewer: Viewer,
  id: string,
  work: (tx: Tx) => Promise<unknown>,
  table = 'tasks',
): Promise<string> {
  try {
    await acting(world, viewer, async (tx) => {
      await work(tx)
      const now = await row<{ status: string }>(
        tx,
        sql`select status from ${sql.table(table)} where id = ${id}`,
      )
      throw new Undone(now!.status)
    })
  } catch (error) {
    if (error instanceof Undone) return error.status
    if (error instanceof Refusal) return error.code
    throw error
  }
  throw new Error('not reached')
}

/** A task raised by the system; for people of fulfilment who know `seo`, unless told otherwise. */
export function aTask(world: World, more: Partial<NewTask> = {}): Promise<string> {
  const task: NewTask = {
    cause: `test:${randomUUID()}`,
    role: 'FULFILMENT',
    skill: 'seo',
    title: 'Look at this',
    instructions: 'Look closely.',
    dueInWorkingHours: 8,
    ...more,
  }
  return acting(world, system('test'), (tx) => raiseTask(tx, task))
}

/** The tasks of a paid order's line, as approving its onboarding would raise them: by the key of their step. */
export async function blueprintTasks(
  world: World,
  orderId: string,
  delegations: Delegation[] = [],
  viewer: Viewer = system('test'),
): Promise<Record<string, string>> {
  const [line] = await world.rows<{ id: string; blueprint: string }>(
    'select id, blueprint_id as blueprint from order_lines where order_id = $1 and blueprint_id is not null',
    [orderId],
  )
  await acting(world, viewer, (tx) =>
    raiseBlueprintTasks(tx, { orderId, lineId: line!.id, blueprintId: line!.blueprint, delegations }),
  )
  const tasks = await world.rows<{ id: string; key: string }>(
    'select id, step_key as key from tasks where line_id = $1 and step_key is not null',
    [line!.id],
  )
  return Object.fromEntries(tasks.map((task) => [task.key, task.id]))
}

export interface TaskRow {
  status: string
  assignee_id: string | null
  due_at: Date
  due_soon_at: Date
  paused_at: Date | null
  waiting_reason: string | null
  declined_by: string[]
  checklist: { key: string; done: boolean | null; note: string | null }[]
  version: number
}

/** A task's row. */
export async function taskNow(world: World, id: string): Promise<TaskRow> {
  const [row] = await world.rows<TaskRow>('select * from tasks where id = $1', [id])
  return row!
}

/** What the log says happened to something, in its order. */
export async function logOf(world: World, aggregateId: string): Promise<string[]> {
  const events = await world.rows<{ type: string }>(
    'select type from events where aggregate_id = $1 order by sequence',
    [aggregateId],
  )
  return events.map((event) => event.type)
}
