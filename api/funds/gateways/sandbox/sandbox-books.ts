import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { ChargeRequest, GatewayOutcome, RefundRequest } from '../../gateway.js'
import { behaviourOf } from './sandbox-tokens.js'

interface Entry {
  ref: string
  amount: string
  currency: string
  state: 'SUCCEEDED' | 'REFUSED' | 'CANCELLED'
  failureCode: string | null
  failureMessage: string | null
  pending: boolean
}

const COLUMNS = `ref, amount::text as amount, currency, state, failure_code as "failureCode", failure_message as "failureMessage"`
const LOOK = `select ${COLUMNS}, settles_at > clock_timestamp() as pending from sandbox.payments where key = $1
  union all select ${COLUMNS}, false from sandbox.refunds where key = $1`

/** What the books say of a key. */
export async function lookUp(db: pg.Pool | pg.PoolClient, key: string): Promise<GatewayOutcome> {
  const { rows } = await db.query<Entry>(LOOK, [key])
  return rows[0] ? outcomeOf(rows[0]) : { result: 'UNHEARD' }
}

/** Writes a charge down, once per key, as its token wants it to end. */
export async function writeCharge(db: pg.Pool, request: ChargeRequest, slowMs: number): Promise<boolean> {
  const { refuses, slow } = behaviourOf(request.token)
  const [code, message] = refuses ?? [null, null]
  const { rowCount } = await db.query(
    `insert into sandbox.payments (key, ref, token, amount, currency, state, failure_code, failure_message, settles_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + $9 * interval '1 millisecond') on conflict (key) do nothing`,
    [
      request.key,
      newRef('pay'),
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

/** Writes a refund down, once per key: of a charge that succeeded, and never more than was charged. */
export async function writeRefund(
  db: pg.Pool,
  request: RefundRequest,
): Promise<{ first: boolean; token: string }> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<{ token: string; room: string; tries: string }>(
      `select p.token, (p.amount - coalesce((select sum(amount) from sandbox.refunds r where r.payment_ref = p.ref and r.state = 'SUCCEEDED'), 0))::text as room,
        (select count(*) from sandbox.refunds r where r.payment_ref = p.ref)::text as tries
       from sandbox.payments p where p.ref = $1 and p.currency = $2 and p.state = 'SUCCEEDED' for update of p`,
      [request.chargeRef, request.currency],
    )
    const charge = rows[0]
    if (!charge) throw new Error(`the sandbox has no charge ${request.chargeRef}`)
    const refuses = refusalOf(charge, request.amount)
    const { rowCount } = await client.query(
      `insert into sandbox.refunds (key, ref, payment_ref, amount, currency, state, failure_code, failure_message) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key) do nothing`,
      [
        request.key,
        newRef('ref'),
        request.chargeRef,
        request.amount,
        request.currency,
        refuses ? 'REFUSED' : 'SUCCEEDED',
        ...(refuses ?? [null, null]),
      ],
    )
    return { first: rowCount === 1, token: charge.token }
  })
}

/** Calls a charge off while it is undecided; one never heard of is written down as called off, so that it can't come later. */
export async function writeCancel(db: pg.Pool, key: string): Promise<GatewayOutcome> {
  const deaf = await db.query<{ token: string }>(
    'select token from sandbox.payments where key = $1 and settles_at > clock_timestamp()',
    [key],
  )
  if (deaf.rows[0] && behaviourOf(deaf.rows[0].token).deafToCancel) return CALLED_OFF
  await db.query(
    `insert into sandbox.payments (key, ref, token, amount, currency, state, failure_code, failure_message, settles_at)
     values ($1, $2, '', 0, '', 'CANCELLED', 'cancelled', 'Called off.', clock_timestamp())
     on conflict (key) do update set state = 'CANCELLED', failure_code = 'cancelled', failure_message = 'Called off.', settles_at = clock_timestamp()
     where payments.settles_at > clock_timestamp()`,
    [key, newRef('pay')],
  )
  return lookUp(db, key)
}

const CALLED_OFF: GatewayOutcome = { result: 'FAILED', code: 'cancelled', message: 'Called off.' }

function refusalOf(
  charge: { token: string; room: string; tries: string },
  amount: bigint,
): [string, string] | undefined {
  const { refund } = behaviourOf(charge.token)
  if (amount > BigInt(charge.room)) return ['charge_already_refunded', 'More than is left of the charge.']
  const refuses = refund === 'REFUSED' || (refund === 'REFUSED-FIRST' && charge.tries === '0')
  return refuses ? ['refund_refused', 'The bank does not take the money back.'] : undefined
}

function outcomeOf(entry: Entry): GatewayOutcome {
  if (entry.pending) return { result: 'PENDING' }
  if (entry.state === 'SUCCEEDED') {
    return { result: 'SUCCEEDED', ref: entry.ref, amount: BigInt(entry.amount), currency: entry.currency }
  }
  return { result: 'FAILED', code: String(entry.failureCode), message: String(entry.failureMessage) }
}

function newRef(prefix: string): string {
  return `${prefix}_sandbox_${randomBytes(9).toString('base64url')}`
}

async function inTransaction<T>(db: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
