import type { Tx } from '../platform/context.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { taskMachine } from './task.machine.js'

/**
 * Somebody else has looked at the work and says what is missing. It goes back to its person, or to be claimed where they
 * are disabled or not fit for it any more. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, OWN_WORK, VALIDATION
 */
export async function returnTask(tx: Tx, input: { id: string; text: string }): Promise<string> {
  const reason = reasonFor(input.text, 'text')
  const { streamId } = await transition(tx, taskMachine, input.id, 'returnTask', (task) => ({
    ...(task.assigneeFits ? { to: 'IN_PROGRESS' } : { to: 'OPEN', set: { assignee_id: null } }),
    data: { assigneeId: task.assigneeId, reasonId: reason.id },
  }))
  await reason.keep(tx, streamId)
  return input.id
}
