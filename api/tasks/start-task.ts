import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { taskMachine } from './task.machine.js'

/** Its assignee begins the work. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, DEPENDENCIES_OPEN */
export async function startTask(tx: Tx, { id }: { id: string }): Promise<string> {
  await transition(tx, taskMachine, id, 'startTask')
  return id
}
