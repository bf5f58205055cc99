import type { TextFate } from '../text-provider.js'
import { causeOf } from './twilio-errors.js'

/** What a status of the provider's means for a text. One that is not known is on its way. */
export function fateOf(status: string, code: number | null | undefined): TextFate {
  const failure = code ? String(code) : null
  switch (status) {
    case 'sent':
      return { state: 'SENT' }
    case 'delivered':
    case 'read':
      return { state: 'DELIVERED' }
    case 'undelivered':
      return { state: 'UNDELIVERED', cause: causeOf(code, 'UNKNOWN'), failure }
    case 'failed':
    case 'canceled': {
      const cause = causeOf(code, 'UNKNOWN')
      return { state: cause === 'OPTED_OUT' ? 'REFUSED_OPTED_OUT' : 'FAILED', cause, failure }
    }
    default:
      return { state: 'TAKEN' }
  }
}
