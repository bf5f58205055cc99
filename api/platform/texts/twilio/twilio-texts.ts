import type { TwilioConfig } from '../../text-settings.js'
import type { Handover, OutgoingText, TextProvider } from '../text-provider.js'
import { openTwilioClient } from './twilio-client.js'
import { refusedBy, troubleOf } from './twilio-errors.js'
import { fateOf } from './twilio-fate.js'
import { STATUS_PATH } from '../text-paths.js'
import { readTwilioNotice } from './twilio-notices.js'

/** How far back a text is looked for: the newest to that number. */
const LOOKED_AT = 100
/** The provider's clock and ours need not agree to the second. */
const CLOCKS_DIFFER_MS = 120_000
const SHORTEST_VALID_S = 60
const LONGEST_VALID_S = 36_000

interface Message {
  readonly sid: string
  readonly status: string
  readonly errorCode: number | null
}

/**
 * Texts through Twilio, by its own library. It knows no idempotency keys: a text of which nobody knows whether it was
 * sent is looked for by its number and its very words, and sent again only where it is not there.
 */
export function openTwilioTexts(config: TwilioConfig, publicUrl: string): TextProvider {
  const { messages } = openTwilioClient(config)
  const sender = config.from.startsWith('MG') ? { messagingServiceSid: config.from } : { from: config.from }
  const reports = isReached(config, publicUrl) ? `${publicUrl}${STATUS_PATH}` : undefined
  return {
    mode: 'twilio',
    async send({ id, to, body, validSeconds }) {
      try {
        const validityPeriod = Math.round(Math.min(Math.max(validSeconds, SHORTEST_VALID_S), LONGEST_VALID_S))
        const statusCallback = reports && `${reports}?text=${encodeURIComponent(id)}`
        return handover(await messages.create({ to, body, ...sender, validityPeriod, statusCallback }))
      } catch (error) {
        return refusedBy(error)
      }
    },
    async find(text) {
      const newest = await messages.list({ to: text.to, limit: LOOKED_AT }).catch((error: unknown) => {
        throw troubleOf(error)
      })
      const found = newest.find((one) => isIt(one, text))
      return found && handover(found)
    },
    async ask({ providerId }) {
      const message = await messages(providerId)
        .fetch()
        .catch((error: unknown) => {
          throw troubleOf(error)
        })
      return fateOf(message.status, message.errorCode)
    },
    read: (kind, request) => readTwilioNotice({ ...config, publicUrl }, kind, request),
  }
}

function handover({ sid, status, errorCode }: Message): Handover {
  return { ...fateOf(status, errorCode), providerId: sid }
}

function isIt(
  one: { readonly body: string; readonly direction: string; readonly dateCreated: Date },
  { body, triedSince }: OutgoingText,
): boolean {
  const notBefore = triedSince.getTime() - CLOCKS_DIFFER_MS
  return (
    one.direction !== 'inbound' && one.body.trim() === body.trim() && one.dateCreated.getTime() >= notBefore
  )
}

/** Whether the provider can reach us with its reports: it refuses an address of this machine alone. */
function isReached({ apiBase }: TwilioConfig, publicUrl: string): boolean {
  return apiBase !== undefined || !/^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(new URL(publicUrl).hostname)
}
