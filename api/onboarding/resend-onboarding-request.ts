import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { askAnew } from './ask-anew.js'
import { PAUSE_SECONDS } from './onboarding-link.js'
import { onboardingMachine } from './onboarding.machine.js'

/**
 * Mails the request once more to whoever is asked; links mailed before end, and the sessions that they opened.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, RATE_LIMITED
 */
export async function resendOnboardingRequest(tx: Tx, { id }: { id: string }): Promise<string> {
  const moved = await transition(tx, onboardingMachine, id, 'resendOnboardingRequest', (document) => ({
    data: { contactId: document.recipientContactId },
  }))
  await refuseHaste(tx, id)
  await askAnew(tx, moved)
  return id
}

/** People are not flooded with mails by somebody who presses twice. Real time. */
async function refuseHaste(tx: Tx, id: string): Promise<void> {
  const mailed = await row<{ rest: number | null }>(
    tx,
    sql`select ceil(extract(epoch from link_requested_at - now()) + ${PAUSE_SECONDS})::int as rest
      from onboarding_documents where id = ${id}`,
  )
  if (mailed?.rest && mailed.rest > 0)
    throw new Refusal('RATE_LIMITED', undefined, { retryAfter: mailed.rest })
}
