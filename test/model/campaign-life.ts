import type { AnyLife, Moment } from './kind.js'
import { DAY, GRACE, HOUR, isLive, liveOf, MINUTE, newOp, nextTry, type Op, tryAgain } from './op.js'
import type { Entry } from './scripted-gateway.js'

/** What the model's package costs, and our part of what its channel gets. */
export const PACKAGE_PRICE = 25_001n
const FEE_BPS = 1000n

export type Side = 'BUYER' | 'CHANNEL'

type CreativeStatus = 'UPLOADED' | 'APPROVED' | 'REJECTED'

export interface Dispute {
  status: 'AWAITING_CHANNEL' | 'UNDER_REVIEW' | 'AWAITING_INFORMATION' | 'RESOLVED' | 'WITHDRAWN'
  asked: Side | undefined
  /** Until when the channel, or whom our team asked, is waited for. */
  waitUntil: Moment | undefined
  fallbackAt: Moment | undefined
}

export interface Campaign {
  status:
    | 'AWAITING_ACCEPTANCE'
    | 'ACCEPTED'
    | 'READY'
    | 'COMPLETION_CLAIMED'
    | 'DISPUTED'
    | 'CLOSED'
    | 'DECLINED'
    | 'EXPIRED'
    | 'CANCELLED'
  outcome: 'RELEASED' | 'REFUNDED' | 'SPLIT' | undefined
  acceptBy: Moment
  disputeBy: Moment | undefined
  payAgainBy: Moment | undefined
  captured: boolean
  /** The mail that it is complete came back. */
  releaseHeld: boolean
  extended: { acceptance: boolean; release: boolean }
  proposal: { by: Side; refund: bigint; answerBy: Moment } | undefined
  /** Its one required creative: how many versions, how the newest stands, and how the earlier ones did when replaced. */
  creative: { versions: number; status: CreativeStatus | undefined; earlier: CreativeStatus[] }
}

/** A campaign's whole life in one record: what the trade says must be true of it, and nothing of how. */
export interface CampaignLife extends AnyLife {
  status: 'AWAITING_PAYMENT' | 'OPEN' | 'COMPLETED' | 'CANCELLED'
  payBy: Moment | undefined
  campaign: Campaign | undefined
  dispute: Dispute | undefined
  /** What is set aside and not let go or taken in; a void of it is asked for once. */
  authorised: boolean
  voidAsked: boolean
  /** What came when nothing waited for it, or stands when nothing needs it: given back at the next look, from then on. */
  late: { readonly what: 'REFUND' | 'VOID'; readonly since: Moment }[]
  held: bigint
  due: bigint
  payable: bigint
  fees: bigint
  closed: boolean
  /** Whether the admin has had a hand in the order: then others decide its dispute. */
  adminWorked: boolean
}

/** A campaign's order as it is placed. */
export function newCampaignLife(id: string, now: Moment): CampaignLife {
  return {
    id,
    ops: [],
    status: 'AWAITING_PAYMENT',
    payBy: now + 15 * MINUTE,
    campaign: undefined,
    dispute: undefined,
    authorised: false,
    voidAsked: false,
    late: [],
    held: 0n,
    due: 0n,
    payable: 0n,
    fees: 0n,
    closed: false,
    adminWorked: false,
  }
}

function ask(life: CampaignLife, purpose: Op['purpose'], kind: Op['kind'], amount = PACKAGE_PRICE): void {
  const once = purpose === 'VOID' || purpose === 'LATE_REFUND'
  const before = once ? 0 : life.ops.filter((op) => op.purpose === purpose).length
  life.ops.push(newOp({ purpose, kind, amount }, before + 1))
}

/** A means of payment is given: the money is to be set aside. */
export const pay = (life: CampaignLife): void => ask(life, 'PAYMENT', 'AUTHORISE')

/** The time to pay is over. */
export function paymentTimeOver(life: CampaignLife): void {
  life.payBy = undefined
  const op = liveOf(life, 'PAYMENT')
  if (op?.state === 'UNKNOWN') op.cancelAsked = true
  else {
    if (op) op.state = 'FAILED'
    endUnpaid(life)
  }
}

/** It ends before it was paid: not in time, or called off. */
export function endUnpaid(life: CampaignLife): void {
  if (life.status !== 'AWAITING_PAYMENT') return
  life.status = 'CANCELLED'
  life.payBy = undefined
  life.closed = true
}

