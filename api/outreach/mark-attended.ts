import { recogniseRevenue } from '../funds/held-funds.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import type { AppointmentFacts } from './appointment.facts.js'
import { appointmentMachine } from './appointment.machine.js'
import { anotherRound, beginRound } from './outreach-round.js'
import { nothingToAsk } from './outreach-task.js'

/** What nobody came to may be tried again within this. */
const TIME_TO_RETRY = 'PT48H'

/**
 * The appointment took place: what was paid is earned, and the order is complete.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, NOT_STARTED_YET
 */
export async function markAttended(tx: Tx, { id }: { id: string }): Promise<string> {
  const { facts } = await transition(tx, appointmentMachine, id, 'markAttended', ({ startsAt }) => ({
    set: { ended_at: tx.now },
    data: { startsAt: startsAt!.toISOString() },
  }))
  await earned(tx, facts)
  return id
}

/**
 * Somebody did not come. It may be tried again for 48 hours; then it is closed, and what was paid is earned.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, NOT_STARTED_YET
 */
export async function markNoShow(tx: Tx, { id }: { id: string }): Promise<string> {
  const closesAt = after(tx.now, TIME_TO_RETRY)
  const { facts } = await transition(tx, appointmentMachine, id, 'markNoShow', ({ startsAt }) => ({
    set: { closes_at: closesAt },
    data: { startsAt: startsAt!.toISOString(), closesAt: closesAt.toISOString() },
  }))
  await nothingToAsk(tx, facts)
  await noteStanding(actingAs(tx, system('outreach')), facts.lineId, { stage: 'FOLLOW_UP' })
  return id
}

/**
 * Our team tries again to agree on a time after somebody did not come: outreach begins anew.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED
 */
export async function retryAppointment(tx: Tx, { id }: { id: string }): Promise<string> {
  const { facts } = await transition(tx, appointmentMachine, id, 'retryAppointment', (before) => ({
    set: anotherRound(tx, before),
  }))
  await beginRound(tx, facts)
  return id
}

/** It was not tried again in time: it is closed, and what was paid is earned. @refuses INVALID_TRANSITION */
export async function closeAppointment(tx: Tx, id: string): Promise<void> {
  const asSystem = actingAs(tx, system('outreach'))
  const { facts } = await transition(asSystem, appointmentMachine, id, 'closeAppointment', {
    set: { ended_at: tx.now },
  })
  await earned(asSystem, facts)
}

async function earned(tx: Tx, { orderId, lineId }: AppointmentFacts): Promise<void> {
  const asSystem = actingAs(tx, system('outreach'))
  await recogniseRevenue(asSystem, { orderId, earnedBy: lineId })
  await cancelTasksOf(asSystem, { orderId, reason: 'The appointment has ended.' })
  await noteStanding(asSystem, lineId, { stage: 'CLOSED', ended: 'WELL' })
}
