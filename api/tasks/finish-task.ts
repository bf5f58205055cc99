import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { taskDone } from './end-task.js'
import { taskMachine } from './task.machine.js'

/** What a task was raised for has come about: it is done, whoever had it. */
export async function finishTasksOf(tx: Tx, { cause }: { cause: string }): Promise<void> {
  const open = await rows<{ id: string }>(
    tx,
    sql`select id from tasks where cause = ${cause} and status not in ('DONE', 'CANCELLED') order by id`,
  )
  const asSystem = actingAs(tx, system('tasks'))
  for (const { id } of open) {
    const moved = await transition(asSystem, taskMachine, id, 'finishTask', {
      set: { ended_at: tx.now, paused_at: null },
    })
    await taskDone(asSystem, moved)
  }
}
