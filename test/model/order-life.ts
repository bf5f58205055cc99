import { ADD_ON_PRICE } from '../support/small-service.js'
import { actOnCharges, type ChargedLife, earnTheRest, giveBack, isDue, settleCharge } from './charged-life.js'
import type { Moment } from './kind.js'
import { MINUTE, type Op, tryAgain } from './op.js'
import type { Entry } from './scripted-gateway.js'

export interface Work {
  readonly step: string
  /** Whether it is the worker's; else somebody else's of the team. */
  readonly mine: boolean
  /** Where it stood when its onboarding was asked for again. */
  asideFrom?: Work['status']
  status: 'OPEN' | 'ASSIGNED' | 'IN_PROGRESS' | 'WAITING' | 'IN_REVIEW' | 'DONE' | 'CANCELLED'
  readonly needsReview: boolean
  readonly after?: string
}

export type DocumentStatus =
  | 'REQUESTED'
  | 'DRAFT'
  | 'SUBMITTED'
  | 'IN_REVIEW'
  | 'CHANGES_REQUESTED'
  | 'APPROVED'
  | 'WAIVED'
  | 'VOID'

interface OnboardingDocument {
  status: DocumentStatus
  revisions: number
  claimedUntil: Moment | undefined
  /** When its request was last sent anew; in real time, as the pause until it may be sent once more is. */
  askedAnewAt: number | undefined
}

/** An order's whole life in one record: what the trade says must be true of it, and nothing of how. */
export interface OrderLife extends ChargedLife {
  readonly hasAddOn: boolean
  status: 'AWAITING_PAYMENT' | 'OPEN' | 'ON_HOLD' | 'DELIVERED' | 'COMPLETED' | 'CANCELLED'
  autoCompleteAt: Moment | undefined
  heldSince: Moment | undefined
  revisions: number
  deliveries: number
  /** Whether an approval or a waiver has begun the work. */
  begun: boolean
  addOn: 'NONE' | 'PROVISIONING' | 'ACTIVE' | 'GIVEN_UP'
  document: OnboardingDocument | undefined
  work: Work[]
}

/** An order as it is placed. */
export function newOrderLife(id: string, price: bigint, withAddOn: boolean, now: Moment): OrderLife {
  return {
    id,
    hasAddOn: withAddOn,
    price: withAddOn ? price + ADD_ON_PRICE : price,
    status: 'AWAITING_PAYMENT',
    payBy: now + 15 * MINUTE,
    autoCompleteAt: undefined,
    heldSince: undefined,
    revisions: 0,
    deliveries: 0,
    begun: false,
    addOn: 'NONE',
    document: undefined,
    work: [],
    ops: [],
    late: [],
    held: 0n,
    due: 0n,
    revenue: 0n,
    closed: false,
  }
}

export const ended = (work: Work) => work.status === 'DONE' || work.status === 'CANCELLED'
export const WAITING: readonly DocumentStatus[] = ['REQUESTED', 'DRAFT', 'CHANGES_REQUESTED']

/** What came of an operation, whoever brings it. */
export function settle(life: OrderLife, op: Op, outcome: Entry['outcome'], now: Moment): void {
  settleCharge(life, op, { outcome, now, open: () => open(life) })
}

function open(life: OrderLife): void {
  life.document = { status: 'REQUESTED', revisions: 0, claimedUntil: undefined, askedAnewAt: undefined }
  life.addOn = life.hasAddOn ? 'PROVISIONING' : 'NONE'
}

/** The add-on is set up, and its price earned. */
export function activate(life: OrderLife): void {
  life.addOn = 'ACTIVE'
  life.held -= ADD_ON_PRICE
  life.revenue += ADD_ON_PRICE
}

