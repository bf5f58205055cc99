import { requestCapture } from '../funds/request-capture.js'
import { refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { campaignMachine } from './campaign.machine.js'

/**
 * The buyer pays again, after the first payment could not be taken in: a fresh charge with the token of the payment page.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED, PAYMENT_IN_PROGRESS, VALIDATION
 */
export async function payAgain(tx: Tx, input: { id: string; paymentToken: string }): Promise<string> {
  const { id, paymentToken: token } = input
  if (!/^[\w-]{3,200}$/.test(token))
    refuseFields([{ path: 'paymentToken', message: 'the token that the payment page gave' }])
  const { facts } = await transition(tx, campaignMachine, id, 'payAgain', ({ payAgainBy }) => ({
    data: { payAgainBy: payAgainBy!.toISOString() },
  }))
  await requestCapture(tx, { orderId: facts.orderId, token })
  return id
}