/** What came of an operation, whoever brings it; the first result counts, but money is never ignored. */
export function settle(life: CampaignLife, op: Op, outcome: Entry['outcome'], now: Moment): void {
  const givenUp = op.state === 'FAILED' && outcome === 'SUCCEEDED'
  if (!isLive(op) && !givenUp) return
  if (outcome === 'PENDING') op.state = 'UNKNOWN'
  else {
    op.state = outcome
    op.retryAt = undefined
    if (outcome === 'FAILED') fail(life, op, now)
    else succeed(life, op, givenUp, now)
  }
}

function fail(life: CampaignLife, op: Op, now: Moment): void {
  if (op.purpose === 'PAYMENT' && op.cancelAsked) endUnpaid(life)
  if (op.purpose === 'CAPTURE' && op.cancelAsked) letGo(life, now)
  if (!op.cancelAsked) op.retryAt = retryOf(op, now)
  const { campaign } = life
  if (op.purpose !== 'CAPTURE' || campaign?.status !== 'ACCEPTED' || campaign.captured) return
  campaign.payAgainBy ??= now + 48 * HOUR
  if (now >= campaign.payAgainBy) lapsePayment(life, now)
}

/** When one that was refused is tried again by itself; a payment is the buyer's to try. */
function retryOf(op: Op, now: Moment): Moment | undefined {
  if (op.kind === 'CAPTURE') return nextTry(op.attempt, now, [HOUR, 6 * HOUR, DAY])
  if (op.kind === 'VOID') return nextTry(op.attempt, now, [10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY])
  return op.kind === 'REFUND' || op.kind === 'RELEASE' ? nextTry(op.attempt, now) : undefined
}

function succeed(life: CampaignLife, op: Op, givenUp: boolean, now: Moment): void {
  switch (op.purpose) {
    case 'PAYMENT':
      life.authorised = true
      if (givenUp || life.closed) life.late.push({ what: 'VOID', since: now })
      else open(life, now)
      break
    case 'CAPTURE':
      if (op.kind === 'CAPTURE') life.authorised = false
      if (givenUp || op.cancelAsked) {
        life.due += op.amount
        life.late.push({ what: 'REFUND', since: now })
      } else {
        life.held += op.amount
        forgetCaptures(life)
        letGo(life, now)
        if (life.campaign?.status === 'ACCEPTED') {
          life.campaign.captured = true
          life.campaign.payAgainBy = undefined
        }
      }
      break
    case 'VOID':
      life.authorised = false
      break
    case 'RELEASE':
      life.payable -= op.amount
      break
    default:
      life.due -= op.amount
  }
}

/** What is still set aside is let go at the next look. */
function letGo(life: CampaignLife, now: Moment): void {
  forgetCaptures(life)
  if (life.authorised) life.late.push({ what: 'VOID', since: now })
}

/** Earlier captures that were refused are not tried again. */
function forgetCaptures(life: CampaignLife): void {
  for (const op of life.ops) if (op.purpose === 'CAPTURE') op.retryAt = undefined
}

function requestVoid(life: CampaignLife): void {
  if (!life.authorised || life.voidAsked) return
  life.voidAsked = true
  ask(life, 'VOID', 'VOID')
}

function open(life: CampaignLife, now: Moment): void {
  life.status = 'OPEN'
  life.payBy = undefined
  life.campaign = {
    status: 'AWAITING_ACCEPTANCE',
    outcome: undefined,
    acceptBy: now + 48 * HOUR,
    disputeBy: undefined,
    payAgainBy: undefined,
    captured: false,
    releaseHeld: false,
    extended: { acceptance: false, release: false },
    proposal: undefined,
    creative: { versions: 0, status: undefined, earlier: [] },
  }
}

/** The channel accepts: the money is to be taken in. */
export function accept(life: CampaignLife): void {
  life.campaign!.status = 'ACCEPTED'
  ask(life, 'CAPTURE', 'CAPTURE')
}

/** The buyer pays again: a fresh charge, and nothing else is tried meanwhile. */
export function payAgain(life: CampaignLife): void {
  forgetCaptures(life)
  ask(life, 'CAPTURE', 'CHARGE')
}

