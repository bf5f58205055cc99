import { refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { nameCounterpart, type NewCounterpart } from './counterparts.js'

/** What an appointment is to be: with whom, who attends it, and what the buyer wishes for it. */
export interface NewWish {
  readonly counterpart: NewCounterpart
  /** A contact of the buyer or of the beneficiary. */
  readonly attendeeContactId: string
  readonly wishes?: string | null | undefined
}

const LONGEST_WISHES = 2000

/** An appointment needs one, and nothing else has one. @refuses VALIDATION */
export function refuseWish(flow: string, wish: NewWish | null | undefined): void {
  if ((flow === 'APPOINTMENT') === Boolean(wish)) return
  const message =
    flow === 'APPOINTMENT'
      ? 'with whom the appointment is wanted, and who attends it'
      : 'left out: this service is no appointment'
  refuseFields([{ path: 'appointment', message }])
}

/** The columns of a line that say what its appointment is to be. @refuses VALIDATION */
export async function wishOf(
  tx: Tx,
  of: { buyerId: string; beneficiaryId: string },
  wish: NewWish,
): Promise<{ counterpartId: string; attendeeContactId: string; wishes: string | null }> {
  const wishes = wish.wishes?.trim() || null
  if (wishes && wishes.length > LONGEST_WISHES)
    refuseFields([{ path: 'appointment.wishes', message: `at most ${LONGEST_WISHES} characters` }])
  const { attendeeContactId } = wish
  const attendee = await row(
    tx,
    sql`select id from contacts where id = ${attendeeContactId} and erased_at is null and organisation_id in (${of.buyerId}, ${of.beneficiaryId})`,
  )
  if (!attendee) {
    const message = 'a contact of the buyer, or of whom it is for'
    refuseFields([{ path: 'appointment.attendeeContactId', message }])
  }
  const counterpartId = await nameCounterpart(tx, wish.counterpart, 'appointment.counterpart')
  return { counterpartId, attendeeContactId, wishes }
}
