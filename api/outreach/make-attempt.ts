import { newId } from '../lib/ids.js'
import { refuseFields } from '../lib/refusal.js'
import { wordsGiven } from '../lib/words.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type GivenReason, reasonFor } from '../platform/reasons.js'
import { optedOut } from '../platform/texts/text-opt-outs.js'
import { AttemptEntity } from './appointment.entity.js'
import type { AppointmentFacts } from './appointment.facts.js'
import type { AttemptKind, AttemptOutcome } from './attempt-words.js'

const LONGEST_TEXT = 480

/** The words of a text or a mail, where they are not the usual ones: 1 to 480 characters. @refuses VALIDATION */
export function ownWords(text: string | null | undefined): GivenReason | undefined {
  if (text === null || text === undefined) return undefined
  return reasonFor(wordsGiven(text, 'text', LONGEST_TEXT), 'text')
}

/** How a counterpart can be reached. */
export interface Reachable {
  readonly email: boolean
  readonly phone: boolean
  readonly optedOut: boolean
}

/** Reads it, in the transaction. */
export async function howToReach(tx: Tx, counterpartId: string): Promise<Reachable> {
  const found = await row<Reachable>(
    tx,
    sql`select c.email is not null as email, c.phone is not null as phone, ${optedOut(sql`c.phone`)} as "optedOut" from counterparts c where c.id = ${counterpartId}`,
  )
  return found!
}

/** Refuses a way that leads to nobody. @refuses VALIDATION */
export function refuseUnreachable(kind: AttemptKind, { email, phone, optedOut: out }: Reachable): void {
  const refuse = (message: string) => refuseFields([{ path: 'kind', message }])
  if (kind === 'MAIL' && !email) refuse('another way: they have no e-mail address here')
  if (kind !== 'MAIL' && !phone) refuse('MAIL: they have no telephone number here')
  if (kind === 'TEXT' && out) refuse('another way: they asked us to send no texts')
}

/** An attempt as its row begins. */
export interface NewAttempt {
  readonly kind: AttemptKind
  readonly outcome: AttemptOutcome
  readonly number: number | null
  readonly note?: GivenReason | undefined
  readonly text?: GivenReason | undefined
}

/** An attempt's id and the words that belong to it, before it is allowed. */
export function newAttemptId(): string {
  return newId('att')
}

/** Writes an attempt down. The order's stream is locked. */
export async function insertAttempt(
  tx: Tx,
  id: string,
  of: Pick<AppointmentFacts, 'id' | 'orderId' | 'counterpartId' | 'round'>,
  { kind, outcome, number, note, text }: NewAttempt,
): Promise<void> {
  await note?.keep(tx, of.orderId)
  await text?.keep(tx, of.orderId)
  await tx.em.insert(AttemptEntity, {
    id,
    appointmentId: of.id,
    counterpartId: of.counterpartId,
    round: of.round,
    number,
    kind,
    outcome,
    noteId: note?.id ?? null,
    textId: text?.id ?? null,
    madeAt: tx.now,
    madeBy: tx.viewer.id,
    delivery: kind === 'CALL' ? null : 'QUEUED',
  })
}
