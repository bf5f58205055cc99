import { newId } from '../lib/ids.js'
import { system } from '../lib/viewer.js'
import type { OrderPart } from '../orders/order-part.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { enter, transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { holdTasksOf, resumeTasksOf } from '../tasks/hold-tasks.js'
import { tryNext } from './provision.task.js'
import { ProvisioningEntity } from './provisioning.entity.js'
import { provisioningMachine } from './provisioning.machine.js'

/** What a SELF_SERVICE line becomes: an add-on that is set up by itself. */
export const provisioningPart: OrderPart = {
  async start(tx, line) {
    const asSystem = actingAs(tx, system('provisioning'))
    const id = newId('prv')
    await tx.em.insert(ProvisioningEntity, {
      id,
      orderId: line.orderId,
      lineId: line.id,
      status: provisioningMachine.initial,
      startedAt: tx.now,
    })
    await enter(asSystem, provisioningMachine, id, {
      type: 'provisioning.started',
      data: { lineId: line.id },
    })
    await noteStanding(asSystem, line.id, { stage: 'IN_PROGRESS' })
    await tryNext(asSystem, id)
  },

  hold: (tx, line) => holdTasksOf(tx, line.orderId),

  async resume(tx, line) {
    await row(
      tx,
      sql`update provisionings p set next_try_at = d.due_at from deadlines d
        where p.line_id = ${line.id} and d.subject_id = p.id and d.kind = 'try-again' and p.next_try_at is not null`,
    )
    await resumeTasksOf(tx, line.orderId)
  },

  async end(tx, line) {
    const asSystem = actingAs(tx, system('provisioning'))
    const running = await row<{ id: string }>(
      tx,
      sql`select id from provisionings where line_id = ${line.id} and status in ('PROVISIONING', 'FAILED')`,
    )
    if (running)
      await transition(asSystem, provisioningMachine, running.id, 'endProvisioning', {
        set: { next_try_at: null },
        data: { lineId: line.id },
      })
    await cancelTasksOf(tx, { orderId: line.orderId, reason: 'The order has ended.' })
  },
}
