import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { appointmentMachine } from './appointment.machine.js'
import { giveUpFrom } from './outreach-round.js'

/**
 * Our team begins to get in touch with the counterpart: for 72 hours or five attempts. The buyer is told.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION
 */
export async function startOutreach(tx: Tx, { id }: { id: string }): Promise<string> {
  const giveUpAt = giveUpFrom(tx)
  const { facts } = await transition(tx, appointmentMachine, id, 'startOutreach', {
    set: { give_up_at: giveUpAt, progress_at: tx.now },
    data: { giveUpAt: giveUpAt.toISOString() },
  })
  await noteStanding(actingAs(tx, system('outreach')), facts.lineId, { stage: 'OUTREACH' })
  return id
}
