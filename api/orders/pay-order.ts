import { requestAuthorisation, requestCharge } from '../funds/request-operation.js'
import { refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { orderMachine } from './order.machine.js'

/**
 * The buyer pays: the charge, or of a campaign's order the authorisation, is written down with the order's own event, and
 * sent to the gateway after the commit. Its result opens the order; a refusal is shown and may be tried again.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, DEADLINE_PASSED, PAYMENT_IN_PROGRESS, VALIDATION
 */
export async function payOrder(tx: Tx, input: { id: string; paymentToken: string }): Promise<string> {
  if (!/^[\w-]{3,200}$/.test(input.paymentToken))
    refuseFields([{ path: 'paymentToken', message: 'the token that the payment page gave' }])
  const { facts } = await transition(tx, orderMachine, input.id, 'payOrder')
  const order = await row<{ amount: string; currency: string }>(
    tx,
    sql`select total_amount::text as amount, currency from orders where id = ${input.id}`,
  )
  const { amount, currency } = order!
  const payment = { orderId: input.id, amount: BigInt(amount), currency, token: input.paymentToken }
  await (facts.campaignLines > 0 ? requestAuthorisation(tx, payment) : requestCharge(tx, payment))
  return input.id
}
