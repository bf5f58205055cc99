import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { CampaignFacts, PayoutAccountFacts, ReleaseFacts } from './campaign-facts.js'
import type { ChargebackFacts, MoneyFacts, ReceiptFacts, RefusedFacts } from './facts.js'
import { campaignFacts } from './load-campaign.js'
import { appointmentFacts } from './load-appointment.js'
import { moneyFacts, orderFacts } from './load-order.js'
import { idIn, type ToldEvent } from './told-event.js'

type Loaded<F> = Promise<F | undefined>

/** The order that was paid; with its campaign or appointment, where it is one. */
export async function receiptFacts(tx: Tx, event: ToldEvent): Loaded<ReceiptFacts> {
  const order = await orderFacts(tx, event)
  const campaign = await campaignFacts(tx, event)
  const appointment = await appointmentFacts(tx, event)
  return order && { ...order, ...(campaign && { campaign }), ...(appointment && { appointment }) }
}

/** The payment that an accepted campaign waits for; undefined where the same attempt was only tried again by itself. */
export async function captureFacts(tx: Tx, event: ToldEvent): Loaded<RefusedFacts> {
  const money = await moneyFacts(tx, event)
  const campaign = await campaignFacts(tx, event)
  const again = await row<{ attempt: number }>(
    tx,
    sql`select attempt from operations where id = ${idIn(event, 'operationId')} and kind = 'CAPTURE' and attempt > 1`,
  )
  return money && campaign && !again ? { ...money, campaign } : undefined
}

/** The campaign whose money is there after it had been refused; undefined where it was there at once. */
export async function paidFacts(tx: Tx, event: ToldEvent): Loaded<CampaignFacts> {
  const campaign = await campaignFacts(tx, event)
  const refused = await row(
    tx,
    sql`select from events where stream_id = ${event.streamId} and type = 'campaign.capture-failed' limit 1`,
  )
  return refused ? campaign : undefined
}

/** The money that was only set aside, and is let go, or could not be; of several tries the first. */
export async function letGoFacts(tx: Tx, event: ToldEvent): Loaded<MoneyFacts> {
  if (isRetried(event)) return undefined
  const money = await moneyFacts(tx, event)
  return money && { ...money, letGo: true }
}

/** The money that the campaign's end released: by the buyer, or by itself. */
export async function releasedFacts(tx: Tx, event: ToldEvent): Loaded<ReleaseFacts> {
  const campaign = await campaignFacts(tx, event)
  if (!campaign) return undefined
  const released = { amount: BigInt(idIn(event, 'amount') ?? 0), currency: campaign.price.currency }
  const { fee: releaseFee, payout: net } = campaign
  if (released.amount === 0n) return undefined // a bank took it back meanwhile
  return { ...campaign, released, releaseFee, net, byHand: isByHand(event), failure: null }
}

/** Whether the buyer released it; `early` is how events before told it. */
function isByHand({ data }: ToldEvent): boolean {
  return data['by'] === 'BUYER' || data['early'] === true
}

/** The payout that the event names, on its way or refused; of several tries the first refusal. */
export async function payoutFacts(tx: Tx, event: ToldEvent): Loaded<ReleaseFacts> {
  if (await wasRefusedBefore(tx, event)) return undefined
  const campaign = await campaignFacts(tx, event)
  const operation = await row<{ net: string; fee: string; failure: string | null }>(
    tx,
    sql`select amount::text as net, fee::text as fee, failure_message as failure from operations where id = ${idIn(event, 'operationId')}`,
  )
  if (!campaign || !operation) return undefined
  const { currency } = campaign.price
  const [net, fee] = [BigInt(operation.net), BigInt(operation.fee)]
  return {
    ...campaign,
    released: { amount: net + fee, currency },
    releaseFee: { amount: fee, currency },
    net: { amount: net, currency },
    byHand: false,
    failure: operation.failure,
  }
}

/** The payment that the bank has called back. */
export async function chargebackFacts(tx: Tx, event: ToldEvent): Loaded<ChargebackFacts> {
  const order = await orderFacts(tx, event)
  const campaign = await campaignFacts(tx, event)
  const [amount, currency] = [idIn(event, 'amount'), idIn(event, 'currency')]
  if (!order || amount === null || currency === null) return undefined
  const called = { amount: { amount: BigInt(amount), currency }, at: event.occurredAt }
  return { ...order, ...called, ...(campaign && { campaign }) }
}

/** The account that was suspended, or works again. */
export async function payoutAccountFacts(tx: Tx, event: ToldEvent): Loaded<PayoutAccountFacts> {
  const found = await row<{ channelId: string; channel: string; reason: string | null }>(
    tx,
    sql`select id as "channelId", name as channel, (select text from reasons where id = ${idIn(event, 'reasonId')}) as reason
      from organisations where id = ${idIn(event, 'organisationId')}`,
  )
  if (!found) return undefined
  const suspended = event.type === 'payout-account.suspended'
  return { orderId: null, accountId: event.aggregateId, ...found, suspended, at: event.occurredAt }
}

/** Whether this very payout was refused before; what is left of one that was called off is one of its own. */
async function wasRefusedBefore(tx: Tx, { id, type, streamId, data }: ToldEvent): Promise<boolean> {
  if (type !== 'release.failed') return false
  const before = await row(
    tx,
    sql`select from events where stream_id = ${streamId} and type = ${type} and data->>'operationId' = ${String(data['operationId'])}
        and sequence < (select sequence from events where id = ${id}) limit 1`,
  )
  return before !== undefined
}

function isRetried({ data }: ToldEvent): boolean {
  return Number(data['attempt'] ?? 1) > 1
}
