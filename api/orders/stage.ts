import { closeFunds } from '../funds/held-funds.js'
import { Refusal } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { happened } from './order.events.js'
import { orderMachine } from './order.machine.js'

/** What an order's parts say of it, the most urgent first. Stored on the order, so that lists can be filtered by it. */
export const stages = {
  AWAITING_PAYMENT: 'Waits to be paid.',
  ACTION_REQUIRED: 'Onboarding came back for changes: its recipient must act.',
  AWAITING_ONBOARDING: 'The onboarding form waits for its recipient.',
  IN_VERIFICATION: 'Our team checks the onboarding documents.',
  IN_PROGRESS: 'The work is under way.',
  READY: 'Everything is done on our side.',
  OUTREACH: 'Our team gets in touch with whom its appointment is with.',
  FOLLOW_UP: 'Its appointment is not confirmed yet: our team follows up.',
  CONFIRMED: 'Its appointment is confirmed.',
  UNREACHABLE: 'Whom its appointment is with could not be reached: the buyer chooses what to do.',
  AWAITING_ACCEPTANCE: 'Its campaign was offered to the channel, which accepts or declines.',
  ACCEPTED: 'The channel accepted its campaign; money and creatives are gathered.',
  CAMPAIGN_READY: 'Its campaign has everything it needs: the channel runs it.',
  COMPLETION_CLAIMED: 'The channel marked its campaign complete; the buyer may still dispute.',
  DISPUTED: 'Its campaign is disputed.',
  DELIVERED: 'The work is with the buyer.',
  CLOSED: 'It has ended.',
} as const

export type Stage = keyof typeof stages

const URGENCY = Object.keys(stages)

/** What a part says of its line. `ended` is told once, when nothing more will come of it. */
export interface Standing {
  readonly stage: Stage
  readonly ended?: 'WELL' | 'BADLY'
}

/**
 * A part tells the order where it stands; the order's stage becomes that of its most urgent part. When every part of an
 * order without onboarding has ended, the order settles. What was delivered or has ended keeps its stage. The order's
 * stream must be locked.
 */
export async function noteStanding(tx: Tx, lineId: string, standing: Standing): Promise<void> {
  const line = await row<{ order_id: string }>(
    tx,
    sql`update order_lines set stage = ${standing.stage}, ended = coalesce(ended, ${standing.ended ?? null}::text) where id = ${lineId} returning order_id`,
  )
  if (!line) throw new Error(`There is no line ${lineId}`)
  await row(
    tx,
    sql`update orders set stage = coalesce((select l.stage from order_lines l where l.order_id = orders.id and l.stage is not null
      order by array_position(${URGENCY}::text[], l.stage) limit 1), stage) where id = ${line.order_id} and status in ('OPEN', 'ON_HOLD')`,
  )
  if (standing.ended) await settleParts(tx, line.order_id)
}

/** Completes or cancels an order of which every part has ended; does nothing while some part runs, or it is held. */
export async function settleParts(tx: Tx, orderId: string): Promise<void> {
  const asSystem = actingAs(tx, system('orders'))
  try {
    const { state } = await transition(asSystem, orderMachine, orderId, 'settleParts', (order) => ({
      to: order.wellLines > 0 ? 'COMPLETED' : 'CANCELLED',
      set: { stage: 'CLOSED', ended_at: tx.now },
    }))
    await closeFunds(asSystem, { orderId })
    await happened(asSystem, orderId, state === 'COMPLETED' ? 'order.completed' : 'order.cancelled', {})
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'INVALID_TRANSITION')) throw error
  }
}
