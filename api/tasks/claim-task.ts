import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { fitPerson } from './fit-person.js'
import { taskMachine } from './task.machine.js'

/** Somebody of its role and skill takes an open task on. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, ASSIGNEE_UNFIT */
export async function claimTask(tx: Tx, { id }: { id: string }): Promise<string> {
  const assigneeId = tx.viewer.id
  try {
    const { facts } = await transition(tx, taskMachine, id, 'claimTask', {
      set: { assignee_id: assigneeId },
      data: { assigneeId },
    })
    await fitPerson(tx, assigneeId, facts)
    return id
  } catch (error) {
    throw (await takenMeanwhile(tx, id, error)) ?? error
  }
}

/** Who might have claimed it is told that somebody else was faster, though what others have is not theirs to see. */
async function takenMeanwhile(tx: Tx, id: string, error: unknown): Promise<Refusal | undefined> {
  if (!(error instanceof Refusal && error.code === 'NOT_FOUND')) return undefined
  const { roles, skills } = tx.viewer
  const taken = await row<{ status: string }>(
    tx,
    sql`select status from tasks where id = ${id} and role = any(${roles}::text[]) and (skill is null or skill = any(${skills}::text[]))`,
  )
  return (
    taken &&
    new Refusal('INVALID_TRANSITION', 'Somebody else has taken this task.', { current: taken.status })
  )
}
