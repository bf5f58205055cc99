import { fundsFrozen } from '../funds/freeze-cause.js'
import type { Operation } from '../funds/operation.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { cancelDeadlines, setDeadline } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { campaignMachine } from './campaign.machine.js'
import { endCampaign } from './end-campaign.js'

/** The buyer pays again within this, counted from the first refusal. */
const TIME_TO_PAY_AGAIN = 'PT48H'

/**
 * What the gateway's answer means for an accepted campaign: its money is held, or the buyer is asked to pay again. A
 * campaign that has ended meanwhile is told nothing: what arrives then goes back by itself. The order's stream is locked.
 */
export async function captureResult(tx: Tx, operation: Operation): Promise<void> {
  const asSystem = actingAs(tx, system('payments'))
  const campaign = await row<Waiting>(
    tx,
    sql`select id, pay_again_by is not null as asked from campaigns where order_id = ${operation.orderId} and status = 'ACCEPTED' and captured_at is null`,
  )
  if (!campaign) return
  if (operation.state === 'SUCCEEDED') await noteCaptured(asSystem, campaign.id, operation)
  else if (operation.state === 'FAILED') await noteFailed(asSystem, campaign, operation)
}

async function noteCaptured(
  tx: Tx,
  id: string,
  { id: operationId, amount, currency }: Operation,
): Promise<void> {
  await transition(tx, campaignMachine, id, 'noteCaptured', {
    set: { captured_at: tx.now, pay_again_by: null },
    data: { operationId, amount: String(amount), currency },
  })
  await cancelDeadlines(tx, id, ['pay-again'])
}

interface Waiting {
  readonly id: string
  /** Whether the buyer was asked to pay again. */
  readonly asked: boolean
}

/** A capture that is tried again by itself and refused again is no news; a fresh payment that is refused is. */
async function noteFailed(tx: Tx, { id, asked }: Waiting, operation: Operation): Promise<void> {
  if (asked && operation.kind === 'CAPTURE') return lapseIfLate(tx, id)
  const by = (asked: Date | null) => asked ?? after(tx.now, TIME_TO_PAY_AGAIN)
  const { facts } = await transition(tx, campaignMachine, id, 'noteCaptureFailed', ({ payAgainBy }) => ({
    set: { pay_again_by: by(payAgainBy) },
    data: {
      operationId: operation.id,
      failure: operation.failureCode,
      payAgainBy: by(payAgainBy).toISOString(),
    },
  }))
  const of = { machine: campaignMachine.name, subjectId: id, streamId: facts.orderId }
  if (!facts.payAgainBy) await setDeadline(tx, of, 'pay-again', by(null))
  else await lapseIfLate(tx, id)
}

/** The time to pay again was over while the gateway was still asked; of frozen money that is seen to when it moves again. */
async function lapseIfLate(tx: Tx, id: string): Promise<void> {
  const frozen = sql.raw(fundsFrozen('t.order_id'))
  const late = await row(
    tx,
    sql`select from campaigns t where t.id = ${id} and t.pay_again_by <= ${tx.now} and not ${frozen}`,
  )
  if (late) await lapsePayment(tx, id)
}

/** The buyer has not paid again in time: the campaign ends. @refuses INVALID_TRANSITION, PAYMENT_IN_PROGRESS */
export async function lapsePayment(tx: Tx, id: string): Promise<void> {
  const { facts } = await transition(
    actingAs(tx, system('payments')),
    campaignMachine,
    id,
    'lapsePayment',
    ({ currency }) => ({
      set: { ended_at: tx.now, ...noProposal },
      data: { how: 'UNPAID', refund: '0', currency },
    }),
  )
  await endCampaign(tx, facts, { ended: 'BADLY', refund: 0n })
}

/** The columns of a proposal that waits no more. */
export const noProposal = {
  proposed_by: null,
  proposal_refund: null,
  proposal_reason_id: null,
  proposal_answer_by: null,
}
