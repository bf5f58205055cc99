import { closeDisputed } from '../campaigns/disputed-campaign.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import type { Decision } from './dispute-words.js'
import { disputeMachine } from './dispute.machine.js'
import { endDisputeTasks } from './dispute-deadlines.js'
import { statementOf } from './hand-in.js'

export interface DecisionInput {
  readonly id: string
  readonly decision: Decision
  /** Minor units that go back to the buyer: named for a split; for the others it follows. */
  readonly refund?: bigint | null | undefined
  readonly reasoning: string
}

/**
 * Decides a dispute: what is held goes to the channel, back to the buyer, or in parts to both, exactly. Returns its id.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, WORKED_ON_ORDER, AMOUNT_EXCEEDED, VALIDATION
 */
export async function resolveDispute(tx: Tx, input: DecisionInput): Promise<string> {
  const { id, decision } = input
  const reasoning = statementOf(input.reasoning, 'reasoning')
  let refund = 0n
  const { facts } = await transition(tx, disputeMachine, id, 'resolveDispute', ({ held, currency }) => {
    refund = refundOf(input, BigInt(held))
    const parts = { decision, refund: String(refund), held }
    return {
      set: {
        ...parts,
        decided_by_id: tx.viewer.id,
        ended_at: tx.now,
        asked: null,
        information_by: null,
      },
      data: { ...parts, currency, statementId: reasoning.id },
    }
  })
  await reasoning.keep(tx, { disputeId: id, kind: 'REASONING', party: null })
  await closeDisputed(tx, { id: facts.campaignId, refund })
  await endDisputeTasks(tx, id)
  return id
}

/** What goes back: all, nothing, or the part that was named; the rest is the channel's, so that both sum to what is held. */
function refundOf({ decision, refund }: DecisionInput, held: bigint): bigint {
  const named = refund ?? null
  if (named !== null && named < 0n) refuseFields([{ path: 'refund', message: 'an amount of 0 or more' }])
  if (named !== null && named > held)
    throw new Refusal('AMOUNT_EXCEEDED', undefined, { maximum: String(held) })
  if (decision === 'SPLIT') {
    if (named === null || named === 0n || named === held)
      refuseFields([{ path: 'refund', message: `more than 0 and less than ${held}: a part for each side` }])
    return named
  }
  const whole = decision === 'REFUND' ? held : 0n
  if (named !== null && named !== whole)
    refuseFields([{ path: 'refund', message: `left out, or ${whole}: only a split has parts` }])
  return whole
}
