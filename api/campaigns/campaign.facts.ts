import { fundsFrozen } from '../funds/freeze-cause.js'
import { payoutActive } from '../funds/payout-active.js'
import { fact, type FactsOf } from '../lib/facts.js'
import type { Guard } from '../lib/machine.js'
import { isMember, type Viewer } from '../lib/viewer.js'
import { MISSING_CREATIVES } from './creative-facts.js'

/** Where the mail that it is complete has bounced, or none went out in all that time, nothing is released by itself. */
const RELEASE_AT =
  '(case when not t.release_held and (t.told_at is not null or t.dispute_by > app_now()) then t.dispute_by end)'
const ofFunds = (expression: string) => `(select ${expression} from held_funds f where f.id = t.order_id)`

/** What a campaign's rules look at. */
export const campaignFacts = {
  status: fact.text('t.status'),
  orderId: fact.text('t.order_id'),
  lineId: fact.text('t.line_id'),
  buyerId: fact.text('t.buyer_id'),
  channelId: fact.text('t.channel_id'),
  acceptBy: fact.time('t.accept_by'),
  authorisedUntil: fact.time('t.authorised_until'),
  acceptanceExtended: fact.bool('(t.acceptance_extended_at is not null)'),
  payoutActive: fact.bool(payoutActive('t.channel_id')),
  captured: fact.bool('(t.captured_at is not null)'),
  payAgainBy: fact.maybeTime('t.pay_again_by'),
  liveCapture: fact.maybeText(
    `(select o.id from operations o where o.order_id = t.order_id and o.purpose = 'CAPTURE' and o.state in ('REQUESTED', 'SENT', 'UNKNOWN') limit 1)`,
  ),
  missingCreatives: fact.texts(MISSING_CREATIVES),
  held: fact.text(`coalesce(${ofFunds('f.held::text')}, '0')`),
  currency: fact.text(ofFunds('f.currency')),
  frozen: fact.bool(fundsFrozen('t.order_id')),
  stalledAt: fact.maybeTime(
    `(select ((k.ends_on + 15) at time zone c.time_zone) from packages k join organisations c on c.id = t.channel_id where k.id = t.package_id)`,
  ),
  disputeBy: fact.maybeTime('t.dispute_by'),
  releaseAt: fact.maybeTime(RELEASE_AT),
  releaseReminderAt: fact.maybeTime(
    `(case when t.release_reminded_at is null then t.dispute_by - interval '12 hours' end)`,
  ),
  releaseHeld: fact.bool('t.release_held'),
  told: fact.bool('(t.told_at is not null)'),
  releaseExtended: fact.bool('(t.release_extended_at is not null)'),
  disputed: fact.bool('(t.disputed_at is not null)'),
  proposedBy: fact.maybeText('t.proposed_by'),
  proposalRefund: fact.maybeText('t.proposal_refund::text'),
  proposalAnswerBy: fact.maybeTime('t.proposal_answer_by'),
}

export type CampaignFacts = FactsOf<typeof campaignFacts>

type Rule = Guard<CampaignFacts>

const tooEarly = (dueAt: Date | null, now: Date, current: string) =>
  dueAt && now < dueAt ? { current, dueAt: dueAt.toISOString() } : undefined

export const payoutInactive: Rule = {
  code: 'PAYOUT_ACCOUNT_INACTIVE',
  doc: 'The channel has no active payout account: connect one first, so that it can be paid.',
  refuses: ({ payoutActive: active }) => (active ? undefined : {}),
}

export const stillTimeToAccept: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'The channel still has time to answer.',
  refuses: ({ acceptBy }, { now }) => tooEarly(acceptBy, now, 'AWAITING_ACCEPTANCE'),
}

export const nothingToPayAgain: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'Nothing is to be paid again.',
  refuses: ({ payAgainBy, status }) => (payAgainBy ? undefined : { current: status }),
}

export const captureUnderWay: Rule = {
  code: 'PAYMENT_IN_PROGRESS',
  doc: 'The payment is under way; wait for its result.',
  refuses: ({ liveCapture }) => (liveCapture ? { operationId: liveCapture } : undefined),
}

export const stillTimeToPayAgain: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'There is still time to pay again.',
  refuses: ({ payAgainBy }, { now }) => tooEarly(payAgainBy, now, 'ACCEPTED'),
}

export const notCaptured: Rule = {
  code: 'MONEY_NOT_CAPTURED',
  doc: 'The buyer’s money has not been taken in yet.',
  refuses: ({ captured, payAgainBy }) =>
    captured ? undefined : { payAgainBy: payAgainBy?.toISOString() ?? null },
}

