import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { account, bookTransfer } from './book-transfer.js'
import { happened } from './funds.events.js'
import { heldFunds } from './held-funds.js'
import type { Purpose } from './operation.js'
import { requestOperation } from './request-operation.js'

/** What of a lost chargeback is covered by what, in minor units. */
export interface Loss {
  readonly fromHeld: bigint
  /** Of what was due to the buyer and not sent: they have it from their bank now. */
  readonly fromRefunds: bigint
  /** Of what was due to the channel and not sent. */
  readonly fromReleases: bigint
  /** What the channel owes us; where there is none, our own loss. */
  readonly uncovered: bigint
}

/** A chargeback, as what it takes is counted. */
export interface Lost {
  readonly id: string
  readonly orderId: string
  readonly paymentId: string
  readonly amount: bigint
  readonly currency: string
}

/** A refund or a release of that payment that has not left, newest first. */
interface Waiting {
  readonly id: string
  readonly kind: 'REFUND' | 'RELEASE'
  readonly purpose: Purpose
  readonly subjectId: string
  readonly amount: string
  readonly payeeId: string | null
  readonly fee: string | null
}

/** Nothing is lost: the payment stays. */
export const noLoss: Loss = { fromHeld: 0n, fromRefunds: 0n, fromReleases: 0n, uncovered: 0n }

/** What would cover a loss, the first as far as it goes: what is held, what is due to the buyer, what is due to the channel. The order is locked. */
export async function lossOf(tx: Tx, lost: Lost): Promise<Loss> {
  const { held } = await heldFunds(tx, lost.orderId)
  const waiting = await waitingOf(tx, lost)
  const due = (kind: Waiting['kind']) =>
    waiting.filter((one) => one.kind === kind).reduce((sum, one) => sum + BigInt(one.amount), 0n)
  const fromHeld = least(held, lost.amount)
  const fromRefunds = least(due('REFUND'), lost.amount - fromHeld)
  const fromReleases = least(due('RELEASE'), lost.amount - fromHeld - fromRefunds)
  return {
    fromHeld,
    fromRefunds,
    fromReleases,
    uncovered: lost.amount - fromHeld - fromRefunds - fromReleases,
  }
}

/** Books the loss, and calls off what of a refund or release it has covered. The order is locked. */
export async function bookLoss(tx: Tx, lost: Lost, loss: Loss): Promise<void> {
  const { id, orderId, currency, amount } = lost
  const waiting = await waitingOf(tx, lost)
  const { channelId } = await heldFunds(tx, orderId)
  const entries = [
    { account: account.held(orderId), amount: -loss.fromHeld },
    { account: account.refundDue(orderId), amount: -loss.fromRefunds },
    { account: account.payable(channelId ?? ''), amount: -loss.fromReleases },
    { account: channelId ? account.receivable(channelId) : account.revenue, amount: -loss.uncovered },
    { account: account.provider, amount },
  ]
  await bookTransfer(tx, {
    orderId,
    cause: `chargeback:${id}`,
    memo: 'Chargeback lost',
    postings: entries.filter((entry) => entry.amount !== 0n).map((entry) => ({ ...entry, currency })),
  })
  await callOff(tx, lost, { waiting: of(waiting, 'REFUND'), covered: loss.fromRefunds })
  await callOff(tx, lost, { waiting: of(waiting, 'RELEASE'), covered: loss.fromReleases })
}

const of = (waiting: readonly Waiting[], kind: Waiting['kind']) => waiting.filter((one) => one.kind === kind)
const least = (a: bigint, b: bigint) => (a < b ? a : b)

function waitingOf(tx: Tx, { orderId, paymentId }: Lost): Promise<Waiting[]> {
  return rows<Waiting>(
    tx,
    sql`select id, kind, purpose, subject_id as "subjectId", amount::text as amount, payee_id as "payeeId", fee::text as fee from operations
      where order_id = ${orderId} and payment_id = ${paymentId} and kind in ('REFUND', 'RELEASE') and (state = 'REQUESTED' or state = 'FAILED' and overtaken_at is null)
      order by id desc`,
  )
}

/** None of what is covered goes on its way; of the last one only what is left does, as an operation of its own. */
async function callOff(
  tx: Tx,
  lost: Lost,
  { waiting, covered }: { waiting: readonly Waiting[]; covered: bigint },
): Promise<void> {
  let still = covered
  for (const one of waiting) {
    if (still <= 0n) return
    const taken = least(BigInt(one.amount), still)
    still -= taken
    await overtake(tx, lost, one)
    const rest = BigInt(one.amount) - taken
    if (rest > 0n) await askForRest(tx, lost, one, rest)
  }
}

async function overtake(tx: Tx, { orderId, currency }: Lost, { id, kind, amount }: Waiting): Promise<void> {
  await row(
    tx,
    sql`update operations set state = 'FAILED', failure_code = 'charged_back', failure_message = 'The buyer’s bank took the money back.',
      settled_at = coalesce(settled_at, ${tx.now}), overtaken_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  await cancelDeadlines(tx, id, ['retry'])
  const type = kind === 'REFUND' ? 'refund.called-off' : 'release.called-off'
  await happened(tx, orderId, type, { operationId: id, amount, currency })
}

async function askForRest(
  tx: Tx,
  { orderId, paymentId, currency }: Lost,
  one: Waiting,
  amount: bigint,
): Promise<void> {
  const { kind, purpose, subjectId, payeeId } = one
  const wanted = { orderId, purpose, subjectId, kind, amount, currency, paymentId }
  if (kind === 'REFUND') {
    const operationId = await requestOperation(tx, wanted)
    const data = { operationId, amount: String(amount), currency, purpose, subjectId }
    await happened(tx, orderId, 'refund.requested', data)
    return
  }
  const [channelId, fee] = [payeeId ?? '', one.fee ?? '0']
  const operationId = await requestOperation(tx, { ...wanted, payeeId: channelId, fee: BigInt(fee) })
  await happened(tx, orderId, 'release.requested', {
    operationId,
    amount: String(amount),
    currency,
    fee,
    channelId,
  })
}
