import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { type ACampaign, BUYER, FINANCE, take } from '../support/campaigns.js'
import { openStripeWorld, type StripeWorld } from './stripe-world.js'

/** Of what a channel gets, so much is our fee: a tenth. */
const FEE_OF = 10n

let room: StripeWorld
beforeAll(async () => {
  room = await openStripeWorld()
})
afterEach(() => room.booksAgree())
afterAll(() => room?.close())

/** What an order's postings come to, by kind of account. */
async function accountsOf({ orderId }: ACampaign): Promise<Record<string, bigint>> {
  const rows = await room.world.rows<{ account: string; amount: string }>(
    `select split_part(account, ':', 1) as account, sum(amount)::text as amount from postings where order_id = $1 group by 1 having sum(amount) <> 0`,
    [orderId],
  )
  return Object.fromEntries(rows.map(({ account, amount }) => [account, BigInt(amount)]))
}

/** A campaign whose channel has its money, and the transfer by which it came. */
async function released() {
  const campaign = await room.aCampaign({ at: 'COMPLETION_CLAIMED' })
  await take(room.world, BUYER, 'release', { id: campaign.id })
  await room.quiet()
  const fee = campaign.price / FEE_OF
  return {
    campaign,
    fee,
    paid: campaign.price - fee,
    transfer: [...room.stripe.books.transfers.values()].at(-1)!,
  }
}

/** The buyer's bank has taken the whole payment back, and finance has settled that. */
async function chargedBack({ orderId }: ACampaign): Promise<void> {
  const payment = [...room.stripe.books.payments.values()].find((one) => one.transfer_group === orderId)!
  room.stripe.decideDispute(room.stripe.dispute(payment.id), 'lost')
  await room.quiet()
  const [matter] = await room.world.rows<{ id: string }>('select id from chargebacks where order_id = $1', [
    orderId,
  ])
  const finance = await room.world.as(FINANCE)
  await finance.ask(
    'mutation($id: ID!) { settleChargeback(id: $id, outcome: LOST, idempotencyKey: "lost") { id } }',
    { id: matter!.id },
  )
}

/** What an order's postings were for, as far as somebody reads them. */
async function memosFor(email: string, { orderId }: ACampaign): Promise<string[]> {
  const { order } = await (
    await room.world.as(email)
  ).ask('query($id: ID!) { order(id: $id) { payment { ledger { memo } } } }', {
    id: orderId,
  })
  return order.payment.ledger.map(({ memo }: { memo: string }) => memo)
}

function tasksOf({ orderId }: ACampaign): Promise<{ title: string; role: string }[]> {
  return room.world.rows(
    `select title, role from tasks where order_id = $1 and starts_with(cause, 'reversal:')`,
    [orderId],
  )
}

test('what finance takes back of a payout is booked against what the channel owes: once, however it is heard', async () => {
  const { campaign, transfer, paid, fee } = await released()
  await chargedBack(campaign)
  expect(await accountsOf(campaign)).toEqual({ receivable: -campaign.price, fees: fee, provider: paid })
  room.stripe.webhooks.copies = 3
  room.stripe.webhooks.held = true
  room.stripe.reverse(transfer.id, 1000)
  room.stripe.reverse(transfer.id, Number(paid) - 1000)
  await room.stripe.webhooks.release('backwards')
  await room.quiet()
  expect(await accountsOf(campaign)).toEqual({ receivable: -fee, fees: fee })
  expect(await tasksOf(campaign)).toEqual([])
})

test('what is taken back of a channel that owes nothing is theirs: finance reads how much, and sees to it', async () => {
  const { campaign, transfer, fee } = await released()
  room.stripe.reverse(transfer.id, 700)
  await room.quiet()
  expect(await accountsOf(campaign)).toEqual({ provider: -fee - 700n, fees: fee, receivable: 700n })
  expect(await tasksOf(campaign)).toEqual([
    { title: 'More was taken back from the channel than it owes', role: 'FINANCE' },
  ])
  expect(await memosFor(FINANCE, campaign)).toContain('Transfer taken back')
  expect(await memosFor(BUYER, campaign)).not.toContain('Transfer taken back')
})
