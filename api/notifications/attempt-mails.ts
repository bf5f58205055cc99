import { noteAttemptFate, type AttemptFate } from '../outreach/note-attempt-fate.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/**
 * Notes what became of a mail that was an attempt to reach a counterpart, by the mail's id. Nothing happens where it was
 * none. The order's stream is locked, or is now.
 */
export async function noteMailedAttempt(tx: Tx, mailId: string, state: AttemptFate['state']): Promise<void> {
  const attempt = await row<{ id: string }>(
    tx,
    sql`select e.data->>'attemptId' as id from mails m join events e on e.id = m.event_id
      where m.id = ${mailId} and e.type = 'appointment.attempt-made'`,
  )
  if (attempt) await noteAttemptFate(tx, { attemptId: attempt.id, state })
}
