import { assert, Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { account, move } from './book-transfer.js'
import { fundsFrozen } from './freeze-cause.js'
import { happened } from './funds.events.js'

/** What is held of an order's money, and what is on its way to whom: minor units of one currency. */
export interface HeldFunds {
  readonly held: bigint
  readonly refundDue: bigint
  readonly currency: string
  /** The channel of the campaign it pays, and our fee on what they get, in basis points. */
  readonly channelId: string | null
  readonly feeBps: number
  /** Whether the order has ended: nothing waits for money any more. */
  readonly closed: boolean
  /** Whether a dispute or a chargeback stands. */
  readonly frozen: boolean
}

/**
 * Opens the account of a new order, empty; its buyer is who may see it. Called by the order's checkout. Of a campaign's
 * order the channel and the fee on what they get are copied now: `feeBps` basis points, by default the setting's.
 */
export async function openFunds(
  tx: Tx,
  of: { orderId: string; buyerId: string; currency: string; channelId?: string | null; feeBps?: number },
): Promise<void> {
  const { orderId, buyerId, currency, channelId = null } = of
  const feeBps = channelId ? (of.feeBps ?? tx.house.config.feeBasisPoints) : 0
  await row(
    tx,
    sql`insert into held_funds (id, buyer_id, channel_id, fee_bps, currency, opened_at) values (${orderId}, ${buyerId}, ${channelId}, ${feeBps}, ${currency}, ${tx.now})`,
  )
}

/**
 * Closes it when the order has ended: from now on money that still arrives is refunded. The database refuses it while
 * anything is held; what is frozen then is earned, and the funds are closed, when it moves again.
 */
export async function closeFunds(tx: Tx, { orderId }: { orderId: string }): Promise<void> {
  const { frozen, held } = await heldFunds(tx, orderId)
  const column = sql.id(frozen && held > 0n ? 'closing_at' : 'closed_at')
  await row(tx, sql`update held_funds set ${column} = ${tx.now} where id = ${orderId} and ${column} is null`)
}

/** What ended while it was frozen ends now that it moves again: all that is left of it is earned. */
export async function closeThawed(tx: Tx, { orderId }: { orderId: string }): Promise<void> {
  const waiting = await row(
    tx,
    sql`select 1 from held_funds where id = ${orderId} and closing_at is not null and closed_at is null`,
  )
  if (!waiting) return
  await recogniseRevenue(tx, { orderId, earnedBy: orderId })
  await closeFunds(tx, { orderId })
}

/** An order's held funds, read in the transaction: the order's lock is held. */
export async function heldFunds(tx: Tx, orderId: string): Promise<HeldFunds> {
  const found = await row<Omit<HeldFunds, 'held' | 'refundDue'> & { held: string; due: string }>(
    tx,
    sql`select held::text as held, refund_due::text as due, currency, channel_id as "channelId", fee_bps as "feeBps",
      coalesce(closed_at, closing_at) is not null as closed, ${sql.raw(fundsFrozen('held_funds.id'))} as frozen from held_funds where id = ${orderId}`,
  )
  assert(found, `order ${orderId} has funds`)
  const { held, due, ...rest } = found
  return { ...rest, held: BigInt(held), refundDue: BigInt(due) }
}

/** The same for money that is to leave: the order is locked, and frozen money does not move. @refuses FUNDS_FROZEN */
export async function movableFunds(tx: Tx, orderId: string): Promise<HeldFunds> {
  await lockOrder(tx, orderId)
  const funds = await heldFunds(tx, orderId)
  if (funds.frozen) throw new Refusal('FUNDS_FROZEN')
  return funds
}

/**
 * Held money becomes revenue: `amount` minor units, or all that is held. `earnedBy` is what earned it, the order or one of
 * its lines; each earns once. Nothing is booked where nothing is held, and nothing while it is frozen: that is earned with
 * the order's end. Of an order from which a bank took money back, what is left is earned.
 * @refuses AMOUNT_EXCEEDED
 */
export async function recogniseRevenue(
  tx: Tx,
  { orderId, earnedBy, amount }: { orderId: string; earnedBy: string; amount?: bigint },
): Promise<void> {
  await lockOrder(tx, orderId)
  const { held, currency, frozen } = await heldFunds(tx, orderId)
  if (frozen) return
  const most = amount ?? held
  if (most > held && !(await chargedBack(tx, orderId)))
    throw new Refusal('AMOUNT_EXCEEDED', undefined, { maximum: held.toString() })
  const earned = most < held ? most : held
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

async function chargedBack(tx: Tx, orderId: string): Promise<boolean> {
  const lost = await row(tx, sql`select 1 from chargebacks where order_id = ${orderId} and status = 'LOST'`)
  return lost !== undefined
}

/** Takes the order's lock, as every verb does first; what is read after it is what is true. */
export async function lockOrder(tx: Tx, orderId: string): Promise<void> {
  const locked = await row(tx, sql`select id from streams where id = ${orderId} for no key update`)
  assert(locked, `there is a stream ${orderId}`)
}
