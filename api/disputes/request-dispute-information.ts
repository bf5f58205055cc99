import type { Side } from '../campaigns/campaign-sides.js'
import { after } from '../lib/time.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { disputeMachine } from './dispute.machine.js'
import { statementOf } from './hand-in.js'

/** Within this the side that was asked answers; silence only ends the wait. */
const TIME_TO_ANSWER = 'PT72H'

/**
 * Our team asks one side for something that is missing. Both sides read it. Returns the dispute's id.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, VALIDATION
 */
export async function requestDisputeInformation(
  tx: Tx,
  input: { id: string; of: Side; question: string },
): Promise<string> {
  const { id, of } = input
  const question = statementOf(input.question, 'question')
  await transition(tx, disputeMachine, id, 'requestDisputeInformation', ({ fallbackAt }) => {
    const inTime = after(tx.now, TIME_TO_ANSWER)
    const informationBy = inTime < fallbackAt ? inTime : fallbackAt
    return {
      set: { asked: of, information_by: informationBy },
      data: { of, statementId: question.id, informationBy: informationBy.toISOString() },
    }
  })
  await question.keep(tx, { disputeId: id, kind: 'QUESTION', party: null })
  return id
}
