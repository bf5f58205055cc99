import twilio from 'twilio'
import type { TextCause } from '../text-causes.js'
import { type Handover, TextTrouble } from '../text-provider.js'

/**
 * The provider's codes that mean one of our causes: of a call that it refuses, and of a text that it could not deliver.
 * Source: twilio.com/docs/api/errors.
 */
const CAUSES: Readonly<Record<number, TextCause>> = {
  21211: 'NO_SUCH_NUMBER',
  21217: 'NO_SUCH_NUMBER',
  21265: 'NO_SUCH_NUMBER',
  21408: 'REGION_NOT_ALLOWED',
  21610: 'OPTED_OUT',
  21612: 'REGION_NOT_ALLOWED',
  21614: 'CANNOT_TAKE_TEXTS',
  21635: 'CANNOT_TAKE_TEXTS',
  30001: 'TOO_LATE',
  30003: 'OUT_OF_REACH',
  30004: 'BLOCKED',
  30005: 'NO_SUCH_NUMBER',
  30006: 'CANNOT_TAKE_TEXTS',
  30007: 'BLOCKED',
  30008: 'UNKNOWN',
  30032: 'BLOCKED',
  30034: 'BLOCKED',
  30036: 'TOO_LATE',
}

/** Refusals that say something of us and not of a text: somebody has to mend that, and then it goes. */
const OURS_TO_MEND: readonly number[] = [401, 403, 404, 429]

/** Faults of the line after which it is sure that nothing was heard of us. */
const UNHEARD: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']

/** What a code of the provider's means; `otherwise` where it is none that we know. */
export function causeOf(code: number | null | undefined, otherwise: TextCause): TextCause {
  return (code && CAUSES[code]) || otherwise
}

/**
 * What an error of a call to send means: the text failed, for good. Throws {@link TextTrouble} for every other: nothing was
 * sent, where that is sure; else nobody knows.
 */
export function refusedBy(error: unknown): Handover {
  if (error instanceof twilio.RestException && error.status === 400) {
    const cause = causeOf(error.code, 'REFUSED')
    const state = cause === 'OPTED_OUT' ? 'REFUSED_OPTED_OUT' : 'FAILED'
    return { state, cause, failure: `${error.code ?? error.status}: ${error.message}`, providerId: null }
  }
  throw troubleOf(error)
}

/** An error of a call that asks for something, or that says nothing of the text. */
export function troubleOf(error: unknown): TextTrouble {
  const { message = String(error) } = error as { message?: string }
  return new TextTrouble(wasUnheard(error) ? 'later' : 'unknown', message)
}

function wasUnheard(error: unknown): boolean {
  if (error instanceof twilio.RestException) return OURS_TO_MEND.includes(error.status)
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && UNHEARD.includes(code)
}
