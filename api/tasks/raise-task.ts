import type { StaffRole } from '../accounts/roles.js'
import { newId } from '../lib/ids.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { heldSince } from '../platform/hold-stream.js'
import { enter } from '../platform/transition.js'
import type { ChecklistItem } from './checklist.js'
import { dueIn } from './due-clock.js'
import { TaskEntity } from './task.entity.js'
import { taskMachine } from './task.machine.js'

/** Something that a person must look at. */
export interface NewTask {
  /** What it is raised for; asked again for the same cause, there is still one task. */
  readonly cause: string
  readonly role: StaffRole
  /** What its person must be able to do; left out, everybody of the role will do. */
  readonly skill?: string
  readonly title: string
  readonly instructions: string
  /** Due so many working hours from now. */
  readonly dueInWorkingHours: number
  /** Left out where it belongs to no order. */
  readonly orderId?: string
  readonly lineId?: string
}

/** The system raises a task, once per cause. Returns its id, whether raised now or before. */
export async function raiseTask(tx: Tx, task: NewTask): Promise<string> {
  // One cause at a time: by its order's lock, or where it has none by a lock of its own.
  if (task.orderId) await row(tx, sql`select id from streams where id = ${task.orderId} for no key update`)
  else await row(tx, sql`select pg_advisory_xact_lock(hashtextextended(${task.cause}, 0))`)
  const before = await row<{ id: string }>(tx, sql`select id from tasks where cause = ${task.cause}`)
  if (before) return before.id
  return insertTask(tx, {
    skill: null,
    orderId: null,
    lineId: null,
    ...task,
    stepKey: null,
    needsReview: false,
    checklist: [],
    dependsOn: [],
  })
}

/** A task as its row begins. */
export interface TaskBeginning {
  readonly orderId: string | null
  readonly lineId: string | null
  readonly stepKey: string | null
  readonly cause: string | null
  readonly title: string
  readonly instructions: string
  readonly role: StaffRole
  readonly skill: string | null
  readonly needsReview: boolean
  readonly checklist: ChecklistItem[]
  readonly dependsOn: string[]
  readonly dueInWorkingHours: number
  /** Which of the buyer's revisions it is for, where it is for one. */
  readonly revision?: number
}

/** Writes a new task, open to whoever fits. The order's stream, where it has one, is locked. Returns its id. */
export async function insertTask(tx: Tx, beginning: TaskBeginning): Promise<string> {
  const { dueInWorkingHours, ...task } = beginning
  const id = newId('tsk')
  const { role, skill, stepKey, cause, lineId } = task
  const held = task.orderId && role !== 'FINANCE' ? await heldSince(tx, task.orderId) : undefined
  await tx.em.insert(TaskEntity, {
    ...task,
    id,
    streamId: task.orderId ?? id,
    status: taskMachine.initial,
    createdAt: tx.now,
    heldFrom: held ? tx.now : null,
    ...dueIn(tx, dueInWorkingHours),
  })
  await enter(actingAs(tx, system('tasks')), taskMachine, id, {
    type: 'task.raised',
    data: { role, skill, stepKey, cause, lineId },
  })
  return id
}
