import twilio from 'twilio'
import type { TextNotice, TextRequest } from '../text-provider.js'
import { fateOf } from './twilio-fate.js'

/** Whose calls we take. */
interface Signing {
  readonly authToken: string
  readonly accountSid: string
  readonly publicUrl: string
}

/** Reads what the provider sends; undefined where its token did not sign this very address and form, or it is of another account. */
export function readTwilioNotice(
  { authToken, accountSid, publicUrl }: Signing,
  kind: 'status' | 'inbound',
  { path, headers, form }: TextRequest,
): TextNotice | undefined {
  const signature = headers['x-twilio-signature'] ?? ''
  if (!twilio.validateRequest(authToken, signature, publicUrl + path, form)) return undefined
  if (form['AccountSid'] !== accountSid) return undefined
  return kind === 'status' ? reportIn(path, form) : replyIn(form)
}

function reportIn(path: string, form: Readonly<Record<string, string>>): TextNotice {
  return {
    about: 'TEXT',
    textId: new URL(path, 'http://here').searchParams.get('text'),
    providerId: form['MessageSid'] ?? '',
    fate: fateOf(form['MessageStatus'] ?? '', Number(form['ErrorCode']) || null),
  }
}

function replyIn(form: Readonly<Record<string, string>>): TextNotice {
  return {
    about: 'REPLY',
    providerId: form['MessageSid'] ?? '',
    from: form['From'] ?? '',
    body: form['Body'] ?? '',
    dealtWith: dealtWith(form['OptOutType'], form['Body'] ?? ''),
  }
}

/**
 * The words that the provider answers by itself, and after which it refuses our texts or takes them again. Source:
 * help.twilio.com, "Twilio support for opt-out keywords".
 */
const BY_ITSELF = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE'],
  START: ['START', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
} as const
type Dealt = keyof typeof BY_ITSELF

function dealtWith(said: string | undefined, body: string): Dealt | null {
  if (said && Object.hasOwn(BY_ITSELF, said)) return said as Dealt
  const word = body.trim().toUpperCase()
  const kinds = Object.entries(BY_ITSELF) as [Dealt, readonly string[]][]
  return kinds.find(([, words]) => words.includes(word))?.[0] ?? null
}
