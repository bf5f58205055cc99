import { type Campaign, type CampaignLife, PACKAGE_PRICE } from './campaign-life.js'
import type { Moment } from './kind.js'
import { DAY, HOUR, isLive, liveOf, MINUTE, newOp, nextTry, type Op } from './op.js'
import type { Entry } from './scripted-gateway.js'

/** Our part of what a channel gets, in basis points. */
const FEE_BPS = 1000n

/** Something is asked of the gateway. */
export function ask(
  life: CampaignLife,
  purpose: Op['purpose'],
  kind: Op['kind'],
  amount = PACKAGE_PRICE,
): void {
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
  if (op.purpose === 'PAYMENT') setAside(life, op, givenUp, now)
  else if (op.purpose === 'CAPTURE') takeIn(life, op, givenUp, now)
  else if (op.purpose === 'VOID') life.authorised = false
  else if (op.purpose === 'RELEASE') life.payable -= op.amount
  else life.due -= op.amount
}

function setAside(life: CampaignLife, op: Op, givenUp: boolean, now: Moment): void {
  life.authorised = true
  if (givenUp || life.closed) life.late.push({ what: 'VOID', since: now })
  else open(life, op.sentAt! + 7 * DAY - HOUR, now)
}

function takeIn(life: CampaignLife, op: Op, givenUp: boolean, now: Moment): void {
  if (op.kind === 'CAPTURE') life.authorised = false
  if (givenUp || op.cancelAsked) {
    life.due += op.amount
    life.late.push({ what: 'REFUND', since: now })
    return
  }
  life.held += op.amount
  letGo(life, now)
  if (life.campaign?.status !== 'ACCEPTED') return
  life.campaign.captured = true
  life.campaign.payAgainBy = undefined
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

/** What is set aside is let go; that is asked for once. */
export function requestVoid(life: CampaignLife): void {
  if (!life.authorised || life.voidAsked) return
  life.voidAsked = true
  ask(life, 'VOID', 'VOID')
}

/** The channel answers within 48 hours, and while the money can still be taken in. */
function open(life: CampaignLife, authorisedUntil: Moment, now: Moment): void {
  life.status = 'OPEN'
  life.payBy = undefined
  life.campaign = {
    status: 'AWAITING_ACCEPTANCE',
    outcome: undefined,
    acceptBy: Math.min(now + 48 * HOUR, authorisedUntil),
    authorisedUntil,
    disputeBy: undefined,
    payAgainBy: undefined,
    captured: false,
    told: false,
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
