import { endLinks } from '../accounts/links.js'
import { recogniseRevenue } from '../funds/held-funds.js'
import { requestRefund } from '../funds/request-refund.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { type AppointmentFacts, isFirm } from './appointment.facts.js'
import { appointmentMachine } from './appointment.machine.js'

export interface AppointmentCancellation {
  readonly id: string
  readonly reason: string
  /** What goes back to the buyer, in minor units; an admin names it once a time had been agreed. */
  readonly refund?: bigint | null | undefined
}

/**
 * Calls the appointment off and says why: the counterpart is told. All of the money goes back before a time was agreed,
 * and where nobody could be reached; else an admin names what does, and the rest is earned.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, WORK_HAS_BEGUN, FUNDS_FROZEN, AMOUNT_EXCEEDED, VALIDATION
 */
export async function cancelAppointment(tx: Tx, input: AppointmentCancellation): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.reason)
  let refund = 0n
  const { facts } = await transition(tx, appointmentMachine, id, 'cancelAppointment', (appointment) => {
    refund = refundOf(appointment, input.refund ?? undefined)
    const { status, currency } = appointment
    return {
      set: { ...called(tx), reason_id: reason.id },
      data: { from: status, reasonId: reason.id, refund: String(refund), currency },
    }
  })
  await reason.keep(tx, facts.orderId)
  const asSystem = actingAs(tx, system('outreach'))
  const { orderId, lineId } = facts
  if (refund > 0n) await requestRefund(asSystem, { orderId, subjectId: lineId, amount: refund })
  await recogniseRevenue(asSystem, { orderId, earnedBy: lineId })
  await leaveNothing(asSystem, facts)
  await noteStanding(asSystem, lineId, { stage: 'CLOSED', ended: 'BADLY' })
  return id
}

/** Its order was called off: it ends with it, and the money is the order's. @refuses INVALID_TRANSITION */
export async function endAppointment(tx: Tx, id: string): Promise<void> {
  const { facts } = await transition(tx, appointmentMachine, id, 'endAppointment', ({ status }) => ({
    set: called(tx),
    data: { from: status },
  }))
  await leaveNothing(tx, facts)
}

const called = (tx: Tx) => ({
  ended_at: tx.now,
  ics_sequence: sql`ics_sequence + 1`,
  proposed_starts_at: null,
  proposed_by: null,
  awaited_attempt_id: null,
  notice_at: null,
})

async function leaveNothing(tx: Tx, { id, orderId }: AppointmentFacts): Promise<void> {
  await endLinks(tx, { subjectId: id })
  await cancelTasksOf(tx, { orderId, reason: 'The appointment was cancelled.' })
}

/** What goes back: all that is held, or what an admin names. @refuses AMOUNT_EXCEEDED, VALIDATION */
function refundOf(appointment: AppointmentFacts, named: bigint | undefined): bigint {
  const held = BigInt(appointment.held)
  if (!isFirm(appointment)) {
    if (named !== undefined && named !== held)
      refuseFields([{ path: 'refund', message: 'leave it out: all that is held goes back' }])
    return held
  }
  if (named === undefined || named < 0n)
    refuseFields([{ path: 'refund', message: `name it, in minor units: 0 to ${held}` }])
  if (named > held) throw new Refusal('AMOUNT_EXCEEDED', undefined, { maximum: held.toString() })
  return named
}
