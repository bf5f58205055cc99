import { personOf } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import type { CreativeEventData } from './creative.events.js'
import { creativeMachine } from './creative.machine.js'

/**
 * The channel approves the newest version of a creative.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, NOT_NEWEST_REVISION, FILE_QUARANTINED, FILE_ERASED
 */
export async function approveCreative(tx: Tx, { id }: { id: string }): Promise<string> {
  await transition(tx, creativeMachine, id, 'approveCreative', (version) => ({
    set: decided(tx),
    data: { ...eventOf(id, version) } satisfies CreativeEventData['creative.approved'],
  }))
  return id
}

/**
 * The channel rejects the newest version of a creative and says why.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, NOT_NEWEST_REVISION, VALIDATION
 */
export async function rejectCreative(
  tx: Tx,
  { id, reason: words }: { id: string; reason: string },
): Promise<string> {
  const reason = reasonFor(words)
  const { streamId } = await transition(tx, creativeMachine, id, 'rejectCreative', (version) => ({
    set: { ...decided(tx), reason_id: reason.id },
    data: {
      ...eventOf(id, version),
      reasonId: reason.id,
    } satisfies CreativeEventData['creative.rejected'],
  }))
  await reason.keep(tx, streamId)
  return id
}

function decided(tx: Tx) {
  return { decided_at: tx.now, decided_by: personOf(tx.viewer) }
}

function eventOf(
  versionId: string,
  version: { campaignId: string; creativeId: string; key: string; number: number },
) {
  const { campaignId, creativeId, key, number } = version
  return { campaignId, creativeId, versionId, key, number }
}
