import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { failureCause, tryNext } from './provision.task.js'
import { provisioningMachine } from './provisioning.machine.js'

/** Has a failed add-on tried again from the start; the task of its failure ends. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION */
export async function retryProvisioning(tx: Tx, { id }: { id: string }): Promise<string> {
  const { facts } = await transition(
    tx,
    provisioningMachine,
    id,
    'retryProvisioning',
    ({ lineId, attempts }) => ({
      set: { tries: 0, next_try_at: null },
      data: { lineId, attempts },
    }),
  )
  await cancelTasksOf(tx, { cause: failureCause(id, facts.attempts), reason: 'It is tried again.' })
  await tryNext(tx, id)
  return id
}
