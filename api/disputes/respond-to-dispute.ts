import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { disputeMachine } from './dispute.machine.js'
import { evidenceOf, refuseTooMany, statementOf } from './hand-in.js'

/** What a side says, with the files that show it. */
export interface SideInput {
  readonly id: string
  readonly statement: string
  /** The caller's own uploads. */
  readonly evidence?: readonly string[] | null | undefined
}

/**
 * The channel says how it sees the matter, within 72 hours. Returns the dispute's id.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, FILE_NOT_READY, FILE_QUARANTINED, VALIDATION
 */
export async function respondToDispute(tx: Tx, input: SideInput): Promise<string> {
  const { id } = input
  const statement = statementOf(input.statement)
  const evidence = evidenceOf(input.evidence)
  await transition(tx, disputeMachine, id, 'respondToDispute', (dispute) => {
    refuseTooMany(dispute, 'CHANNEL', { statements: 1, evidence: evidence.ids.length })
    return {
      set: { responded_at: tx.now },
      data: { statementId: statement.id, evidenceIds: evidence.ids },
    }
  })
  await statement.keep(tx, { disputeId: id, kind: 'RESPONSE', party: 'CHANNEL' })
  await evidence.keep(tx, { disputeId: id, party: 'CHANNEL' })
  return id
}
