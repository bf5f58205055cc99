import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { newId } from '../../api/lib/ids.js'
import { FINANCE } from '../support/campaigns.js'
import { openStripeWorld, type StripeWorld } from './stripe-world.js'
import { signatureOf } from './stripe-server/webhooks.js'

let room: StripeWorld
beforeAll(async () => {
  room = await openStripeWorld()
})
afterAll(() => room?.close())

const event = (type: string, object: object, key: string | null = null) =>
  JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type,
    request: { id: 'req_1', idempotency_key: key },
    data: { object },
  })
const paid = (key: string | undefined, amount = 49_900) => ({
  id: 'pi_other',
  object: 'payment_intent',
  status: 'succeeded',
  capture_method: 'automatic',
  amount,
  amount_received: amount,
  currency: 'eur',
  metadata: key ? { waybill_key: key } : {},
})

async function post(
  body: string,
  signature: string | undefined = signatureOf(body, room.stripe.webhookSecret),
): Promise<number> {
  const response = await fetch(`${room.world.address}/webhooks/gateway`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(signature && { 'stripe-signature': signature }) },
    body,
  })
  return response.status
}

describe('a webhook', () => {
  const ours = event('payment_intent.succeeded', paid(`${newId('opn')}-1`))
  const seconds = () => Math.floor(Date.now() / 1000)

  test('that nobody signed, or somebody else did, is refused', async () => {
    expect(await post(ours, '')).toBe(401)
    expect(await post(ours, 'v1=abc')).toBe(401)
    expect(await post(ours, signatureOf(ours, 'whsec_other'))).toBe(401)
  })

  test('whose bytes were changed on the way is refused, though it says the same', async () => {
    const signature = signatureOf(ours, room.stripe.webhookSecret)
    expect(await post(ours.replace('49900', '1'), signature)).toBe(401)
    expect(await post(JSON.stringify(JSON.parse(ours), null, 1), signature)).toBe(401)
  })

  test('that was signed more than five minutes ago is refused', async () => {
    const { webhookSecret } = room.stripe
    expect(await post(ours, signatureOf(ours, webhookSecret, seconds() - 310))).toBe(401)
    expect(await post(ours, signatureOf(ours, webhookSecret, seconds() - 240))).toBe(404)
  })

  test('about a key that we do not know yet is to be sent again', async () => {
    expect(await post(ours)).toBe(404)
  })

  test('of other programs on the same account, or of no use to us, is taken and nothing is done', async () => {
    const before = await room.world.rows('select count(*) from events')
    for (const body of [
      event('payment_intent.succeeded', paid(undefined)),
      event('payment_intent.succeeded', paid('their-own-key'), 'their-own-key'),
      event('payment_intent.canceled', paid(undefined)),
      event('refund.updated', {
        id: 're_1',
        status: 'succeeded',
        amount: 1,
        currency: 'eur',
        metadata: null,
      }),
      event('transfer.created', { id: 'tr_1', amount: 1, currency: 'eur', reversed: false, metadata: {} }),
      event('charge.dispute.created', {
        id: 'dp_1',
        amount: 1,
        currency: 'eur',
        status: 'needs_response',
        payment_intent: null,
      }),
      event('customer.created', { id: 'cus_1' }),
      event('account.updated', {
        id: 'acct_of_others',
        capabilities: { transfers: 'active' },
        payouts_enabled: true,
      }),
    ])
      expect(await post(body)).toBe(204)
    expect(await room.world.rows('select count(*) from events')).toEqual(before)
  })

  test('of a chargeback of a payment that is not ours is to be sent again', async () => {
    expect(
      await post(
        event('charge.dispute.created', {
          id: 'dp_2',
          amount: 1,
          currency: 'eur',
          status: 'needs_response',
          payment_intent: 'pi_none',
        }),
      ),
    ).toBe(404)
  })

  test('is good under any of the secrets: each address registered there has one of its own', async () => {
    const { openStripeGateway } = await import('../../api/funds/gateways/stripe/stripe-gateway.js')
    const gateway = openStripeGateway({ secretKey: 'sk_test_x', webhookSecrets: ['whsec_one', 'whsec_two'] })
    for (const [secret, about] of [
      ['whsec_one', 'OPERATION'],
      ['whsec_two', 'OPERATION'],
      ['whsec_three', undefined],
    ] as const)
      expect(
        gateway.readNotice({ 'stripe-signature': signatureOf(ours, secret) }, Buffer.from(ours))?.about,
      ).toBe(about)
  })
})

test('the bank’s decision may be heard before we hear that it asked, and is one matter', async () => {
  const { world, stripe } = room
  const campaign = await room.aCampaign({ at: 'ACCEPTED' })
  await room.quiet()
  stripe.webhooks.held = true
  const [payment] = [...stripe.books.payments.values()].filter(
    (one) => one.transfer_group === campaign.orderId,
  )
  stripe.decideDispute(stripe.dispute(payment!.id), 'lost')
  stripe.webhooks.held = false
  await stripe.webhooks.release('backwards')
  await room.quiet()
  const found = await world.rows<{ id: string; status: string; says: string }>(
    'select id, status, bank_says as says from chargebacks where order_id = $1',
    [campaign.orderId],
  )
  expect(found).toMatchObject([{ status: 'OPEN', says: 'LOST' }])
  const finance = await world.as(FINANCE)
  await finance.ask(
    'mutation($id: ID!, $k: String!) { settleChargeback(id: $id, outcome: LOST, idempotencyKey: $k) { id } }',
    { id: found[0]!.id, k: 'lost' },
  )
  await room.quiet()
  const [held] = await world.rows<{ held: string }>(
    'select held::text as held from held_funds where id = $1',
    [campaign.orderId],
  )
  expect(held).toEqual({ held: '0' })
})

test('an account that could not be paid out to is active from the moment that the provider says so', async () => {
  const { world, stripe } = room
  const [channel] = await world.rows<{ id: string }>(`select id from organisations where kind = 'CHANNEL'`)
  const account = {
    id: 'acct_new',
    object: 'account' as const,
    capabilities: { transfers: 'pending' as 'pending' | 'active' },
    payouts_enabled: false,
  }
  stripe.books.accounts.set(account.id, account)
  const owner = await world.as('channel@demo.test')
  const status = async () =>
    (
      await world.rows<{ status: string }>('select status from payout_accounts where organisation_id = $1', [
        channel!.id,
      ])
    )[0]!.status
  await owner.ask(
    'mutation($o: ID!) { connectPayoutAccount(organisationId: $o, accountToken: "acct_new") { id } }',
    { o: channel!.id },
  )
  await world.settled()
  expect(await status()).toBe('PENDING')
  Object.assign(account, { capabilities: { transfers: 'active' }, payouts_enabled: true })
  stripe.webhooks.tell('account.updated', account, null)
  await stripe.webhooks.quiet()
  expect(await status()).toBe('ACTIVE')
})
