import { newId } from '../lib/ids.js'
import type { Revision } from '../orders/order-part.js'
import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { delegateByRule, delegateTask } from './delegate-task.js'
import { noteLineStanding } from './line-standing.js'
import { insertTask } from './raise-task.js'

/** A revision is to be done within two working days, unless the task says otherwise. */
const DUE_IN_WORKING_HOURS = 16

/** One of those who did the work of a line, with what their last task needed. */
interface Worker {
  readonly assigneeId: string | null
  readonly skill: string | null
  readonly needsReview: boolean
  /** Whether they may still have such a task. */
  readonly fit: boolean
}

/**
 * The buyer wants the work of a line changed: everybody who did some of it gets a task for that, reviewed where their work
 * was; what somebody did who is not fit for it any more goes by the rule. The order's stream is locked.
 */
export async function raiseRevisionTasks(
  tx: Tx,
  of: { orderId: string; lineId: string; revision: Revision },
): Promise<void> {
  const workers = await workersOf(tx, of.lineId)
  const nobody: Worker = { assigneeId: null, skill: null, needsReview: false, fit: false }
  for (const worker of workers.length ? workers : [nobody]) await raise(tx, of, worker)
  await noteLineStanding(tx, of.lineId)
}

async function raise(
  tx: Tx,
  { orderId, lineId, revision }: { orderId: string; lineId: string; revision: Revision },
  { assigneeId, skill, needsReview, fit }: Worker,
): Promise<void> {
  const id = await insertTask(tx, {
    orderId,
    lineId,
    stepKey: null,
    cause: `revision:${orderId}:${revision.number}:${lineId}:${assigneeId ?? newId('tsk')}`,
    revision: revision.number,
    title: `Revision ${revision.number}: what the buyer wants changed`,
    instructions: revision.text,
    role: 'FULFILMENT',
    skill,
    needsReview,
    checklist: [],
    dependsOn: [],
    dueInWorkingHours: DUE_IN_WORKING_HOURS,
  })
  await (assigneeId && fit ? delegateTask(tx, { id, assigneeId }) : delegateByRule(tx, id))
}

/** Everybody who finished work of the line, each with the skill of their last task of it. */
function workersOf(tx: Tx, lineId: string): Promise<Worker[]> {
  return rows<Worker>(
    tx,
    sql`select last.assignee_id as "assigneeId", last.skill, last.review as "needsReview",
        coalesce(u.status = 'ACTIVE' and 'FULFILMENT' = any(u.staff_roles) and (last.skill is null or last.skill = any(u.skills)), false) as fit
      from (select distinct on (k.assignee_id) k.assignee_id, k.skill, bool_or(k.needs_review) over (partition by k.assignee_id) as review
          from tasks k where k.line_id = ${lineId} and k.status = 'DONE' and k.assignee_id is not null and (k.step_key is not null or k.revision is not null)
          order by k.assignee_id, k.ended_at desc, k.id desc) last
        join users u on u.id = last.assignee_id order by last.assignee_id`,
  )
}
