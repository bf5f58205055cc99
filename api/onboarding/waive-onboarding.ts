import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { reasonGiven } from '../tasks/words.js'
import { beginWork } from './begin-work.js'
import { onboardingMachine } from './onboarding.machine.js'

/**
 * Does without the document: the tasks of its line begin as if it were approved, delegated by rule.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function waiveOnboarding(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const { id } = input
  const reason = reasonGiven(input.reason)
  await transition(tx, onboardingMachine, id, 'waiveOnboarding', {
    set: {
      reviewer_id: null,
      claimed_until: null,
      suggested_reviewer_id: null,
      waived_reason: reason,
      reopened_reason: null,
    },
  })
  await beginWork(tx, id, [])
  return id
}
