import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { afterWait, restartClock } from './due-clock.js'
import { taskMachine } from './task.machine.js'

/** Somebody on the team was disabled: the tasks they had go back to be claimed. For the accounts' `onStaffDisabled`. */
export async function releaseTasksOf(tx: Tx, userId: string): Promise<void> {
  const asSystem = actingAs(tx, system('tasks'))
  const had = await rows<{ id: string }>(
    tx,
    // One order after another, always in the same sequence: two who release at once wait for each other, no more.
    sql`select id from tasks where assignee_id = ${userId} and status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING') order by stream_id, id`,
  )
  for (const { id } of had) {
    const moved = await transition(asSystem, taskMachine, id, 'releaseTask', (task) => {
      const data = { assigneeId: task.assigneeId }
      // Set aside, it waits on: it comes back to be claimed.
      if (task.setAsideFrom)
        return { to: 'WAITING', set: { assignee_id: null, set_aside_from: 'OPEN' }, data }
      return { to: 'OPEN', set: { assignee_id: null, ...afterWait(tx, task) }, data }
    })
    if (moved.state === 'OPEN') await restartClock(tx, moved)
  }
}
