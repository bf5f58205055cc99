import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { appointmentMachine } from './appointment.machine.js'
import { outreachDropped } from './outreach-task.js'

/** The buyer chooses within this what to do; then our team looks. */
const TIME_TO_CHOOSE = 'P7D'

/** The counterpart was not reached within 72 hours or five attempts: the buyer chooses. @refuses INVALID_TRANSITION */
export async function giveUp(tx: Tx, id: string): Promise<void> {
  const asSystem = actingAs(tx, system('outreach'))
  const { facts } = await transition(asSystem, appointmentMachine, id, 'giveUp', ({ attemptsMade }) => ({
    set: { undecided_at: after(tx.now, TIME_TO_CHOOSE), awaited_attempt_id: null, notice_at: null },
    data: { attemptsMade },
  }))
  await outreachDropped(asSystem, facts, 'They could not be reached.')
  await noteStanding(asSystem, facts.lineId, { stage: 'UNREACHABLE' })
}
