import { refuseFields } from '../lib/refusal.js'
import { isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { agreedOn, watchTime } from './agreed-time.js'
import { appointmentHappened } from './appointment.events.js'
import type { AppointmentFacts } from './appointment.facts.js'
import { appointmentMachine } from './appointment.machine.js'
import { anotherRound, beginRound } from './outreach-round.js'
import { refuseUnlessOffered } from './slot-search.js'
import { refuseTaken, slotFrom, takingSlot } from './slot.js'

/** Another time; our team says whether both sides have agreed to it. */
export interface Moving {
  readonly id: string
  readonly startsAt: Date
  readonly agreed?: boolean | null | undefined
}

/**
 * Moves a confirmed appointment. By the counterpart, or by our team where both sides have agreed, it is moved at once;
 * else the time it had is free again, and the counterpart is asked for the new one.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, SLOT_PAST, SLOT_TAKEN, VALIDATION
 */
export async function rescheduleAppointment(tx: Tx, input: Moving): Promise<string> {
  const { viewer } = tx
  if (!isStaff(viewer) && input.agreed)
    refuseFields([{ path: 'agreed', message: 'left out: only our team knows that both sides have agreed' }])
  const atOnce = viewer.kind === 'link' || (isStaff(viewer) && input.agreed === true)
  await (atOnce ? move(tx, input) : propose(tx, input))
  return input.id
}

async function move(tx: Tx, { id, startsAt }: Moving): Promise<void> {
  await refuseUnlessOffered(tx, { id, startsAt })
  const { facts } = await takingSlot(tx, id, () =>
    transition(tx, appointmentMachine, id, 'rescheduleAppointment', (appointment) => {
      refuseSame(appointment, startsAt)
      return {
        to: 'CONFIRMED',
        set: agreedOn(tx, slotFrom(tx, startsAt, appointment)),
      }
    }),
  )
  const data = { from: facts.startsAt!.toISOString(), startsAt: startsAt.toISOString() }
  await appointmentHappened(tx, facts, 'appointment.rescheduled', data)
  await watchTime(tx, facts)
}

async function propose(tx: Tx, { id, startsAt }: Moving): Promise<void> {
  const by = isStaff(tx.viewer) ? 'US' : 'BUYER'
  const { facts } = await transition(tx, appointmentMachine, id, 'rescheduleAppointment', (appointment) => {
    refuseSame(appointment, startsAt)
    slotFrom(tx, startsAt, appointment)
    return {
      to: 'OUTREACH',
      set: {
        ...anotherRound(tx, appointment),
        ics_sequence: sql`ics_sequence + 1`,
        proposed_starts_at: startsAt,
        proposed_by: by,
      },
    }
  })
  await refuseTaken(tx, facts, slotFrom(tx, startsAt, facts))
  const data = { from: facts.startsAt!.toISOString(), startsAt: startsAt.toISOString(), by } as const
  await appointmentHappened(tx, facts, 'appointment.reschedule-proposed', data)
  await beginRound(tx, facts)
}

/** @refuses VALIDATION */
function refuseSame({ startsAt }: AppointmentFacts, wanted: Date): void {
  if (startsAt?.getTime() === wanted.getTime())
    refuseFields([{ path: 'startsAt', message: 'another time than it has' }])
}
