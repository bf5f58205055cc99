import type Stripe from 'stripe'
import type { Asked, GatewayOutcome } from '../../gateway.js'
import { verdictOn } from './stripe-failures.js'
import { lookUp } from './stripe-look-up.js'

/**
 * Makes one call under its idempotency key and says what came of it. Throws where the error says nothing: the operation is
 * asked for then.
 */
export async function once(
  stripe: Stripe,
  asked: Asked,
  call: () => Promise<GatewayOutcome>,
): Promise<GatewayOutcome> {
  try {
    return await call()
  } catch (error) {
    const verdict = verdictOn(error)
    if (!verdict) throw error
    if (verdict.result !== 'LOOK') return verdict
    const found = await lookUp(stripe, asked)
    return found.result === 'UNHEARD' ? verdict.otherwise : found
  }
}
