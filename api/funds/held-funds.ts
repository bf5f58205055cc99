import { assert, Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { account, move } from './book-transfer.js'
import { happened } from './funds.events.js'

/** What is held of an order's money, and what is on its way back: minor units of one currency. */
export interface HeldFunds {
  readonly held: bigint
  readonly refundDue: bigint
  readonly currency: string
  readonly closed: boolean
}

/** Opens the account of a new order, empty; its buyer is who may see it. Called by the order's checkout. */
export async function openFunds(
  tx: Tx,
  { orderId, buyerId, currency }: { orderId: string; buyerId: string; currency: string },
): Promise<void> {
  await row(
    tx,
    sql`insert into held_funds (id, buyer_id, currency, opened_at) values (${orderId}, ${buyerId}, ${currency}, ${tx.now})`,
  )
}

/**
 * Closes it when the order has ended: from now on money that still arrives is refunded. The database refuses it while
 * anything is held.
 */
export async function closeFunds(tx: Tx, { orderId }: { orderId: string }): Promise<void> {
  await row(tx, sql`update held_funds set closed_at = ${tx.now} where id = ${orderId} and closed_at is null`)
}

/** An order's held funds, read in the transaction: the order's lock is held. */
export async function heldFunds(tx: Tx, orderId: string): Promise<HeldFunds> {
  const found = await row<{ held: string; due: string; currency: string; closed: boolean }>(
    tx,
    sql`select held::text as held, refund_due::text as due, currency, closed_at is not null as closed from held_funds where id = ${orderId}`,
  )
  assert(found, `order ${orderId} has funds`)
  return {
    held: BigInt(found.held),
    refundDue: BigInt(found.due),
    currency: found.currency,
    closed: found.closed,
  }
}

/**
 * Held money becomes revenue: `amount` minor units, or all that is held. `earnedBy` is what earned it, the order or one of
 * its lines; each earns once. Nothing is booked where nothing is held.
 * @refuses AMOUNT_EXCEEDED
 */
export async function recogniseRevenue(
  tx: Tx,
  { orderId, earnedBy, amount }: { orderId: string; earnedBy: string; amount?: bigint },
): Promise<void> {
  await lockOrder(tx, orderId)
  const { held, currency } = await heldFunds(tx, orderId)
  const earned = amount ?? held
  if (earned > held) throw new Refusal('AMOUNT_EXCEEDED', undefined, { maximum: held.toString() })
  if (earned === 0n) return
  await move(tx, {
    orderId,
    cause: `revenue:${earnedBy}`,
    memo: 'Earned',
    from: account.held(orderId),
    to: account.revenue,
    amount: earned,
    currency,
  })
  await happened(tx, orderId, 'revenue.recognised', { amount: earned.toString(), currency, earnedBy })
}

/** Takes the order's lock, as every verb does first; what is read after it is what is true. */
export async function lockOrder(tx: Tx, orderId: string): Promise<void> {
  const locked = await row(tx, sql`select id from streams where id = ${orderId} for no key update`)
  assert(locked, `there is a stream ${orderId}`)
}
