import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines, setDeadline } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { appointmentHappened } from './appointment.events.js'
import { appointmentMachine } from './appointment.machine.js'
import { howToReach, insertAttempt, newAttemptId, ownWords } from './make-attempt.js'

/** The buyer is told at last after this, whether or not it is known what became of the text. */
const TIME_FOR_THE_TEXT = 'PT10M'

/**
 * The appointment could not be confirmed so far: the counterpart is texted, where they can be, and the buyer is told once
 * the text's fate is known, or after ten minutes.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, VALIDATION
 */
export async function markUnconfirmed(
  tx: Tx,
  input: { id: string; text?: string | null | undefined },
): Promise<string> {
  await unconfirm(tx, input)
  return input.id
}

/**
 * The same by whoever acts, the system after too many attempts. `sent` is an attempt by text that goes out in this very
 * moment: nobody is texted twice at once.
 * @refuses as markUnconfirmed
 */
export async function unconfirm(
  tx: Tx,
  input: { id: string; text?: string | null | undefined; sent?: string | undefined },
): Promise<void> {
  const { id, sent } = input
  const text = ownWords(input.text)
  const attemptId = sent ?? ((await textable(tx, id)) ? newAttemptId() : null)
  const noticeAt = after(tx.now, TIME_FOR_THE_TEXT)
  const { facts } = await transition(tx, appointmentMachine, id, 'markUnconfirmed', ({ round }) => ({
    set: {
      unconfirmed_round: round,
      awaited_attempt_id: attemptId,
      notice_at: attemptId ? noticeAt : null,
    },
    data: { attemptId },
  }))
  await noteStanding(actingAs(tx, system('outreach')), facts.lineId, { stage: 'FOLLOW_UP' })
  if (!attemptId) return told(tx, facts, false)
  if (!sent) await insertAttempt(tx, attemptId, facts, { kind: 'TEXT', outcome: 'SENT', number: null, text })
  const of = { machine: appointmentMachine.name, subjectId: id, streamId: facts.orderId }
  await setDeadline(tx, of, 'unconfirmed-notice', noticeAt)
}

/** Tells the buyer that it is not confirmed, and whether a text was sent. The order's stream is locked. */
export async function told(tx: Tx, of: { id: string; orderId: string }, textSent: boolean): Promise<void> {
  await row(tx, sql`update appointments set awaited_attempt_id = null, notice_at = null where id = ${of.id}`)
  await cancelDeadlines(tx, of.id, ['unconfirmed-notice'])
  const asSystem = actingAs(tx, system('outreach'))
  await appointmentHappened(asSystem, of, 'appointment.unconfirmed-told', { textSent })
}

/** Whether the counterpart can be sent a text at all. */
async function textable(tx: Tx, id: string): Promise<boolean> {
  const found = await row<{ counterpartId: string }>(
    tx,
    sql`select a.counterpart_id as "counterpartId" from appointments a where a.id = ${id}`,
  )
  if (!found) return false
  const { phone, optedOut } = await howToReach(tx, found.counterpartId)
  return phone && !optedOut
}
