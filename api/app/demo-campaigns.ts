import type { DemoAccounts } from '../accounts/demo-accounts.js'
import { acceptCampaign } from '../campaigns/accept-campaign.js'
import { postMessage } from '../messages/post-message.js'
import { addCartLine, createCart } from '../orders/cart-lines.js'
import { checkout } from '../orders/checkout.js'
import { payOrder } from '../orders/pay-order.js'
import { terms } from '../orders/terms.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transaction } from '../platform/transaction.js'
import { memberOf } from './demo-orders.js'

const DRAIN_MS = 30_000

/**
 * Some campaigns of the demo world's agency with its channel: two that were offered, one accepted that waits for what it
 * needs. Needs a house that runs; does nothing where there are campaigns already, or nobody can be paid out to.
 */
export async function demoCampaigns(house: House, { agency, channel, clients }: DemoAccounts): Promise<void> {
  const { rows } = await house.database.pool.query(
    `select where exists (select from campaigns) or not exists (select from payout_accounts where status = 'ACTIVE')`,
  )
  if (rows.length) return
  const buyer = await memberOf(house, agency)
  const seller = await memberOf(house, channel)
  const buy = async (service: string, beneficiaryId: string) => {
    const id = await transaction(house, buyer, (tx) => place(tx, { agency, service, beneficiaryId }))
    await transaction(house, buyer, (tx) => payOrder(tx, { id, paymentToken: 'tok_ok' }))
    return id
  }
  await buy('Homepage takeover', clients[0]!.id)
  const asked = await buy('Newsletter feature', agency)
  const running = await buy('Podcast sponsorship', clients[1]!.id)
  await house.jobs.drained(DRAIN_MS)
  await transaction(house, seller, async (tx) => acceptCampaign(tx, { id: await campaignOf(tx, running) }))
  await house.jobs.drained(DRAIN_MS)
  const write = (viewer: typeof buyer, orderId: string, body: string) =>
    transaction(house, viewer, (tx) => postMessage(tx, { orderId, body, visibility: 'PARTIES' }))
  await write(buyer, asked, 'Would the second Friday of the month be possible?')
  await write(seller, running, 'Welcome! Please send us what our hosts shall say; three facts are plenty.')
}

async function place(
  tx: Tx,
  { agency, service, beneficiaryId }: { agency: string; service: string; beneficiaryId: string },
): Promise<string> {
  const found = await row<{ id: string; amount: string; currency: string }>(
    tx,
    sql`select id, price_amount::text as amount, currency from services where name = ${service} and flow = 'CAMPAIGN'`,
  )
  const { id: serviceId, amount, currency } = found!
  const cart = await createCart(tx, { buyerId: agency })
  await addCartLine(tx, { id: cart, serviceId, beneficiaryId })
  const shownTotal = { amount: BigInt(amount), currency }
  const [order] = await checkout(tx, { id: cart, termsVersion: terms.version, shownTotal })
  return order!
}

async function campaignOf(tx: Tx, orderId: string): Promise<string> {
  const found = await row<{ id: string }>(tx, sql`select id from campaigns where order_id = ${orderId}`)
  return found!.id
}
