import { noteStanding } from '../orders/stage.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { setTasksAside } from '../tasks/set-tasks-aside.js'
import { reasonGiven } from '../tasks/words.js'
import { onboardingMachine } from './onboarding.machine.js'

/**
 * Asks for the document again, while its order is at work: the recipient is told why, unfinished tasks of the line wait
 * and come back when it is decided on, and what is done stays done.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function reopenOnboarding(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const { id } = input
  const reason = reasonGiven(input.reason)
  const { facts } = await transition(tx, onboardingMachine, id, 'reopenOnboarding', (document) => ({
    set: {
      reopened_reason: reason,
      reviewer_id: null,
      claimed_until: null,
      suggested_reviewer_id: document.reviewerId ?? tx.viewer.id,
      waiting_since: tx.now,
    },
  }))
  await setTasksAside(tx, facts.lineId)
  await noteStanding(tx, facts.lineId, { stage: 'ACTION_REQUIRED' })
  return id
}
