import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { rearmDeadline } from '../platform/deadlines.js'
import type { AppointmentFacts } from './appointment.facts.js'
import { appointmentMachine } from './appointment.machine.js'
import { nothingToAsk, raiseOutreach } from './outreach-task.js'

/** A counterpart who was not reached within this is given up. */
const TIME_TO_REACH = 'PT72H'

/** When a round of outreach that begins now is given up. */
export function giveUpFrom(tx: Tx): Date {
  return after(tx.now, TIME_TO_REACH)
}

/**
 * The columns of an appointment whose outreach begins anew: its attempts and its time to reach somebody, too. What the
 * counterpart declined was another time.
 */
export function anotherRound(tx: Tx, { round }: Pick<AppointmentFacts, 'round'>) {
  return {
    round: round + 1,
    attempts_made: 0,
    give_up_at: giveUpFrom(tx),
    progress_at: tx.now,
    awaited_attempt_id: null,
    notice_at: null,
    undecided_at: null,
    closes_at: null,
    starts_at: null,
    ends_at: null,
    agreed_at: null,
    proposed_starts_at: null,
    proposed_by: null,
    decline_reason_id: null,
    other_times: '[]',
  }
}

/** Sets another round going: its task, its clock, and what the order says. `before` are the facts of the one before. */
export async function beginRound(tx: Tx, before: AppointmentFacts): Promise<void> {
  const asSystem = actingAs(tx, system('outreach'))
  const { id, orderId, lineId } = before
  await rearmDeadline(tx, appointmentMachine, { id, streamId: orderId, state: 'OUTREACH' }, 'give-up')
  await rearmDeadline(
    tx,
    appointmentMachine,
    { id, streamId: orderId, state: 'OUTREACH' },
    'unconfirmed-notice',
  )
  await nothingToAsk(tx, before)
  await raiseOutreach(tx, { id, orderId, lineId, round: before.round + 1 })
  await noteStanding(asSystem, lineId, { stage: 'OUTREACH' })
}
