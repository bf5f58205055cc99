import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient.js'
import type { TwilioConfig } from '../../text-settings.js'

/** The longest that one call may take, in milliseconds: less than a text is in hand for. */
export const CALL_MS = 15_000

/** The provider's library, at its own address or at another that speaks its protocol. It repeats nothing by itself. */
export function openTwilioClient({ accountSid, authToken, apiBase }: TwilioConfig): twilio.Twilio {
  const httpClient = apiBase ? new Elsewhere(apiBase) : new twilio.RequestClient({ timeout: CALL_MS })
  return twilio(accountSid, authToken, { httpClient })
}

/** The library's own way to call, with another host: it has no setting for that. */
class Elsewhere extends twilio.RequestClient {
  constructor(private readonly base: string) {
    super({ timeout: CALL_MS, keepAlive: false })
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const { pathname, search } = new URL(options.uri)
    return super.request<T>({ ...options, uri: new URL(pathname + search, this.base).href })
  }
}
