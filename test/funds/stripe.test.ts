import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import {
  CHECKED,
  type ACampaign,
  ADMIN,
  aCampaignOrder,
  BUYER,
  CHANNEL,
  FINANCE,
  refusal,
  sendCreatives,
  take,
} from '../support/campaigns.js'
import { campaignNow, moneyOf } from '../campaigns/read-campaign.js'
import { act, CLAIM, WHY } from '../disputes/a-dispute.js'
import { pay, placeOrders } from '../support/shopping.js'
import { HOUR } from '../support/world.js'
import { openStripeWorld, type StripeWorld } from './stripe-world.js'

let room: StripeWorld
beforeAll(async () => {
  room = await openStripeWorld()
})
afterEach(() => room.booksAgree())
afterAll(() => room?.close())

const FEE = 1000n
const lessFee = (amount: bigint) => amount - (amount * FEE) / 10_000n

/** What the provider has of a campaign's order. */
function there({ orderId }: { orderId: string }) {
  const { payments, charges, refunds, transfers } = room.stripe.books
  const mine = [...payments.values()].filter((one) => one.transfer_group === orderId)
  const ids = mine.map((one) => one.id)
  return {
    payments: mine.map((one) => `${one.capture_method} ${one.status}`),
    refunded: [...refunds.values()]
      .filter((one) => ids.includes(one.payment_intent))
      .map((one) => BigInt(one.amount)),
    transferred: [...transfers.values()]
      .filter((one) => one.transfer_group === orderId)
      .map((one) => BigInt(one.amount)),
    fromTheCharge: [...transfers.values()]
      .filter((one) => one.transfer_group === orderId)
      .every((one) => charges.get(one.source_transaction ?? '')?.transfer_group === orderId),
  }
}

/** Takes a verb and waits for everything that it set going, here and there. */
async function done(verb: Parameters<typeof take>[2], who: string, variables: Record<string, unknown>) {
  await take(room.world, who, verb, variables)
  await room.quiet()
}

/** The rest of a campaign's life, from the moment that it was accepted. */
async function complete({ id }: ACampaign) {
  await sendCreatives(room.world, id)
  await done('ready', CHANNEL, { id })
  await done('complete', CHANNEL, { id, c: CHECKED })
}

