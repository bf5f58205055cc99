import { sides } from '../campaigns/campaign-sides.js'
import { enumOf } from '../platform/graphql/enums.js'
import { disputeReasons } from './dispute-reasons.js'
import { decisions, statementKinds } from './dispute-words.js'
import { disputeMachine } from './dispute.machine.js'

export const DisputeParty = enumOf('DisputeParty', 'A side of a dispute.', sides)
export const DisputeStatementKind = enumOf(
  'DisputeStatementKind',
  'What a text in a dispute is.',
  statementKinds,
)

export const DisputeStatus = enumOf('DisputeStatus', 'The state of a dispute.', disputeMachine.states)
export const DisputeDecision = enumOf('DisputeDecision', 'How a dispute is decided.', decisions)
export const DisputeReason = enumOf(
  'DisputeReason',
  'Why a campaign is disputed; see `disputeReasons` for which of them count.',
  Object.fromEntries(Object.entries(disputeReasons).map(([name, { doc }]) => [name, doc])),
)
