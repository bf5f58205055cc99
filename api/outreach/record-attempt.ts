import { refuseFields } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { appointmentHappened } from './appointment.events.js'
import { ATTEMPTS_ALLOWED, ATTEMPTS_BEFORE_NOTICE, type AppointmentFacts } from './appointment.facts.js'
import { appointmentMachine } from './appointment.machine.js'
import { type AttemptKind, type AttemptOutcome, REACHED } from './attempt-words.js'
import { giveUp } from './give-up.js'
import { howToReach, insertAttempt, newAttemptId, ownWords, refuseUnreachable } from './make-attempt.js'
import { unconfirm } from './mark-unconfirmed.js'

/** The buyer is told how it goes no more often than this. */
const PROGRESS_PAUSE = 'PT24H'

/** A call with what came of it, or a text or mail that is to be sent. */
export interface AttemptMade {
  readonly id: string
  readonly kind: AttemptKind
  readonly outcome?: AttemptOutcome | null | undefined
  readonly note?: string | null | undefined
  readonly text?: string | null | undefined
}

/**
 * Our team called, or has a text or a mail sent. The third attempt on which nobody was reached marks the appointment as
 * not confirmed, the fifth gives it up; else the buyer is told how it goes, once a day.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, VALIDATION
 */
export async function recordAttempt(tx: Tx, input: AttemptMade): Promise<string> {
  const { id, kind } = input
  const outcome = outcomeOf(input)
  const note = input.note?.trim() ? reasonFor(input.note, 'note') : undefined
  const text = ownWords(input.text)
  if (text && kind === 'CALL') refuseFields([{ path: 'text', message: 'left out: nothing is sent' }])
  const attemptId = newAttemptId()
  const { facts } = await transition(tx, appointmentMachine, id, 'recordAttempt', ({ attemptsMade }) => ({
    set: { attempts_made: attemptsMade + 1 },
    data: { attemptId, kind, number: attemptsMade + 1 },
  }))
  refuseUnreachable(kind, await howToReach(tx, facts.counterpartId))
  const number = facts.attemptsMade + 1
  await insertAttempt(tx, attemptId, facts, { kind, outcome, number, note, text })
  const sent = kind === 'TEXT' ? attemptId : undefined
  await whatFollows(actingAs(tx, system('outreach')), facts, { outcome, sent })
  return id
}

/** What the attempt leads to by itself: given up, marked as not confirmed, or told of. */
async function whatFollows(
  tx: Tx,
  before: AppointmentFacts,
  { outcome, sent }: { readonly outcome: AttemptOutcome; readonly sent: string | undefined },
): Promise<void> {
  const made = before.attemptsMade + 1
  if (made >= ATTEMPTS_ALLOWED) return giveUp(tx, before.id)
  const silent = !REACHED.includes(outcome)
  const notSaid = before.unconfirmedRound < before.round
  if (silent && notSaid && made >= ATTEMPTS_BEFORE_NOTICE) return unconfirm(tx, { id: before.id, sent })
  await noteStanding(tx, before.lineId, { stage: 'OUTREACH' })
  if (before.progressAt && tx.now < after(before.progressAt, PROGRESS_PAUSE)) return
  await row(tx, sql`update appointments set progress_at = ${tx.now} where id = ${before.id}`)
  await appointmentHappened(tx, before, 'appointment.progress', { attemptsMade: made })
}

/** Of a call somebody says what came of it; a text or a mail is sent, and its fate is reported later. */
function outcomeOf({ kind, outcome }: AttemptMade): AttemptOutcome {
  const sent = !outcome || outcome === 'SENT'
  if (kind !== 'CALL')
    return sent ? 'SENT' : refuseFields([{ path: 'outcome', message: 'SENT, or left out' }])
  return sent ? refuseFields([{ path: 'outcome', message: 'what came of the call' }]) : outcome
}