/** It was not paid again in time; but while a payment is under way nothing is decided. */
export function lapsePayment(life: CampaignLife, now: Moment): void {
  const { campaign } = life
  if (campaign?.status !== 'ACCEPTED' || campaign.captured || !campaign.payAgainBy) return
  if (now >= campaign.payAgainBy && !liveOf(life, 'CAPTURE')) end(life, 'CANCELLED', 0n)
}

/** It ends: of what is held `refund` goes back and the rest to the channel less our fee; what is set aside is let go. */
export function end(life: CampaignLife, how: Campaign['status'], refund: bigint): void {
  const campaign = life.campaign!
  campaign.status = how
  campaign.proposal = undefined
  if (life.held > 0n) settleHeld(life, refund)
  else giveBack(life)
  life.closed = true
  life.status = how === 'CLOSED' ? 'COMPLETED' : 'CANCELLED'
}

function settleHeld(life: CampaignLife, refund: bigint): void {
  const rest = life.held - refund
  life.held = 0n
  if (refund > 0n) {
    life.due += refund
    ask(life, 'REFUND', 'REFUND', refund)
  }
  if (rest === 0n) return
  const fee = (rest * FEE_BPS) / 10_000n
  life.fees += fee
  life.payable += rest - fee
  ask(life, 'RELEASE', 'RELEASE', rest - fee)
}

/** Nothing is held: a capture under way is called off, and what is set aside is let go as soon as it may be. */
function giveBack(life: CampaignLife): void {
  forgetCaptures(life)
  const capture = liveOf(life, 'CAPTURE')
  if (capture?.state === 'REQUESTED') capture.state = 'FAILED'
  else if (capture) capture.cancelAsked = true
  if (capture?.state !== 'UNKNOWN' || capture.kind === 'CHARGE') requestVoid(life)
}

export const outcomeOf = (refund: bigint, held: bigint) =>
  refund === 0n ? 'RELEASED' : refund === held ? 'REFUNDED' : 'SPLIT'

/** The money goes where it was decided to, and the campaign is closed. */
export function close(life: CampaignLife, refund: bigint): void {
  life.campaign!.outcome = outcomeOf(refund, life.held)
  end(life, 'CLOSED', refund)
}

export const isOpen = (dispute: Dispute | undefined) =>
  dispute !== undefined && dispute.status !== 'RESOLVED' && dispute.status !== 'WITHDRAWN'

/** A dispute is decided, by a person or because nobody did. */
export function resolve(life: CampaignLife, refund: bigint): void {
  Object.assign(life.dispute!, {
    status: 'RESOLVED',
    asked: undefined,
    waitUntil: undefined,
    fallbackAt: undefined,
  })
  close(life, refund)
}

/** Nobody waits any more for whom the dispute waited for. */
export function review(life: CampaignLife): void {
  Object.assign(life.dispute!, { status: 'UNDER_REVIEW', asked: undefined, waitUntil: undefined })
}

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
  const while_ = (status: Campaign['status'], act: () => void) => () => campaign.status === status && act()
  return [
    [campaign.acceptBy, while_('AWAITING_ACCEPTANCE', () => end(life, 'EXPIRED', 0n))],
    [campaign.payAgainBy, () => lapsePayment(life, now)],
    [campaign.proposal?.answerBy, () => void (campaign.proposal = undefined)],
    [
      campaign.releaseHeld ? undefined : campaign.disputeBy,
      while_('COMPLETION_CLAIMED', () => close(life, 0n)),
    ],
    [dispute?.waitUntil, () => isOpen(dispute) && review(life)],
    [dispute?.fallbackAt, () => isOpen(dispute) && resolve(life, life.held)],
  ]
}

function giveLateBack(life: CampaignLife, what: 'REFUND' | 'VOID'): void {
  if (what === 'VOID') requestVoid(life)
  else ask(life, 'LATE_REFUND', 'REFUND')
}

const STAGES: Partial<Record<Campaign['status'], string>> = {
  AWAITING_ACCEPTANCE: 'AWAITING_ACCEPTANCE',
  ACCEPTED: 'ACCEPTED',
  READY: 'CAMPAIGN_READY',
  COMPLETION_CLAIMED: 'COMPLETION_CLAIMED',
  DISPUTED: 'DISPUTED',
}

/** What the campaign says of its order. */
export function stageOf({ status, campaign }: CampaignLife): string {
  return status === 'AWAITING_PAYMENT'
    ? 'AWAITING_PAYMENT'
    : (STAGES[campaign?.status ?? 'CLOSED'] ?? 'CLOSED')
}
