import { refuseFields } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { appointmentMachine } from './appointment.machine.js'

const MOST_TIMES = 5

/** Why the counterpart declines, and when it would suit. */
export interface Declining {
  readonly id: string
  readonly reason: string
  readonly otherTimes?: readonly Date[] | null | undefined
}

/**
 * The counterpart declines and says why, perhaps with other times: our team follows up.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, VALIDATION
 */
export async function declineAppointment(tx: Tx, input: Declining): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.reason)
  const otherTimes = timesOf(tx, input.otherTimes ?? [])
  const { facts } = await transition(tx, appointmentMachine, id, 'declineAppointment', {
    set: {
      decline_reason_id: reason.id,
      other_times: JSON.stringify(otherTimes),
      proposed_starts_at: null,
      proposed_by: null,
      // The buyer is told that they declined: nobody has to say any more that they could not be reached.
      awaited_attempt_id: null,
      notice_at: null,
    },
    data: { reasonId: reason.id, otherTimes },
  })
  await reason.keep(tx, facts.orderId)
  await noteStanding(actingAs(tx, system('outreach')), facts.lineId, { stage: 'FOLLOW_UP' })
  return id
}

/** @refuses VALIDATION */
function timesOf(tx: Tx, times: readonly Date[]): string[] {
  const problem =
    times.length > MOST_TIMES
      ? `at most ${MOST_TIMES}`
      : times.some((time) => time <= tx.now)
        ? 'in the future'
        : undefined
  if (problem) refuseFields([{ path: 'otherTimes', message: problem }])
  return [...times].sort((a, b) => a.getTime() - b.getTime()).map((time) => time.toISOString())
}
