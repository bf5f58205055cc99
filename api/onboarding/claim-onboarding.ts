import { after } from '../lib/time.js'
import type { Tx } from '../platform/context.js'
import { setDeadline } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { onboardingMachine } from './onboarding.machine.js'

/** How long a claim holds; whoever works on it renews it. */
const CLAIM = 'PT30M'

/**
 * Takes a submitted document to review, or renews one's own claim; a lapsed claim is anybody's.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, CLAIMED_BY_OTHER
 */
export async function claimOnboarding(tx: Tx, input: { id: string }): Promise<string> {
  const claimedUntil = after(tx.now, CLAIM)
  const { streamId, from } = await transition(
    tx,
    onboardingMachine,
    input.id,
    'claimOnboarding',
    ({ newestRevisionId }) => ({
      set: { reviewer_id: tx.viewer.id, claimed_until: claimedUntil, suggested_reviewer_id: null },
      data: { revisionId: newestRevisionId, claimedUntil: claimedUntil.toISOString() },
    }),
  )
  const of = { machine: onboardingMachine.name, subjectId: input.id, streamId }
  if (from === 'IN_REVIEW') await setDeadline(tx, of, 'claim-lapse', claimedUntil)
  return input.id
}
