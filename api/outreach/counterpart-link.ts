import { mintLink, redeemLink, startLinkSession } from '../accounts/links.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/** The states in which a counterpart has something to say or to look up: only then is a link made. */
export const ANSWERABLE: readonly string[] = ['OUTREACH', 'FOLLOW_UP', 'CONFIRMED', 'UNREACHABLE']
/** Real days for which a link that was sent can be followed. */
const LINK_DAYS = 30

/** What following a link gives: the token for `Authorization: Bearer`, good for this one appointment. */
export interface OpenedAppointment {
  readonly token: string
  readonly appointmentId: string
  readonly expiresAt: Date
}

/**
 * Makes the token of a mail's or text's link to an appointment, at the moment in which it is handed over. Null where
 * there is nothing to answer any more, or somebody else is asked by now than when the mail was written.
 */
export async function mintAppointmentLink(
  tx: Tx,
  { appointmentId, counterpartId }: { readonly appointmentId: string; readonly counterpartId: string },
): Promise<string | null> {
  const asked = await row(
    tx,
    sql`select 1 from appointments where id = ${appointmentId} and counterpart_id = ${counterpartId} and status = any(${ANSWERABLE})`,
  )
  if (!asked) return null
  return mintLink(tx, {
    subjectId: appointmentId,
    contactId: counterpartId,
    purpose: 'appointment',
    days: LINK_DAYS,
  })
}

/** Follows a link that was mailed or texted, once: seven days with its appointment, and with nothing else. @refuses LINK_ENDED */
export async function redeemAppointmentLink(tx: Tx, input: { token: string }): Promise<OpenedAppointment> {
  const link = await redeemLink(tx, { token: input.token, purpose: 'appointment' })
  const { token, expiresAt } = await startLinkSession(tx, link)
  return { token, appointmentId: link.subjectId, expiresAt }
}
