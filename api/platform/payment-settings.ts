import { z } from 'zod'
import { StartRefused } from './start-refused.js'

/** An account at the payment provider, and how it is reached. */
export type StripeConfig = Readonly<{
  secretKey: string
  /** What webhooks are signed with: a secret for each address registered there. */
  webhookSecrets: readonly string[]
  /** Absent for the provider's own. */
  apiBase: string | undefined
}>

/** The variables of the payment provider. */
export const paymentVariables = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_\w+$/, 'must be a secret key like sk_live_… or rk_live_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[\w+/=-]+(\s*,\s*whsec_[\w+/=-]+)*$/, 'must be secrets like whsec_… with commas between')
    .optional(),
  STRIPE_API_BASE: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://api.stripe.com' })
    .optional(),
}

interface Given {
  readonly STRIPE_SECRET_KEY?: string | undefined
  readonly STRIPE_WEBHOOK_SECRET?: string | undefined
  readonly STRIPE_API_BASE?: string | undefined
}

/**
 * The provider, where one was named. Throws {@link StartRefused} where half of it is missing: without the secret of its
 * webhooks a house would not hear of what came later. Real money is for production alone.
 */
export function paymentConfig(given: Given, mode: 'sandbox' | 'production'): StripeConfig | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: secrets, STRIPE_API_BASE: apiBase } = given
  if (Boolean(secretKey) !== Boolean(secrets))
    throw new StartRefused('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together: set both, or neither.')
  if (apiBase && !secretKey) throw new StartRefused('STRIPE_API_BASE is set but STRIPE_SECRET_KEY is not.')
  if (!secretKey || !secrets) return undefined
  if (secretKey.includes('_live_') && mode === 'sandbox')
    throw new StartRefused('STRIPE_SECRET_KEY moves real money: that is for WAYBILL_MODE=production alone.')
  const webhookSecrets = Object.freeze(secrets.split(',').map((secret) => secret.trim()))
  return Object.freeze({ secretKey, webhookSecrets, apiBase })
}