export const nothingHeld: Rule = {
  code: 'MONEY_NOT_CAPTURED',
  doc: 'No money is held for this campaign.',
  refuses: ({ held }) => (BigInt(held) > 0n ? undefined : { payAgainBy: null }),
}

export const acceptanceOver: Rule = {
  code: 'DEADLINE_PASSED',
  doc: 'The channel did not answer within its time.',
  refuses: ({ status, acceptBy }, { now }) =>
    status === 'AWAITING_ACCEPTANCE' && now >= acceptBy
      ? { deadlineAt: acceptBy.toISOString(), deadline: 'expire' }
      : undefined,
}

export const creativesMissing: Rule = {
  code: 'CREATIVES_MISSING',
  doc: 'Required creatives are not there, or not approved in their newest version.',
  refuses: ({ missingCreatives: labels }) => (labels.length ? { labels } : undefined),
}

export const moneyFrozen: Rule = {
  code: 'FUNDS_FROZEN',
  doc: 'The money is frozen: nothing moves until what it is frozen for is settled.',
  refuses: ({ frozen }) => (frozen ? {} : undefined),
}

export const stillTimeToDispute: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'The buyer still has time to dispute.',
  refuses: ({ disputeBy }, { now }) => tooEarly(disputeBy, now, 'COMPLETION_CLAIMED'),
}

export const releaseIsHeld: Rule = {
  code: 'RELEASE_HELD',
  doc: 'The mail that it is complete did not reach the buyer: it must be sent anew first.',
  refuses: ({ releaseHeld, told }) => (releaseHeld || !told ? {} : undefined),
}

export const buyerTold: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'The buyer was told that it is complete.',
  refuses: ({ told, status }) => (told ? { current: status } : undefined),
}

export const disputedBefore: Rule = {
  code: 'ALREADY_DISPUTED',
  doc: 'It was disputed before, and that was withdrawn: there is no second dispute.',
  refuses: ({ disputed }) => (disputed ? {} : undefined),
}

export const proposalOpen: Rule = {
  code: 'PROPOSAL_OPEN',
  doc: 'A proposal to end it waits for an answer already.',
  refuses: ({ proposedBy, proposalAnswerBy }) =>
    proposedBy
      ? { by: proposedBy, answerBy: proposalAnswerBy?.toISOString(), instead: 'answerCancellation' }
      : undefined,
}

export const nothingProposed: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'No proposal to end it waits for an answer.',
  refuses: ({ proposedBy, status }) => (proposedBy ? undefined : { current: status }),
}

/** Who is to answer a proposal: the other side; while there is none, neither is kept from hearing so. */
export function isAsked(viewer: Viewer, { proposedBy, buyerId, channelId }: CampaignFacts): boolean {
  if (proposedBy !== null) return isMember(viewer, proposedBy === 'BUYER' ? channelId : buyerId)
  return isMember(viewer, buyerId) || isMember(viewer, channelId)
}

export const stillTimeToAnswer: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'The other side still has time to answer.',
  refuses: ({ proposalAnswerBy, status }, { now }) => tooEarly(proposalAnswerBy, now, status),
}

/** Which deadline the present state has that may be extended, once. */
export function extendable(campaign: CampaignFacts): {
  kind: 'expire' | 'release'
  at: Date | null
  extended: boolean
} {
  return campaign.status === 'AWAITING_ACCEPTANCE'
    ? { kind: 'expire', at: campaign.acceptBy, extended: campaign.acceptanceExtended }
    : { kind: 'release', at: campaign.releaseAt, extended: campaign.releaseExtended }
}

export const nothingToExtend: Rule = {
  code: 'RELEASE_HELD',
  doc: 'The mail that it is complete did not reach the buyer, so nothing is released by itself: send it anew, which gives them more time.',
  refuses: ({ releaseHeld }) => (releaseHeld ? {} : undefined),
}

export const tooLateToExtend: Rule = {
  code: 'DEADLINE_PASSED',
  doc: 'The deadline is over.',
  refuses: (campaign, { now }) => {
    const { kind, at } = extendable(campaign)
    return at && now >= at ? { deadlineAt: at.toISOString(), deadline: kind } : undefined
  },
}

export const alreadyExtended: Rule = {
  code: 'ALREADY_EXTENDED',
  doc: 'This deadline was extended before: that is possible once.',
  refuses: (campaign) => (extendable(campaign).extended ? {} : undefined),
}
