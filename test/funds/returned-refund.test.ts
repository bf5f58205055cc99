import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { type ACampaign, ADMIN, BUYER, FINANCE, take } from '../support/campaigns.js'
import { openStripeWorld, type StripeWorld } from './stripe-world.js'

const FAILED =
  '{ failedOperations(first: 100) { nodes { id version failure amount { amount } order { id } availableActions { name allowed } } } }'
const RETRY = 'mutation($id: ID!, $k: String!) { retryOperation(id: $id, idempotencyKey: $k) { id } }'

let room: StripeWorld
beforeAll(async () => {
  room = await openStripeWorld()
})
afterAll(() => room?.close())

/** A campaign whose money was given back whole. */
async function aRefundedCampaign(): Promise<ACampaign> {
  const campaign = await room.aCampaign({ at: 'ACCEPTED' })
  await take(room.world, ADMIN, 'cancel', { id: campaign.id, f: String(campaign.price), r: 'Called off.' })
  await room.quiet()
  expect(await booksOf(campaign)).toEqual({ due: '0', state: 'SETTLED' })
  return campaign
}

/** The bank sends it back, as the provider tells it: three times, each under two names. */
async function sendBack({ orderId }: ACampaign): Promise<void> {
  const { books, webhooks } = room.stripe
  const payment = [...books.payments.values()].find((one) => one.transfer_group === orderId)
  const refund = [...books.refunds.values()].findLast((one) => one.payment_intent === payment!.id)
  webhooks.copies = 3
  room.stripe.decideRefund(refund!.id, 'failed')
  webhooks.tell('charge.refund.updated', refund!, null)
  await webhooks.quiet()
  webhooks.copies = 1
  await room.world.settled()
}

const booksOf = async ({ orderId }: ACampaign) => {
  const buyer = await room.world.as(BUYER)
  const [funds] = await room.world.rows<{ due: string }>(
    'select refund_due::text as due from held_funds where id = $1',
    [orderId],
  )
  const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { payment { state } } }', {
    id: orderId,
  })
  return { due: funds!.due, state: order.payment.state }
}
const failedOf = async ({ orderId }: ACampaign) =>
  (await (await room.world.as(FINANCE)).ask(FAILED))['failedOperations'].nodes.filter(
    (one: { order: { id: string } }) => one.order.id === orderId,
  )
const tasksOf = ({ orderId }: ACampaign) =>
  room.world.rows<{ title: string; status: string }>(
    `select title, status from tasks where order_id = $1 and role = 'FINANCE' order by id`,
    [orderId],
  )

test('a refund that comes back from the bank is due again, listed, told, and finance’s: once, however often we hear it', async () => {
  const campaign = await aRefundedCampaign()
  await sendBack(campaign)
  expect(await booksOf(campaign)).toEqual({ due: String(campaign.price), state: 'SETTLING' })
  expect(await failedOf(campaign)).toEqual([
    {
      id: expect.any(String),
      version: expect.any(Number),
      failure: expect.stringContaining('came back'),
      amount: { amount: String(campaign.price) },
      order: { id: campaign.orderId },
      availableActions: [{ name: 'retryOperation', allowed: true }],
    },
  ])
  expect(await tasksOf(campaign)).toEqual([{ title: 'A refund was refused by the gateway', status: 'OPEN' }])
  const told = await room.world.rows<{ to: string }>(
    `select to_address as "to" from mails where order_id = $1 and template = 'refund-failed' order by 1`,
    [campaign.orderId],
  )
  expect(told.map(({ to }) => to)).toEqual([BUYER, FINANCE])
  const log = await room.world.rows<{ type: string }>(
    `select type from events where stream_id = $1 and type like 'refund.%' order by sequence`,
    [campaign.orderId],
  )
  expect(log.map(({ type }) => type)).toEqual(['refund.requested', 'refund.issued', 'refund.failed'])
  expect(await room.world.ledgerFaults()).toEqual([])
})

test('it is given back by a fresh try, and may come back once more', async () => {
  const campaign = await aRefundedCampaign()
  await sendBack(campaign)
  const finance = await room.world.as(FINANCE)
  const retry = async () => {
    const [{ id }] = await failedOf(campaign)
    await finance.ask(RETRY, { id, k: randomUUID() })
    await room.quiet()
    expect(await booksOf(campaign)).toEqual({ due: '0', state: 'SETTLED' })
    expect(await failedOf(campaign)).toEqual([])
  }
  await retry()
  expect(await tasksOf(campaign)).toMatchObject([{ status: 'CANCELLED' }])
  await sendBack(campaign)
  expect(await booksOf(campaign)).toEqual({ due: String(campaign.price), state: 'SETTLING' })
  await retry()
  expect(await room.world.ledgerFaults()).toEqual([])
})
