import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { disputeMachine } from './dispute.machine.js'
import { refuseTooMany, sideOf, statementOf } from './hand-in.js'

/**
 * One side says something more, until the dispute is decided. Returns the dispute's id.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, VALIDATION
 */
export async function addStatement(tx: Tx, input: { id: string; statement: string }): Promise<string> {
  const { id } = input
  const statement = statementOf(input.statement)
  const { facts } = await transition(tx, disputeMachine, id, 'addStatement', (dispute) => {
    const party = sideOf(tx, dispute)
    refuseTooMany(dispute, party, { statements: 1 })
    return { data: { party, statementId: statement.id } }
  })
  await statement.keep(tx, { disputeId: id, kind: 'STATEMENT', party: sideOf(tx, facts) })
  return id
}
