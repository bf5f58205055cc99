import type pg from 'pg'
import type { OnPaymentRequest } from '../../gateway.js'
import { inTransaction, newRef } from './sandbox-books.js'
import { behaviourOf, type SandboxAction, type SandboxFault } from './sandbox-tokens.js'

/** A payment as whoever wants to do something with it finds it: amounts in minor units. */
interface Payment {
  token: string
  amount: string
  captured: boolean
  voided: boolean
  /** What of this kind was done with it, and how often it was tried. */
  done: string
  tries: string
}

type Refusal = readonly [code: string, message: string]

const TAKEN_IN: Refusal = ['captured_already', 'The money has been taken in already.']
const refusedBy: Readonly<Record<SandboxAction, Refusal>> = {
  CAPTURE: ['capture_refused', 'The bank does not hand the money over any more.'],
  VOID: ['void_refused', 'The bank does not let go of it just now.'],
  REFUND: ['refund_refused', 'The bank does not take the money back.'],
  TRANSFER: ['transfer_refused', 'The bank of the payout account does not take the money.'],
}

/** What stands in the way of an action by the books alone, whatever the token says. */
const obstacles: Readonly<
  Record<SandboxAction, (payment: Payment, amount: bigint, account: string | null) => Refusal | undefined>
> = {
  CAPTURE: ({ voided }) => (voided ? ['payment_voided', 'The money was let go before.'] : undefined),
  VOID: ({ captured }) => (captured ? TAKEN_IN : undefined),
  REFUND: (payment, amount) =>
    amount > room(payment) ? ['charge_already_refunded', 'More than is left of the charge.'] : undefined,
  TRANSFER: (payment, amount, account) => {
    if (account === 'acct_closed') return ['account_closed', 'The payout account was closed.']
    return amount > room(payment) ? ['source_used_up', 'More than is left of the payment.'] : undefined
  },
}

/** What was written down: whether it was the first time, and what goes wrong with its answer. */
export interface Written {
  readonly first: boolean
  readonly fault: SandboxFault | undefined
  readonly token: string
}

/** Writes down what is done with a payment, once per key, as the payment's token wants it to end. */
export async function writeAction(
  db: pg.Pool,
  kind: SandboxAction,
  request: OnPaymentRequest & { account?: string },
  slowMs: number,
): Promise<Written> {
  return inTransaction(db, async (client) => {
    const payment = await find(client, kind, request)
    const { account = null } = request
    const fault = behaviourOf(payment.token).later?.[kind]
    if (fault === 'CAPTURED' && !payment.captured) await captureByThem(client, request)
    const refuses = obstacles[kind](payment, request.amount, account) ?? refusalBy(kind, fault, payment)
    const slow = !refuses && (fault === 'SLOW' || fault === 'DEAF')
    const { rowCount } = await client.query(
      `insert into sandbox.actions (key, ref, kind, payment_ref, account, amount, currency, state, failure_code, failure_message, settles_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp() + $11 * interval '1 millisecond'
       where not exists (select from sandbox.payments where key = $1) on conflict (key) do nothing`,
      [
        request.key,
        newRef(kind.toLowerCase()),
        kind,
        request.paymentRef,
        account,
        request.amount,
        request.currency,
        refuses ? 'REFUSED' : 'SUCCEEDED',
        ...(refuses ?? [null, null]),
        slow ? slowMs : 0,
      ],
    )
    return { first: rowCount === 1, fault, token: payment.token }
  })
}

async function find(
  client: pg.PoolClient,
  kind: SandboxAction,
  { paymentRef, currency }: OnPaymentRequest,
): Promise<Payment> {
  await client.query('select from sandbox.payments where ref = $1 for update', [paymentRef])
  const { rows } = await client.query<Payment>(
    `select p.token, p.amount::text as amount, p.kind = 'CHARGE' or exists (select from sandbox.actions a where a.payment_ref = p.ref and a.kind = 'CAPTURE' and a.state = 'SUCCEEDED') as captured,
      exists (select from sandbox.actions a where a.payment_ref = p.ref and a.kind = 'VOID' and a.state = 'SUCCEEDED') as voided,
      (select coalesce(sum(a.amount), 0)::text from sandbox.actions a where a.payment_ref = p.ref and a.kind = $3 and a.state = 'SUCCEEDED') as done,
      (select count(*)::text from sandbox.actions a where a.payment_ref = p.ref and a.kind = $3) as tries
     from sandbox.payments p where p.ref = $1 and p.currency = $2 and p.state = 'SUCCEEDED'`,
    [paymentRef, currency, kind],
  )
  const payment = rows[0]
  if (!payment) throw new Error(`the sandbox has no payment ${paymentRef}`)
  return payment
}

/** What is left of a payment to give back, or to pass on. */
function room({ captured, amount, done }: Payment): bigint {
  return captured ? BigInt(amount) - BigInt(done) : 0n
}

function refusalBy(
  kind: SandboxAction,
  fault: SandboxFault | undefined,
  { tries }: Payment,
): Refusal | undefined {
  if (fault === 'CAPTURED') return TAKEN_IN
  const refuses = fault === 'REFUSED' || (fault === 'REFUSED-FIRST' && tries === '0')
  return refuses ? refusedBy[kind] : undefined
}

/** Somebody at the gateway took the money in, and we were not told. */
async function captureByThem(client: pg.PoolClient, { paymentRef, amount, currency }: OnPaymentRequest) {
  await client.query(
    `insert into sandbox.actions (key, ref, kind, payment_ref, amount, currency, state) values ($1, $1, 'CAPTURE', $2, $3, $4, 'SUCCEEDED')`,
    [newRef('theirs'), paymentRef, amount, currency],
  )
}
