import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { afterWait, restartClock } from './due-clock.js'
import { taskMachine } from './task.machine.js'

/**
 * The wait is over; where the due clock stood still, what was left of it then is left now.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION
 */
export async function continueTask(tx: Tx, { id }: { id: string }): Promise<string> {
  const moved = await transition(tx, taskMachine, id, 'continueTask', (task) => {
    const set = afterWait(tx, task)
    return { set, data: { dueAt: ((set['due_at'] as Date | undefined) ?? task.storedDueAt).toISOString() } }
  })
  await restartClock(tx, moved)
  return id
}
