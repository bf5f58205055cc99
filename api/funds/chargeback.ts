import { newId } from '../lib/ids.js'
import { refuseFields } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { port } from '../platform/port.js'
import { enter, lockFor, transition } from '../platform/transition.js'
import { bookLoss, type Loss, lossOf, type Lost, noLoss } from './chargeback-loss.js'
import { ChargebackEntity } from './chargeback.entity.js'
import { chargebackMachine } from './chargeback.machine.js'
import { freezeFunds, unfreezeFunds } from './freeze-funds.js'
import { type ChargebackOutcome, happened } from './funds.events.js'
import type { GatewayNotice } from './gateway.js'
import { lockOrder } from './held-funds.js'

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
 * is held, then against what is due to the buyer, who has it from their bank, and to the channel, and has not left; what
 * none of that covers the channel owes us, and where there is no channel, it is ours. What the gateway was told of is
 * waited for. Of a bank that counts in another currency than the order's, finance says what it took of ours: `taken`.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, PAYMENT_IN_PROGRESS, VALIDATION
 */
export async function settleChargeback(
  tx: Tx,
  { id, outcome, taken }: { id: string; outcome: ChargebackOutcome; taken?: bigint | null },
): Promise<string> {
  const lost = outcome === 'LOST' ? await lockLost(tx, id, taken ?? undefined) : undefined
  const loss = lost ? await lossOf(tx, lost) : noLoss
  const { facts } = await transition(tx, chargebackMachine, id, 'settleChargeback', ({ currency }) => ({
    to: outcome,
    set: { settled_at: tx.now },
    data: { outcome, ...inText(loss), currency: lost?.currency ?? currency },
  }))
  const asSystem = actingAs(tx, system('payments'))
  if (lost) await bookLoss(asSystem, lost, loss)
  await unfreezeFunds(asSystem, { orderId: facts.orderId, cause: 'CHARGEBACK', subjectId: id })
  await chargebackNews.bound(asSystem, { id, orderId: facts.orderId, status: outcome })
  return id
}

/** What is lost, in the order's currency: in that alone is it booked. */
async function lockLost(tx: Tx, id: string, taken: bigint | undefined): Promise<Lost> {
  await lockFor(tx, chargebackMachine, id, 'settleChargeback')
  const found = await row<Omit<Lost, 'amount'> & { wanted: string; wantedIn: string }>(
    tx,
    sql`select c.id, c.order_id as "orderId", c.payment_id as "paymentId", c.amount::text as wanted, c.currency as "wantedIn", f.currency
      from chargebacks c join held_funds f on f.id = c.order_id where c.id = ${id}`,
  )
  const { wanted, wantedIn, ...lost } = found!
  const converted = wantedIn !== lost.currency
  if (converted && (!taken || taken < 0n))
    refuseFields([
      { path: 'taken', message: `what the bank took in ${lost.currency}: it counts in ${wantedIn}` },
    ])
  if (!converted && taken !== undefined)
    refuseFields([{ path: 'taken', message: `nothing: the bank counts in ${wantedIn}, too` }])
  return { ...lost, amount: taken ?? BigInt(wanted) }
}

function inText({ fromHeld, fromRefunds, fromReleases, uncovered }: Loss) {
  return {
    fromHeld: String(fromHeld),
    fromRefunds: String(fromRefunds),
    fromReleases: String(fromReleases),
    uncovered: String(uncovered),
  }
}
