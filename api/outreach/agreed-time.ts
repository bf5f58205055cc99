import type { Tx } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { rearmDeadline } from '../platform/deadlines.js'
import type { AppointmentFacts } from './appointment.facts.js'
import { appointmentMachine } from './appointment.machine.js'
import { nothingToAsk } from './outreach-task.js'
import type { Slot } from './slot.js'

/** Our team asks so long after the start of an appointment whether it took place. */
const ASKED_AFTER_MS = 24 * 3_600_000

/** The columns of an appointment for which a time is agreed now; whatever was proposed is settled by it. */
export function agreedOn(tx: Tx, { startsAt, endsAt }: Slot) {
  return {
    starts_at: startsAt,
    ends_at: endsAt,
    agreed_at: tx.now,
    undecided_at: new Date(startsAt.getTime() + ASKED_AFTER_MS),
    ics_sequence: sql`ics_sequence + 1`,
    proposed_starts_at: null,
    proposed_by: null,
    awaited_attempt_id: null,
    notice_at: null,
  }
}

/** Sets the reminders of the time that is agreed now, and the question afterwards; what was asked is answered by it. The order's stream is locked. */
export async function watchTime(
  tx: Tx,
  { id, orderId }: Pick<AppointmentFacts, 'id' | 'orderId'>,
): Promise<void> {
  const of = { id, streamId: orderId, state: 'CONFIRMED' }
  for (const kind of ['reminder', 'last-reminder', 'undecided'])
    await rearmDeadline(tx, appointmentMachine, of, kind)
  await nothingToAsk(tx, { id, orderId })
}
