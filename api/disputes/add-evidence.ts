import { refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { disputeMachine } from './dispute.machine.js'
import { evidenceOf, refuseTooMany, sideOf } from './hand-in.js'

/**
 * One side hands in files as evidence, until the dispute is decided. Returns the dispute's id.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, FILE_NOT_READY, FILE_QUARANTINED, VALIDATION
 */
export async function addEvidence(
  tx: Tx,
  input: { id: string; evidence: readonly string[] },
): Promise<string> {
  const { id } = input
  const evidence = evidenceOf(input.evidence)
  if (!evidence.ids.length) refuseFields([{ path: 'evidence', message: 'one file at least' }])
  const { facts } = await transition(tx, disputeMachine, id, 'addEvidence', (dispute) => {
    const party = sideOf(tx, dispute)
    refuseTooMany(dispute, party, { evidence: evidence.ids.length })
    return { data: { party, evidenceIds: evidence.ids } }
  })
  await evidence.keep(tx, { disputeId: id, party: sideOf(tx, facts) })
  return id
}
