import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/**
 * Makes sure that a person may have a task, and stays so until the commit: whoever disables them at the same moment waits,
 * and then finds the task among theirs. @refuses ASSIGNEE_UNFIT
 */
export async function fitPerson(
  tx: Tx,
  userId: string,
  task: { role: string; skill: string | null },
): Promise<void> {
  const person = await row<{ active: boolean; role: boolean; skill: boolean }>(
    tx,
    sql`select status = 'ACTIVE' as active, ${task.role}::text = any(staff_roles) as role,
      (${task.skill}::text is null or ${task.skill}::text = any(skills)) as skill from users where id = ${userId} for share`,
  )
  const reason = !person?.active ? 'DISABLED' : !person.role ? 'ROLE' : !person.skill ? 'SKILL' : undefined
  if (reason) throw new Refusal('ASSIGNEE_UNFIT', MESSAGES[reason], { assigneeId: userId, reason })
}

const MESSAGES = {
  DISABLED: 'This person is not on the team, or not any more.',
  ROLE: 'The task needs a role that this person does not have.',
  SKILL: 'The task needs a skill that this person does not have.',
} as const
