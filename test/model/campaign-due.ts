import { type Campaign, type CampaignLife, isOpen } from './campaign-life.js'
import {
  ask,
  close,
  end,
  lapsePayment,
  paymentTimeOver,
  requestVoid,
  resolve,
  review,
} from './campaign-money.js'
import type { Moment } from './kind.js'
import { GRACE, tryAgain } from './op.js'

/** Everything that is due at a moment acts, the oldest first, as where a worker runs. */
export function actOnDue(life: CampaignLife, now: Moment): void {
  const late = life.late.splice(0)
  const acts: [Moment | undefined, () => void][] = [
    [life.payBy, () => life.payBy !== undefined && paymentTimeOver(life)],
    ...campaignActs(life, now),
    ...late.map(({ what, since }): [Moment, () => void] => [since, () => giveLateBack(life, what)]),
    ...life.ops.map((op): [Moment | undefined, () => void] => [op.retryAt, () => tryAgain([op], now)]),
  ]
  const due = acts.filter(([moment]) => moment !== undefined && now >= moment + GRACE)
  for (const [, act] of due.toSorted(([a], [b]) => a! - b!)) act()
}

function campaignActs(life: CampaignLife, now: Moment): [Moment | undefined, () => void][] {
  const { campaign, dispute } = life
  if (!campaign) return []
  const while_ = (status: Campaign['status'], act: () => unknown) => () => campaign.status === status && act()
  return [
    [campaign.acceptBy, while_('AWAITING_ACCEPTANCE', () => end(life, 'EXPIRED', 0n))],
    [campaign.payAgainBy, () => lapsePayment(life, now)],
    [campaign.proposal?.answerBy, () => void (campaign.proposal = undefined)],
    [
      campaign.releaseHeld ? undefined : campaign.disputeBy,
      while_('COMPLETION_CLAIMED', () => (campaign.told ? close(life, 0n) : (campaign.releaseHeld = true))),
    ],
    [dispute?.waitUntil, () => isOpen(dispute) && review(life)],
    [dispute?.fallbackAt, () => isOpen(dispute) && resolve(life, life.held)],
  ]
}

function giveLateBack(life: CampaignLife, what: 'REFUND' | 'VOID'): void {
  if (what === 'VOID') requestVoid(life)
  else ask(life, 'LATE_REFUND', 'REFUND')
}
