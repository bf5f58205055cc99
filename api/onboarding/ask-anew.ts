import { endLinks } from '../accounts/links.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { rearmDeadline } from '../platform/deadlines.js'
import { onboardingMachine } from './onboarding.machine.js'

/**
 * The request goes out anew: links mailed before end with what they opened, mails that still wait to be sent open nothing,
 * and the reminders count from now. The order's stream is locked; the mail itself goes by the caller's event.
 */
export async function askAnew(
  tx: Tx,
  document: { readonly id: string; readonly streamId: string; readonly state: string },
): Promise<void> {
  const { id } = document
  await row(
    tx,
    sql`update onboarding_documents set request_round = request_round + 1, link_requested_at = now() where id = ${id}`,
  )
  await endLinks(tx, { subjectId: id })
  await rearmDeadline(tx, onboardingMachine, document, 'reminder')
}
