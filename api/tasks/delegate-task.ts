import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { ruleCandidate } from './delegation-rule.js'
import { afterWait, restartClock } from './due-clock.js'
import { fitPerson } from './fit-person.js'
import { taskMachine } from './task.machine.js'

/**
 * An admin gives a task to somebody, whoever had it before.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, ASSIGNEE_UNFIT
 */
export async function delegateTask(tx: Tx, input: { id: string; assigneeId: string }): Promise<string> {
  await delegate(tx, input, 'PERSON')
  return input.id
}

/** Gives an open task to whom the rule names; it stays open where nobody fits. Returns the assignee. */
export async function delegateByRule(tx: Tx, id: string): Promise<string | undefined> {
  const t = sql.raw('t')
  // Held to the commit, so that nobody who is disabled at this moment is chosen.
  const found = await row<{ assigneeId: string }>(
    tx,
    sql`select id as "assigneeId" from users where id = (select ${ruleCandidate(t)} from tasks t where t.id = ${id}) and status = 'ACTIVE' for share`,
  )
  if (!found) return undefined
  const { assigneeId } = found
  await delegate(actingAs(tx, system('tasks')), { id, assigneeId }, 'RULE')
  return assigneeId
}

async function delegate(
  tx: Tx,
  { id, assigneeId }: { id: string; assigneeId: string },
  by: 'PERSON' | 'RULE',
): Promise<void> {
  await row(
    tx,
    sql`select id from streams where id = (select stream_id from tasks where id = ${id}) for no key update`,
  )
  const task = await row<{ role: string; skill: string | null }>(
    tx,
    sql`select role, skill from tasks where id = ${id}`,
  )
  if (task) await fitPerson(tx, assigneeId, task)
  const moved = await transition(tx, taskMachine, id, 'delegateTask', (before) => ({
    set: { assignee_id: assigneeId, ...afterWait(tx, before) },
    data: { assigneeId, by, before: before.assigneeId },
  }))
  await restartClock(tx, moved)
}
