import type { Side } from '../campaigns/campaign-sides.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { disputeMachine } from './dispute.machine.js'
import { evidenceOf, refuseTooMany, statementOf } from './hand-in.js'
import type { SideInput } from './respond-to-dispute.js'

/**
 * The side that our team asked answers, within 72 hours. Returns the dispute's id.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, FILE_NOT_READY, FILE_QUARANTINED, VALIDATION
 */
export async function answerDisputeInformation(tx: Tx, input: SideInput): Promise<string> {
  const { id } = input
  const statement = statementOf(input.statement)
  const evidence = evidenceOf(input.evidence)
  const { facts } = await transition(tx, disputeMachine, id, 'answerDisputeInformation', (dispute) => {
    const party = dispute.asked as Side
    refuseTooMany(dispute, party, { statements: 1, evidence: evidence.ids.length })
    return {
      set: { asked: null, information_by: null },
      data: { party, statementId: statement.id, evidenceIds: evidence.ids },
    }
  })
  const party = facts.asked as Side
  await statement.keep(tx, { disputeId: id, kind: 'ANSWER', party })
  await evidence.keep(tx, { disputeId: id, party })
  return id
}