describe('a campaign’s money', () => {
  test('is waited for no longer than its bank says that it keeps it, whatever others do', async () => {
    const { world, stripe } = room
    stripe.webhooks.held = true // they carry the charge's name alone
    const campaign = await room.aCampaign({ at: 'AWAITING_ACCEPTANCE', token: 'pm_five_days' })
    const [charge] = [...stripe.books.charges.values()].filter(
      (one) => one.transfer_group === campaign.orderId,
    )
    const lastHour = charge!.payment_method_details.card.capture_before! * 1000 - HOUR
    const extend = (until: number) => ({
      id: campaign.id,
      u: new Date(until).toISOString(),
      r: 'It is a holiday.',
    })
    expect(await refusal(world, ADMIN, 'extend', extend(lastHour + 1))).toMatchObject({ code: 'VALIDATION' })
    await take(world, ADMIN, 'extend', extend(lastHour))
    await take(world, BUYER, 'withdraw', { id: campaign.id })
    stripe.webhooks.held = false
    await room.quiet()
    expect(there(campaign)).toMatchObject({ payments: ['manual canceled'] })
  })

  test('is set aside, taken in when the channel accepts, and goes to the channel less the fee', async () => {
    const campaign = await room.aCampaign({ at: 'AWAITING_ACCEPTANCE' })
    await room.quiet()
    expect(there(campaign)).toMatchObject({ payments: ['manual requires_capture'] })
    expect(await moneyOf(room.world, campaign)).toMatchObject({ held: 0n, done: ['AUTHORISE SUCCEEDED'] })
    await done('accept', CHANNEL, { id: campaign.id })
    expect(there(campaign)).toMatchObject({ payments: ['manual succeeded'] })
    expect(await moneyOf(room.world, campaign)).toMatchObject({ held: campaign.price })
    await complete(campaign)
    await done('release', BUYER, { id: campaign.id })
    expect(there(campaign)).toEqual({
      payments: ['manual succeeded'],
      refunded: [],
      transferred: [lessFee(campaign.price)],
      fromTheCharge: true,
    })
    expect(await campaignNow(room.world, campaign.id)).toMatchObject({
      status: 'CLOSED',
      outcome: 'RELEASED',
    })
    expect(await moneyOf(room.world, campaign)).toMatchObject({
      held: 0n,
      payable: 0n,
      fees: (campaign.price * FEE) / 10_000n,
      released: lessFee(campaign.price),
      closed: true,
    })
  })

  test('is let go when the channel declines, and when it stays silent for 48 hours', async () => {
    const declined = await room.aCampaign({ at: 'AWAITING_ACCEPTANCE' })
    await done('decline', CHANNEL, { id: declined.id, r: 'We are full that week.' })
    const silent = await room.aCampaign({ at: 'AWAITING_ACCEPTANCE' })
    await room.world.move(48 * HOUR + 3000)
    await room.quiet()
    expect(await campaignNow(room.world, silent.id)).toMatchObject({ status: 'EXPIRED' })
    for (const campaign of [declined, silent]) {
      expect(there(campaign)).toMatchObject({ payments: ['manual canceled'], refunded: [], transferred: [] })
      expect((await moneyOf(room.world, campaign)).done).toEqual(['AUTHORISE SUCCEEDED', 'VOID SUCCEEDED'])
    }
  })

  test('goes back in part, and the rest to the channel, when a dispute is split', async () => {
    const campaign = await room.aCampaign({ at: 'COMPLETION_CLAIMED' })
    const dispute = await act(room.world, BUYER, 'open', { id: campaign.id, ...CLAIM })
    await act(room.world, ADMIN, 'resolve', { id: dispute.id, c: 'SPLIT', f: '20000', ...WHY })
    await room.quiet()
    expect(there(campaign)).toMatchObject({
      refunded: [20_000n],
      transferred: [lessFee(campaign.price - 20_000n)],
      fromTheCharge: true,
    })
    expect(await campaignNow(room.world, campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'SPLIT' })
  })

  test('goes back whole when staff cancels with a full refund', async () => {
    const campaign = await room.aCampaign({ at: 'ACCEPTED' })
    await done('cancel', ADMIN, { id: campaign.id, f: String(campaign.price), r: 'The edition was stopped.' })
    expect(there(campaign)).toMatchObject({ refunded: [campaign.price], transferred: [] })
    expect(await moneyOf(room.world, campaign)).toMatchObject({
      held: 0n,
      refundDue: 0n,
      refunded: campaign.price,
    })
  })

  test('that could not be taken in any more is paid again with another card, and released', async () => {
    const campaign = await room.aCampaign({ at: 'AWAITING_ACCEPTANCE' })
    await room.quiet()
    const [payment] = [...room.stripe.books.payments.values()].filter(
      (one) => one.transfer_group === campaign.orderId,
    )
    Object.assign(payment!, { status: 'canceled' }) // as banks do after a week
    await done('accept', CHANNEL, { id: campaign.id })
    const [failed] = await room.world.rows(
      `select failure_code from operations where order_id = $1 and kind = 'CAPTURE'`,
      [campaign.orderId],
    )
    expect(failed).toEqual({ failure_code: 'authorisation_ended' })
    await done('payAgain', BUYER, { id: campaign.id, t: 'pm_card_visa_chargeDeclined' })
    await done('payAgain', BUYER, { id: campaign.id, t: 'pm_card_visa' })
    expect(await moneyOf(room.world, campaign)).toMatchObject({ held: campaign.price })
    await complete(campaign)
    await done('release', BUYER, { id: campaign.id })
    expect(there(campaign)).toMatchObject({ transferred: [lessFee(campaign.price)], fromTheCharge: true })
  })

  test('is frozen while the buyer’s bank wants it back, and moves again when that is won', async () => {
    const campaign = await room.aCampaign({ at: 'COMPLETION_CLAIMED', token: 'pm_card_createDispute' })
    await room.quiet()
    expect(await refusal(room.world, BUYER, 'release', { id: campaign.id })).toMatchObject({
      code: 'FUNDS_FROZEN',
    })
    const [dispute] = [...room.stripe.books.disputes.values()]
    room.stripe.decideDispute(dispute!.id, 'won')
    await room.quiet()
    const [chargeback] = await room.world.rows<{ id: string; says: string }>(
      'select id, bank_says as says from chargebacks where gateway_ref = $1',
      [dispute!.id],
    )
    expect(chargeback).toMatchObject({ says: 'WON' })
    const finance = await room.world.as(FINANCE)
    await finance.ask(
      'mutation($id: ID!, $k: String!) { settleChargeback(id: $id, outcome: WON, idempotencyKey: $k) { id } }',
      { id: chargeback!.id, k: 'won' },
    )
    Object.assign(
      [...room.stripe.books.charges.values()].find((one) => one.disputed)!,
      { disputed: false },
    )
    await done('release', BUYER, { id: campaign.id })
    expect(there(campaign)).toMatchObject({ transferred: [lessFee(campaign.price)] })
  })
})

