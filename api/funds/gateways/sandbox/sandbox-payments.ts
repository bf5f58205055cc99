import type pg from 'pg'
import type { Asked, GatewayOutcome, PaymentRequest } from '../../gateway.js'
import { CALLED_OFF, lookUp, newRef } from './sandbox-books.js'
import { behaviourOf } from './sandbox-tokens.js'

/** Writes a charge or an authorisation down, once per key, as its token wants it to end. Returns whether it was the first. */
export async function writePayment(
  db: pg.Pool,
  kind: 'CHARGE' | 'AUTHORISE',
  request: PaymentRequest,
  slowMs: number,
): Promise<boolean> {
  const { refuses, slow } = behaviourOf(request.token)
  const [code, message] = refuses ?? [null, null]
  const { rowCount } = await db.query(
    `insert into sandbox.payments (key, ref, kind, token, amount, currency, state, failure_code, failure_message, settles_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp() + $10 * interval '1 millisecond') on conflict (key) do nothing`,
    [
      request.key,
      newRef('pay'),
      kind,
      request.token,
      request.amount,
      request.currency,
      refuses ? 'REFUSED' : 'SUCCEEDED',
      code,
      message,
      slow ? slowMs : 0,
    ],
  )
  return rowCount === 1
}

const UNDECIDED = `select p.token, 'PAYMENT' as action from sandbox.payments p where p.key = $1 and p.settles_at > clock_timestamp()
  union all select p.token, a.kind from sandbox.actions a join sandbox.payments p on p.ref = a.payment_ref where a.key = $1 and a.settles_at > clock_timestamp()`

const CANCEL = `set state = 'CANCELLED', failure_code = 'cancelled', failure_message = 'Called off.', settles_at = clock_timestamp() where key = $1 and settles_at > clock_timestamp()`

/** Calls something off while it is undecided; what was never heard of is written down as called off, so that it can't come later. */
export async function writeCancel(db: pg.Pool, { key }: Asked): Promise<GatewayOutcome> {
  const undecided = await db.query<{ token: string; action: 'PAYMENT' | 'CAPTURE' }>(UNDECIDED, [key])
  for (const { token, action } of undecided.rows) {
    const { deafToCancel, later } = behaviourOf(token)
    const deaf = action === 'PAYMENT' ? deafToCancel : later?.[action] === 'DEAF'
    if (deaf) return CALLED_OFF
  }
  await db.query(`update sandbox.actions ${CANCEL}`, [key])
  await db.query(`update sandbox.payments ${CANCEL}`, [key])
  await db.query(
    `insert into sandbox.payments (key, ref, token, amount, currency, state, failure_code, failure_message, settles_at)
     select $1, $2, '', 0, '', 'CANCELLED', 'cancelled', 'Called off.', clock_timestamp()
     where not exists (select from sandbox.actions where key = $1) on conflict (key) do nothing`,
    [key, newRef('pay')],
  )
  return lookUp(db, key)
}
