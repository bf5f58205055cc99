import type pg from 'pg'
import type { GatewayNotice } from '../../gateway.js'
import { newRef } from './sandbox-books.js'

type Chargeback = Extract<GatewayNotice, { about: 'CHARGEBACK' }>

/** A buyer's bank wants the payment of a key back, in full, once. Returns the matter's name, where there is such a payment. */
export async function writeChargeback(db: pg.Pool, key: string): Promise<string | undefined> {
  const { rows } = await db.query<{ ref: string }>(
    `insert into sandbox.chargebacks (ref, payment_ref, amount, currency)
     select $2, p.ref, p.amount, p.currency from sandbox.payments p left join sandbox.actions a on a.payment_ref = p.ref and a.key = $1
     where $1 in (p.key, a.key) and not exists (select from sandbox.chargebacks c where c.payment_ref = p.ref) returning ref`,
    [key, newRef('chargeback')],
  )
  return rows[0]?.ref
}

/** The bank decides. */
export async function decideChargeback(db: pg.Pool, ref: string, outcome: 'WON' | 'LOST'): Promise<void> {
  await db.query('update sandbox.chargebacks set outcome = $2 where ref = $1', [ref, outcome])
}

/** What the books say of a chargeback, or undefined where the name is none of one. */
export async function lookUpChargeback(db: pg.Pool, ref: string): Promise<Chargeback | undefined> {
  const { rows } = await db.query<Omit<Chargeback, 'amount' | 'about'> & { amount: string }>(
    `select ref, payment_ref as "paymentRef", amount::text as amount, currency, outcome from sandbox.chargebacks where ref = $1`,
    [ref],
  )
  return rows[0] && { about: 'CHARGEBACK', ...rows[0], amount: BigInt(rows[0].amount) }
}