/** An approval or waiver: the work begins, or what waited for it comes back. */
export function begin(life: OrderLife): void {
  life.begun = true
  for (const work of life.work) {
    if (work.asideFrom) work.status = work.asideFrom
    delete work.asideFrom
  }
  if (life.work.length === 0) {
    life.work = [
      { step: 'make', mine: true, status: 'ASSIGNED', needsReview: true },
      { step: 'publish', mine: true, status: 'ASSIGNED', needsReview: false, after: 'make' },
    ]
  }
}

/** The onboarding is asked for again: what is not done waits for it. */
export function setAside(life: OrderLife): void {
  life.document!.status = 'CHANGES_REQUESTED'
  for (const work of life.work) {
    if (ended(work) || work.asideFrom) continue
    work.asideFrom = work.status
    work.status = 'WAITING'
  }
}

/** The buyer wants the work changed: who did some of it gets a task for that; where nobody did, somebody does. */
export function revise(life: OrderLife): void {
  life.status = 'OPEN'
  life.autoCompleteAt = undefined
  life.revisions++
  const done = life.work.filter((work) => work.mine && work.status === 'DONE')
  const needsReview = done.some((work) => work.needsReview)
  life.work.push({
    step: `revision ${life.revisions}`,
    mine: done.length > 0,
    status: 'ASSIGNED',
    needsReview,
  })
}

/** Everything that is due at a moment acts, as where a worker runs. */
export function actOnDue(life: OrderLife, now: Moment): void {
  if (life.status === 'DELIVERED' && isDue(life.autoCompleteAt, now)) complete(life)
  actOnCharges(life, now)
  tryAgain(life.ops, now)
}

/** Delivered and liked, or nobody said otherwise in time: what is held is earned. */
export function complete(life: OrderLife): void {
  life.status = 'COMPLETED'
  life.autoCompleteAt = undefined
  if (life.addOn === 'PROVISIONING') {
    life.addOn = 'GIVEN_UP'
    giveBack(life, ADD_ON_PRICE)
  }
  earnTheRest(life)
}

/** The order ends early: `back` goes to the buyer, the rest is earned, and nothing runs on. */
export function callOff(life: OrderLife, back: bigint): void {
  const wasOpen = life.status !== 'AWAITING_PAYMENT'
  life.status = 'CANCELLED'
  life.payBy = undefined
  life.autoCompleteAt = undefined
  life.heldSince = undefined
  if (back > 0n) giveBack(life, back)
  earnTheRest(life)
  if (!wasOpen) return
  if (life.addOn === 'PROVISIONING') life.addOn = 'GIVEN_UP'
  if (life.document && !['APPROVED', 'WAIVED'].includes(life.document.status)) life.document.status = 'VOID'
  for (const work of life.work) if (!ended(work)) work.status = 'CANCELLED'
}

const URGENCY = [
  'ACTION_REQUIRED',
  'AWAITING_ONBOARDING',
  'IN_VERIFICATION',
  'IN_PROGRESS',
  'READY',
  'DELIVERED',
  'CLOSED',
]

/** What the order's parts say of it, the most urgent first. */
export function stageOf(life: OrderLife): string {
  if (life.status === 'AWAITING_PAYMENT') return 'AWAITING_PAYMENT'
  if (life.status === 'COMPLETED' || life.status === 'CANCELLED') return 'CLOSED'
  if (life.status === 'DELIVERED') return 'DELIVERED'
  const said = [documentStage(life)]
  if (life.addOn !== 'NONE') said.push(life.addOn === 'PROVISIONING' ? 'IN_PROGRESS' : 'CLOSED')
  return said.sort((a, b) => URGENCY.indexOf(a) - URGENCY.indexOf(b))[0]!
}

function documentStage(life: OrderLife): string {
  const status = life.document!.status
  if (status === 'CHANGES_REQUESTED') return 'ACTION_REQUIRED'
  if (status === 'REQUESTED' || status === 'DRAFT') return 'AWAITING_ONBOARDING'
  if (status === 'SUBMITTED' || status === 'IN_REVIEW') return 'IN_VERIFICATION'
  return life.work.every(ended) ? 'READY' : 'IN_PROGRESS'
}
