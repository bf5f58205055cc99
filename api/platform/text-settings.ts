import { z } from 'zod'
import { StartRefused } from './start-refused.js'

/** An account at the provider of texts, and how it is reached. */
export type TwilioConfig = Readonly<{
  accountSid: string
  /** Also what it signs with when it calls us. */
  authToken: string
  /** Who texts come from: a number (E.164) that people can answer to, or a messaging service. */
  from: string
  /** Absent for the provider's own. */
  apiBase: string | undefined
}>

/** The variables of the provider of texts. */
export const textVariables = {
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'must be an account like AC… with 32 digits and letters')
    .optional(),
  TWILIO_AUTH_TOKEN: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be a token of 32 digits and letters')
    .optional(),
  TWILIO_FROM: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/,
      'must be a number like +14155550100 or a messaging service like MG…',
    )
    .optional(),
  TWILIO_API_BASE: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://api.twilio.com' })
    .optional(),
}

interface Given {
  readonly TWILIO_ACCOUNT_SID?: string | undefined
  readonly TWILIO_AUTH_TOKEN?: string | undefined
  readonly TWILIO_FROM?: string | undefined
  readonly TWILIO_API_BASE?: string | undefined
}

/** The provider of texts, where one was named. Throws {@link StartRefused} where a part of it is missing. */
export function textConfig(given: Given): TwilioConfig | undefined {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = given
  const apiBase = given.TWILIO_API_BASE
  if (apiBase && !accountSid) throw new StartRefused('TWILIO_API_BASE is set but TWILIO_ACCOUNT_SID is not.')
  if (!accountSid && !authToken && !from) return undefined
  if (!accountSid || !authToken || !from)
    throw new StartRefused(
      'TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM go together: set all three, or none.',
    )
  return Object.freeze({ accountSid, authToken, from, apiBase })
}
