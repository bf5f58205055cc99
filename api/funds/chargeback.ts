import { newId } from '../lib/ids.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { port } from '../platform/port.js'
import { enter, transition } from '../platform/transition.js'
import { account, bookTransfer } from './book-transfer.js'
import { ChargebackEntity } from './chargeback.entity.js'
import { chargebackMachine } from './chargeback.machine.js'
import { freezeFunds, unfreezeFunds } from './freeze-funds.js'
import { type ChargebackOutcome, happened } from './funds.events.js'
import type { GatewayNotice } from './gateway.js'
import { heldFunds, lockOrder } from './held-funds.js'

/** A chargeback as whoever looks after it hears of it. */
export interface ChargebackNews {
  readonly id: string
  readonly orderId: string
  readonly status: keyof typeof chargebackMachine.states
}

/** Told when one is opened and when it is settled. Bound by the app. */
export const chargebackNews = port<(tx: Tx, news: ChargebackNews) => Promise<void>>('chargeback news')

/**
 * The gateway says that a buyer's bank wants a payment back, or how it decided: the money is frozen, and somebody of
 * finance looks after it. Heard twice, or in any order, it is one matter. Returns whether the payment is ours.
 */
export async function noteChargeback(
  tx: Tx,
  notice: Extract<GatewayNotice, { about: 'CHARGEBACK' }>,
): Promise<boolean> {
  const payment = await row<{ id: string; orderId: string }>(
    tx,
    sql`select id, order_id as "orderId" from operations where provider_ref = ${notice.paymentRef} and kind in ('CHARGE', 'AUTHORISE')`,
  )
  if (!payment) return false
  await lockOrder(tx, payment.orderId)
  const known = await row<{ id: string; status: string; bankSays: string | null }>(
    tx,
    sql`select id, status, bank_says as "bankSays" from chargebacks where gateway_ref = ${notice.ref}`,
  )
  const id = known?.id ?? (await open(tx, payment, notice))
  if (notice.outcome === 'OPENED' || (known && (known.status !== 'OPEN' || known.bankSays))) return true
  await row(
    tx,
    sql`update chargebacks set bank_says = ${notice.outcome}, version = version + 1 where id = ${id}`,
  )
  await happened(tx, payment.orderId, 'chargeback.bank-decided', { outcome: notice.outcome }, id)
  return true
}

async function open(
  tx: Tx,
  payment: { id: string; orderId: string },
  { ref, amount, currency }: { ref: string; amount: bigint; currency: string },
): Promise<string> {
  const id = newId('cbk')
  const { orderId, id: paymentId } = payment
  const status = chargebackMachine.initial
  await tx.em.insert(ChargebackEntity, {
    id,
    orderId,
    paymentId,
    gatewayRef: ref,
    status,
    amount,
    currency,
    openedAt: tx.now,
  })
  const data = { paymentId, amount: amount.toString(), currency }
  await enter(tx, chargebackMachine, id, { type: 'chargeback.opened', data })
  await freezeFunds(tx, { orderId, cause: 'CHARGEBACK', subjectId: id })
  await chargebackNews.bound(tx, { id, orderId, status })
  return id
}

/**
 * Finance says how a chargeback ended. Won, the money moves again. Lost, the bank has it: the loss is booked against what
 * is held, and what that does not cover the channel owes us; where there is no channel, it is ours.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION
 */
export async function settleChargeback(
  tx: Tx,
  { id, outcome }: { id: string; outcome: ChargebackOutcome },
): Promise<string> {
  const orderId = await orderOf(tx, id)
  const parts =
    orderId && outcome === 'LOST' ? await lossOf(tx, orderId, id) : { fromHeld: 0n, uncovered: 0n }
  const { facts } = await transition(tx, chargebackMachine, id, 'settleChargeback', ({ currency }) => ({
    to: outcome,
    set: { settled_at: tx.now },
    data: { outcome, fromHeld: String(parts.fromHeld), uncovered: String(parts.uncovered), currency },
  }))
  const asSystem = actingAs(tx, system('payments'))
  if (outcome === 'LOST') await bookLoss(asSystem, { id, ...facts, ...parts })
  await unfreezeFunds(asSystem, { orderId: facts.orderId, cause: 'CHARGEBACK', subjectId: id })
  await chargebackNews.bound(asSystem, { id, orderId: facts.orderId, status: outcome })
  return id
}

async function orderOf(tx: Tx, id: string): Promise<string | undefined> {
  return (
    await row<{ orderId: string }>(tx, sql`select order_id as "orderId" from chargebacks where id = ${id}`)
  )?.orderId
}

/** What of a loss is covered by what is held, read under the order's lock. */
async function lossOf(tx: Tx, orderId: string, id: string): Promise<{ fromHeld: bigint; uncovered: bigint }> {
  await lockOrder(tx, orderId)
  const { held } = await heldFunds(tx, orderId)
  const found = await row<{ amount: string }>(
    tx,
    sql`select amount::text as amount from chargebacks where id = ${id}`,
  )
  const amount = BigInt(found!.amount)
  const fromHeld = held < amount ? held : amount
  return { fromHeld, uncovered: amount - fromHeld }
}

async function bookLoss(
  tx: Tx,
  loss: {
    id: string
    orderId: string
    amount: string
    currency: string
    fromHeld: bigint
    uncovered: bigint
  },
): Promise<void> {
  const { id, orderId, currency, fromHeld, uncovered } = loss
  const { channelId } = await heldFunds(tx, orderId)
  const debtor = channelId ? account.receivable(channelId) : account.revenue
  const entries = [
    { account: account.held(orderId), amount: -fromHeld },
    { account: debtor, amount: -uncovered },
    { account: account.provider, amount: BigInt(loss.amount) },
  ]
  await bookTransfer(tx, {
    orderId,
    cause: `chargeback:${id}`,
    memo: 'Chargeback lost',
    postings: entries.filter((e) => e.amount !== 0n).map((e) => ({ ...e, currency })),
  })
}
