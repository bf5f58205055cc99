import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { taskDone } from './end-task.js'
import { taskMachine } from './task.machine.js'

/** Somebody else has looked at the work, and it is done. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, OWN_WORK */
export async function acceptTask(tx: Tx, { id }: { id: string }): Promise<string> {
  await taskDone(tx, await transition(tx, taskMachine, id, 'acceptTask', { set: { ended_at: tx.now } }))
  return id
}
