import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { afterWait, restartClock } from './due-clock.js'
import { ASSIGNEE_FITS, taskMachine } from './task.machine.js'

/**
 * Somebody on the team was disabled, or has other roles and skills: those of their tasks for which they are not fit any
 * more go back to be claimed, begun or not. For the accounts' `onDutiesLost`.
 */
export async function releaseUnfitTasks(tx: Tx, userId: string): Promise<void> {
  const asSystem = actingAs(tx, system('tasks'))
  const had = await rows<{ id: string }>(
    tx,
    // One order after another, always in the same sequence: two who release at once wait for each other, no more.
    sql`select t.id from tasks t where t.assignee_id = ${userId} and t.status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING')
      and not ${sql.raw(ASSIGNEE_FITS)} order by t.stream_id, t.id`,
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