describe('the money of other orders', () => {
  test('is charged at once, and refunded when the order is cancelled', async () => {
    const buyer = await room.world.as(BUYER)
    const [orderId] = await placeOrders(buyer, [{ service: 'Review monitor', client: 'Harbour Bakery' }])
    await pay(buyer, orderId!, 'pm_card_visa_chargeDeclinedInsufficientFunds')
    await room.quiet()
    await pay(buyer, orderId!, 'pm_card_visa')
    await room.quiet()
    expect(there({ orderId: orderId! }).payments).toEqual([
      'automatic requires_payment_method',
      'automatic succeeded',
    ])
    const [second] = await placeOrders(buyer, [{ service: 'Local search optimisation' }])
    await pay(buyer, second!, 'pm_card_visa')
    await room.quiet()
    await buyer.ask(
      'mutation($id: ID!) { cancelOrder(id: $id, reason: "Not needed.", idempotencyKey: "not-needed") { id } }',
      { id: second },
    )
    await room.quiet()
    expect(there({ orderId: second! }).refunded).toHaveLength(1)
  })

  test('that comes when its time is over goes back', async () => {
    const buyer = await room.world.as(BUYER)
    const [orderId] = await placeOrders(buyer, [{ service: 'Local search optimisation' }])
    await pay(buyer, orderId!, 'pm_slow_bank')
    await room.world.move(15 * 60_000 + 3000)
    const [payment] = [...room.stripe.books.payments.values()].filter((one) => one.transfer_group === orderId)
    room.stripe.decide(payment!.id, 'YES')
    await room.quiet()
    const [order] = await room.world.rows<{ status: string }>('select status from orders where id = $1', [
      orderId,
    ])
    // Told in the midst of being called off, the bank's yes was still in time or came too late: either way it is whole.
    const { payments, refunded } = there({ orderId: orderId! })
    expect(payments).toEqual(['automatic succeeded'])
    expect(refunded).toHaveLength(order!.status === 'CANCELLED' ? 1 : 0)
  })
})

describe('webhooks', () => {
  test('alone tell everything, where every answer is lost', async () => {
    const { stripe } = room
    const lost = ['REPLY_LOST', 'REPLY_LOST'] as const
    for (const path of [/^POST \/v1\/payment_intents$/, /capture$/, /transfers$/]) stripe.next(path, ...lost)
    const campaign = await room.aCampaign({ at: 'COMPLETION_CLAIMED' })
    await done('release', BUYER, { id: campaign.id })
    expect(there(campaign)).toMatchObject({ transferred: [lessFee(campaign.price)] })
    expect(await campaignNow(room.world, campaign.id)).toMatchObject({ outcome: 'RELEASED' })
  })

  test('may come thrice, and in the wrong order', async () => {
    const { stripe } = room
    stripe.webhooks.copies = 3
    stripe.webhooks.held = true
    const campaign = await room.aCampaign({ at: 'COMPLETION_CLAIMED' })
    await take(room.world, BUYER, 'release', { id: campaign.id })
    await room.world.settled()
    stripe.webhooks.held = false
    const before = await moneyOf(room.world, campaign)
    await stripe.webhooks.release('backwards')
    await room.quiet()
    expect(await moneyOf(room.world, campaign)).toEqual(before)
    expect(before.released).toBe(lessFee(campaign.price))
  })

  test('may all be lost, and the answers with them: what became of it is asked', async () => {
    const { stripe } = room
    stripe.webhooks.held = true
    const lost = ['REPLY_LOST', 'REPLY_LOST'] as const
    stripe.next(/^POST \/v1\/payment_intents$/, ...lost)
    const orderId = await aCampaignOrder(room.world)
    await pay(await room.world.as(BUYER), orderId, 'pm_card_visa')
    await room.quiet()
    expect(there({ orderId }).payments).toEqual(['manual requires_capture'])
    const [order] = await room.world.rows<{ status: string }>('select status from orders where id = $1', [
      orderId,
    ])
    expect(order).toEqual({ status: 'OPEN' })
    await stripe.webhooks.release()
  })
})
