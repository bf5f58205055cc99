import type { AnyLife, Moment } from './kind.js'
import { GRACE, isLive, liveOf, newOp, nextTry, type Op } from './op.js'
import type { Entry } from './scripted-gateway.js'

/** What an order has that is charged when it is paid: its money, and until when it may be paid. */
export interface ChargedLife extends AnyLife {
  readonly price: bigint
  status: string
  /** Until when it may be paid; acts once. */
  payBy: Moment | undefined
  /** Charges that came when nothing waited for them: their refund is asked for at the next look. */
  late: Op[]
  held: bigint
  due: bigint
  revenue: bigint
  closed: boolean
}

/** A means of payment is given: a charge is asked for. */
export function pay(life: ChargedLife): void {
  const before = life.ops.filter((op) => op.purpose === 'PAYMENT').length
  life.ops.push(newOp({ purpose: 'PAYMENT', kind: 'CHARGE', amount: life.price }, before + 1))
}

/** What came of an operation, whoever brings it; the first result counts, but money is never ignored. `open` begins the work. */
export function settleCharge(
  life: ChargedLife,
  op: Op,
  { outcome, now, open }: { outcome: Entry['outcome']; now: Moment; open: () => void },
): void {
  const charge = op.purpose === 'PAYMENT'
  const late = charge && op.state === 'FAILED' && outcome === 'SUCCEEDED'
  if (!isLive(op) && !late) return
  if (outcome === 'PENDING') {
    op.state = 'UNKNOWN'
    return
  }
  op.state = outcome
  if (!charge) {
    if (outcome === 'SUCCEEDED') life.due -= op.amount
    else op.retryAt = nextTry(op.attempt, now)
  } else if (outcome === 'FAILED') {
    if (op.cancelAsked) expire(life)
  } else if (late || life.closed) {
    life.due += op.amount
    life.late.push(op)
  } else {
    life.held += op.amount
    life.status = 'OPEN'
    life.payBy = undefined
    open()
  }
}

function expire(life: ChargedLife): void {
  if (life.status !== 'AWAITING_PAYMENT') return
  life.status = 'CANCELLED'
  life.payBy = undefined
  life.closed = true
}

/** The time to pay is over. */
export function paymentTimeOver(life: ChargedLife): void {
  life.payBy = undefined
  const op = liveOf(life, 'PAYMENT')
  if (op?.state === 'UNKNOWN') op.cancelAsked = true
  else {
    if (op) op.state = 'FAILED'
    expire(life)
  }
}

/** Whether a moment's deadline has acted by now. */
export const isDue = (moment: Moment | undefined, now: Moment) =>
  moment !== undefined && now >= moment + GRACE

/** What is due of a payment acts: its time is over, and what came too late goes back. */
export function actOnCharges(life: ChargedLife, now: Moment): void {
  if (life.status === 'AWAITING_PAYMENT' && isDue(life.payBy, now)) paymentTimeOver(life)
  for (const { amount } of life.late.splice(0))
    life.ops.push(newOp({ purpose: 'LATE_REFUND', kind: 'REFUND', amount }))
}

/** Some of what is held goes back to the buyer. */
export function giveBack(life: ChargedLife, amount: bigint): void {
  life.ops.push(newOp({ purpose: 'REFUND', kind: 'REFUND', amount }))
  life.held -= amount
  life.due += amount
}

/** What is still held is earned, and the order's money settled. */
export function earnTheRest(life: ChargedLife): void {
  life.revenue += life.held
  life.held = 0n
  life.closed = true
}
