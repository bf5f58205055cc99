import { knownLink, mintLink, redeemLink, startLinkSession } from '../accounts/links.js'
import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { appointmentHappened } from './appointment.events.js'

/** The states in which a counterpart has something to say or to look up: only then is a link made. */
const ANSWERABLE: readonly string[] = ['OUTREACH', 'FOLLOW_UP', 'CONFIRMED', 'UNREACHABLE']
/** Real days for which a link that was sent can be followed. */
const LINK_DAYS = 30

/** Seconds of real time between two fresh links that are asked for. */
const PAUSE_SECONDS = 120

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

/**
 * Follows a link that was mailed or texted, once: seven days with its appointment, and with nothing else. Not for whoever
 * was asked before somebody else is: a mail that was on its way just then may carry a link that was made too late to end.
 * @refuses LINK_ENDED
 */
export async function redeemAppointmentLink(tx: Tx, input: { token: string }): Promise<OpenedAppointment> {
  const link = await redeemLink(tx, { token: input.token, purpose: 'appointment' })
  const asked = await row(
    tx,
    sql`select 1 from appointments where id = ${link.subjectId} and counterpart_id = ${link.contactId}`,
  )
  if (!asked) throw new Refusal('LINK_ENDED')
  const { token, expiresAt } = await startLinkSession(tx, link)
  return { token, appointmentId: link.subjectId, expiresAt }
}

/**
 * A link that was used or has expired: a fresh one goes to whoever got the old one, by mail, or by text where they have no
 * address. Whoever holds the old one learns nothing else. Returns the appointment. @refuses LINK_ENDED, RATE_LIMITED
 */
export async function requestFreshAppointmentLink(tx: Tx, input: { token: string }): Promise<string> {
  const link = await knownLink(tx, { token: input.token, purpose: 'appointment' })
  if (!link?.contactId) throw new Refusal('LINK_ENDED')
  const of = await orderOf(tx, link.subjectId)
  await lockStream(tx, of.orderId)
  const asked = await row<{ rest: number | null }>(
    tx,
    sql`select ceil(extract(epoch from link_requested_at - now()) + ${PAUSE_SECONDS})::int as rest from appointments
      where id = ${of.id} and counterpart_id = ${link.contactId} and status = any(${ANSWERABLE})`,
  )
  if (!asked) throw new Refusal('LINK_ENDED')
  if (asked.rest && asked.rest > 0) throw new Refusal('RATE_LIMITED', undefined, { retryAfter: asked.rest })
  await row(tx, sql`update appointments set link_requested_at = now() where id = ${of.id}`)
  await appointmentHappened(tx, of, 'appointment.link-requested', { counterpartId: link.contactId })
  return of.id
}

async function orderOf(tx: Tx, id: string): Promise<{ id: string; orderId: string }> {
  const of = await row<{ orderId: string }>(
    tx,
    sql`select order_id as "orderId" from appointments where id = ${id}`,
  )
  if (!of) throw new Refusal('LINK_ENDED')
  return { id, orderId: of.orderId }
}
