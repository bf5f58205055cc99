import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import type { Delegation } from '../tasks/raise-blueprint-tasks.js'
import { beginWork } from './begin-work.js'
import { requireNewest } from './newest-revision.js'
import { onboardingMachine } from './onboarding.machine.js'

export interface Approval {
  readonly id: string
  /** The revision that was looked at. */
  readonly revisionId: string
  /** Who gets which step of the blueprint; steps that are not named go by rule. */
  readonly delegations?: readonly Delegation[] | null | undefined
}

/**
 * Approves the newest revision: the tasks of the line's blueprint begin, delegated as given, else by rule.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, CLAIMED_BY_OTHER, OWN_SUBMISSION,
 * NOT_NEWEST_REVISION, ASSIGNEE_UNFIT, VALIDATION
 */
export async function approveOnboarding(tx: Tx, input: Approval): Promise<string> {
  const { id, revisionId } = input
  await transition(tx, onboardingMachine, id, 'approveOnboarding', (document) => {
    requireNewest(document, revisionId)
    return {
      set: { claimed_until: null, suggested_reviewer_id: null, reopened_reason: null },
      data: { revisionId },
    }
  })
  await beginWork(tx, id, input.delegations ?? [])
  return id
}
