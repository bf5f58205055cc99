import { noteStanding } from '../orders/stage.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { onboardingMachine } from './onboarding.machine.js'

/**
 * Takes a submitted document back to go on with it; the revision stays in its history.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION once a reviewer has claimed it
 */
export async function withdrawOnboarding(tx: Tx, input: { id: string }): Promise<string> {
  const { facts } = await transition(tx, onboardingMachine, input.id, 'withdrawOnboarding', (document) => ({
    set: { waiting_since: tx.now },
    data: { revisionId: document.newestRevisionId },
  }))
  await noteStanding(tx, facts.lineId, { stage: 'AWAITING_ONBOARDING' })
  return input.id
}
