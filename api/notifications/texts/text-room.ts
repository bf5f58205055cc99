import type { Config } from '../../platform/config.js'
import type { Tx } from '../../platform/context.js'
import { TOKEN_SLOT } from '../../platform/mailer/content.js'
import { makeSeals, type Seals } from '../../platform/mailer/seal.js'
import { port } from '../../platform/port.js'
import { noTexts } from '../../platform/texts/no-texts.js'
import { sandboxTexts } from '../../platform/texts/sandbox-texts.js'
import type { TextProvider } from '../../platform/texts/text-provider.js'

/** What the outbox of texts works with. */
export interface TextRoom {
  readonly provider: TextProvider
  readonly seals: Seals
  /** Whether the outbox is the only phone there is: only then are tokens of sent texts kept, sealed, and read by an ADMIN. */
  readonly isPhone: boolean
}

/** The house's way of texting; bound by the app. */
export const textRoom = port<TextRoom>('text room')

/** What is known of an attempt's text. */
export interface AttemptFate {
  readonly attemptId: string
  readonly state: 'WAITING_FOR_MORNING' | 'SENT' | 'DELIVERED' | 'FAILED' | 'REFUSED_OPTED_OUT'
}

/** Who wants to know what became of the text that was an attempt; the order's stream is locked. Bound by the app. */
export const attemptFates = port<(tx: Tx, fate: AttemptFate) => Promise<unknown>>('attempt fates')

/** Opens what the configuration asks for: the provider where one is named, else the sandbox's phones, else nothing. */
export async function openTextRoom(
  config: Pick<Config, 'mode' | 'twilio' | 'authSecret' | 'publicUrl'>,
): Promise<TextRoom> {
  const provider = await providerFor(config)
  return {
    provider,
    seals: makeSeals(config.authSecret, 'tokens in texts'),
    isPhone: provider.mode === 'kept',
  }
}

async function providerFor({
  mode,
  twilio,
  publicUrl,
}: Pick<Config, 'mode' | 'twilio' | 'publicUrl'>): Promise<TextProvider> {
  if (!twilio) return mode === 'sandbox' ? sandboxTexts() : noTexts()
  // Read only where it is used: it is a large library.
  const { openTwilioTexts } = await import('../../platform/texts/twilio/twilio-texts.js')
  return openTwilioTexts(twilio, publicUrl)
}

const HIDDEN = '…hidden'

/** A body as it is sent. */
export function withLinkToken(body: string, token: string | undefined): string {
  return token === undefined ? body : body.replaceAll(TOKEN_SLOT, encodeURIComponent(token))
}

/** A body as staff may read it: secrets hidden; where the outbox is the phone, an ADMIN can follow the links. */
export function textAsShown(
  body: string | null,
  sealedToken: string | null,
  isAdmin: boolean,
): string | null {
  if (body === null) return null
  const { isPhone, seals } = textRoom.bound
  return isPhone && isAdmin && sealedToken
    ? withLinkToken(body, seals.open(sealedToken))
    : body.replaceAll(TOKEN_SLOT, HIDDEN)
}
