import { closeFunds, recogniseRevenue } from '../funds/held-funds.js'
import { requestRefund } from '../funds/request-refund.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { isStaff, system, type Viewer } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { resumeStream } from '../platform/hold-stream.js'
import { transition } from '../platform/transition.js'
import { endParts } from './end-parts.js'
import { orderMachine } from './order.machine.js'
import { orderTalk } from './order-talk.js'
import { reasonFor } from '../platform/reasons.js'

export interface Cancellation {
  readonly id: string
  readonly reason: string
  /** What goes back to the buyer, in minor units; an admin must name it. */
  readonly refund?: bigint | null | undefined
}

/**
 * Calls an order off: nothing of it runs on, what is named goes back to the buyer, and the rest is revenue. The buyer may do
 * so until the work has begun and gets all that is held; an admin at any open state, naming the refund.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, PAYMENT_IN_PROGRESS, WORK_HAS_BEGUN, AMOUNT_EXCEEDED, VALIDATION
 */
export async function cancelOrder(tx: Tx, input: Cancellation): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.reason)
  let refund = 0n
  const { from } = await transition(tx, orderMachine, id, 'cancelOrder', ({ held, currency }) => {
    refund = refundOf(tx.viewer, BigInt(held), input.refund ?? undefined)
    return {
      set: {
        stage: 'CLOSED',
        ended_at: tx.now,
        held_since: null,
        auto_complete_at: null,
        reason_id: reason.id,
      },
      data: { reasonId: reason.id, refund: String(refund), currency },
    }
  })
  await reason.keep(tx, id)
  const asSystem = actingAs(tx, system('orders'))
  if (from === 'ON_HOLD') {
    await resumeStream(asSystem, id)
    await orderTalk.bound.resume(asSystem, id)
  }
  if (from !== 'AWAITING_PAYMENT') await endParts(asSystem, id, 'BADLY')
  if (refund > 0n) await requestRefund(asSystem, { orderId: id, amount: refund })
  await recogniseRevenue(asSystem, { orderId: id, earnedBy: id })
  await closeFunds(asSystem, { orderId: id })
  return id
}

/** Notes, once, that the work on an order has begun: from now on its buyer cannot cancel it alone. */
export async function noteWorkBegan(tx: Tx, orderId: string): Promise<void> {
  await lockStream(tx, orderId)
  await row(
    tx,
    sql`update orders set work_begun_at = ${tx.now} where id = ${orderId} and work_begun_at is null`,
  )
}

/** What goes back: for the buyer all that is held, from an admin what they name. */
function refundOf(viewer: Viewer, held: bigint, named: bigint | undefined): bigint {
  if (!isStaff(viewer)) {
    if (named !== undefined && named !== held)
      refuseFields([{ path: 'refund', message: 'leave it out: all that is held goes back to you' }])
    return held
  }
  if (named === undefined || named < 0n)
    refuseFields([{ path: 'refund', message: `name it, in minor units: 0 to ${held}` }])
  if (named > held) throw new Refusal('AMOUNT_EXCEEDED', undefined, { maximum: held.toString() })
  return named
}
