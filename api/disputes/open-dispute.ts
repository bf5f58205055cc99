import { disputeCampaign } from '../campaigns/disputed-campaign.js'
import { newId } from '../lib/ids.js'
import { Refusal } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import type { Tx } from '../platform/context.js'
import { enter } from '../platform/transition.js'
import { type DisputeReason, kindWordsFor } from './dispute-reasons.js'
import { DisputeEntity } from './dispute.entity.js'
import { disputeMachine } from './dispute.machine.js'
import { evidenceOf, statementOf } from './hand-in.js'

/** Within this the channel responds; silence only ends the wait. */
const TIME_TO_RESPOND = 'PT72H'
/** Where nobody has decided until then, the buyer gets everything back. */
const TIME_TO_DECIDE = 'P30D'

export interface NewDispute {
  /** The campaign. */
  readonly id: string
  readonly reason: DisputeReason
  readonly statement: string
  /** The caller's own uploads. */
  readonly evidence?: readonly string[] | null | undefined
}

/**
 * An owner of the buyer says that the channel has broken what was agreed: the money is frozen until it is decided.
 * Returns the dispute's id.
 * @refuses REASON_DOES_NOT_COUNT, NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, ALREADY_DISPUTED, FILE_NOT_READY, FILE_QUARANTINED, VALIDATION
 */
export async function openDispute(tx: Tx, input: NewDispute): Promise<string> {
  const { id: campaignId, reason } = input
  const kindly = kindWordsFor(reason)
  if (kindly !== null) throw new Refusal('REASON_DOES_NOT_COUNT', kindly, { reason })
  const statement = statementOf(input.statement)
  const evidence = evidenceOf(input.evidence)
  const campaign = await disputeCampaign(tx, { id: campaignId })
  const id = newId('dsp')
  const [respondBy, fallbackAt] = [after(tx.now, TIME_TO_RESPOND), after(tx.now, TIME_TO_DECIDE)]
  await tx.em.insert(DisputeEntity, {
    id,
    status: disputeMachine.initial,
    campaignId,
    reason,
    ...campaign,
    openedAt: tx.now,
    respondBy,
    fallbackAt,
  })
  await statement.keep(tx, { disputeId: id, kind: 'OPENING', party: 'BUYER' })
  await evidence.keep(tx, { disputeId: id, party: 'BUYER' })
  await enter(tx, disputeMachine, id, {
    type: 'dispute.opened',
    data: {
      campaignId,
      reason,
      statementId: statement.id,
      evidenceIds: evidence.ids,
      respondBy: respondBy.toISOString(),
      fallbackAt: fallbackAt.toISOString(),
    },
  })
  return id
}
