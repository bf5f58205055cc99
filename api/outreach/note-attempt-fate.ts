import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { appointmentHappened } from './appointment.events.js'
import { type AttemptDelivery, type AttemptKind, isBetter } from './attempt-words.js'
import { told } from './mark-unconfirmed.js'

/** What became of an attempt's text or mail. */
export interface AttemptFate {
  readonly attemptId: string
  readonly state: Exclude<AttemptDelivery, 'QUEUED'>
}

/**
 * Notes what became of a text or a mail; a late report never overwrites a better one. The buyer who waits to hear that
 * the appointment is not confirmed is told now, with whether the text was sent. Nothing happens where there is no such
 * attempt.
 */
export async function noteAttemptFate(tx: Tx, { attemptId, state }: AttemptFate): Promise<void> {
  const of = await row<{ orderId: string }>(
    tx,
    sql`select a.order_id as "orderId" from attempts t join appointments a on a.id = t.appointment_id where t.id = ${attemptId}`,
  )
  if (!of) return
  await lockStream(tx, of.orderId)
  const known = await row<Known>(
    tx,
    sql`select a.id, a.order_id as "orderId", t.kind, t.delivery, a.awaited_attempt_id = t.id and a.status in ('OUTREACH', 'FOLLOW_UP') as awaited
      from attempts t join appointments a on a.id = t.appointment_id where t.id = ${attemptId}`,
  )
  if (!known?.delivery || !isBetter(state, known.delivery)) return
  const asSystem = actingAs(tx, system('outreach'))
  await row(tx, sql`update attempts set delivery = ${state} where id = ${attemptId}`)
  const data = { attemptId, kind: known.kind, delivery: state }
  await appointmentHappened(asSystem, known, 'appointment.attempt-fate', data)
  if (known.awaited) await told(asSystem, known, state === 'SENT' || state === 'DELIVERED')
}

interface Known {
  readonly id: string
  readonly orderId: string
  readonly kind: AttemptKind
  readonly delivery: AttemptDelivery | null
  readonly awaited: boolean | null
}
