import { newId } from '../lib/ids.js'
import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'

/** One account's part: minor units, positive into the account, negative out of it. */
export interface Entry {
  readonly account: string
  readonly amount: bigint
  readonly currency: string
}

/** A movement of money. `cause` says what it is booked for; the same cause of an order is booked once. */
export interface NewTransfer {
  readonly orderId: string
  readonly memo: string
  readonly cause: string
  readonly postings: readonly Entry[]
}

/**
 * The accounts: who has the money. `provider` runs below zero by what the gateway has taken in for us, and a channel's
 * `receivable` by what it owes us.
 */
export const account = {
  provider: 'provider',
  revenue: 'revenue',
  fees: 'fees',
  payable: (channelId: string) => `payable:${channelId}`,
  receivable: (channelId: string) => `receivable:${channelId}`,
  held: (orderId: string) => `held:${orderId}`,
  refundDue: (orderId: string) => `refund-due:${orderId}`,
} as const

/**
 * Books a transfer, under the order's lock. The database refuses one that does not sum to zero (when the transaction
 * commits), and any that would take a held or due account below zero (at once). Returns the transfer's id.
 * Source: double entry; addresses as accounts as in docs.formance.com/modules/ledger.
 */
export async function bookTransfer(tx: Tx, transfer: NewTransfer): Promise<string> {
  const id = newId('trf')
  const { orderId, cause, memo, postings } = transfer
  await rows(
    tx,
    sql`insert into transfers (id, order_id, cause, memo, booked_at) values (${id}, ${orderId}, ${cause}, ${memo}, ${tx.now})`,
  )
  const values = postings.map(
    (p) => sql`(${newId('pst')}, ${id}, ${orderId}, ${p.account}, ${p.amount}, ${p.currency}, ${tx.now})`,
  )
  await rows(
    tx,
    sql`insert into postings (id, transfer_id, order_id, account, amount, currency, booked_at) values ${sql.join(values)}`,
  )
  return id
}

/** Books money from one account to another: the transfer of two postings. */
export async function move(
  tx: Tx,
  of: Omit<NewTransfer, 'postings'> & { from: string; to: string; amount: bigint; currency: string },
): Promise<string> {
  const { from, to, amount, currency, ...transfer } = of
  assert(amount > 0n, `a transfer moves money, not ${amount}`)
  const postings = [
    { account: from, amount: -amount, currency },
    { account: to, amount, currency },
  ]
  return bookTransfer(tx, { ...transfer, postings })
}

/** Corrects a transfer in the only way there is: by its opposite, once. Returns the new transfer's id. */
export async function reverseTransfer(
  tx: Tx,
  { transferId, memo }: { transferId: string; memo: string },
): Promise<string> {
  const found = await row<{ orderId: string }>(
    tx,
    sql`select order_id as "orderId" from transfers where id = ${transferId}`,
  )
  assert(found, `there is a transfer ${transferId}`)
  const booked = await rows<{ account: string; amount: string; currency: string }>(
    tx,
    sql`select account, amount::text as amount, currency from postings where transfer_id = ${transferId}`,
  )
  const postings = booked.map((p) => ({ ...p, amount: -BigInt(p.amount) }))
  return bookTransfer(tx, { orderId: found.orderId, cause: `reversal:${transferId}`, memo, postings })
}
