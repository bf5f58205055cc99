import type { TextCause } from './text-causes.js'

/** A text on its way out. */
export interface OutgoingText {
  /** Its id in the outbox: reports come back to it by that. */
  readonly id: string
  /** E.164. */
  readonly to: string
  readonly body: string
  /** Counts from 1. */
  readonly attempt: number
  /** When it was first tried, in real time; the same where this is the first try. */
  readonly triedSince: Date
  /** Seconds of real time after which the provider gives up to send it. */
  readonly validSeconds: number
}

/** What a provider says of a text: `TAKEN` while it has it and has not yet sent it. */
export type TextFate =
  | { readonly state: 'TAKEN' | 'SENT' | 'DELIVERED' }
  | {
      readonly state: 'UNDELIVERED' | 'FAILED' | 'REFUSED_OPTED_OUT'
      readonly cause: TextCause
      /** The provider's own code, for people of ours. */
      readonly failure: string | null
    }

/** What came of one try to hand a text over. */
export type Handover = TextFate & {
  /** The provider's id of it; null where it took nothing. */
  readonly providerId: string | null
}

/** What comes in from a provider, once its signature was found good. */
export type TextNotice =
  | {
      readonly about: 'TEXT'
      /** The text's id in the outbox; null where the provider does not say. */
      readonly textId: string | null
      readonly providerId: string
      readonly fate: TextFate
    }
  | {
      readonly about: 'REPLY'
      readonly providerId: string
      /** E.164. */
      readonly from: string
      readonly body: string
      /** What the provider took it for, where it has dealt with it itself. */
      readonly dealtWith: 'STOP' | 'START' | 'HELP' | null
    }

/** A request that came in from outside, as it was sent. */
export interface TextRequest {
  /** The path with its query, as it was asked for. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
}

/** How texts leave the house, and what comes back. */
export interface TextProvider {
  /** `kept`: nothing leaves, the outbox itself is the phone; `none`: there is no way out, and every text fails. */
  readonly mode: 'kept' | 'none' | 'twilio'
  /**
   * Hands one text over. Throws {@link TextTrouble}: where that is `later` nothing was sent, where it is `unknown` it may
   * have been.
   */
  send(text: OutgoingText): Promise<Handover>
  /** Looks whether a text, of whose sending nobody knows, is there after all. Undefined where it is not. Throws {@link TextTrouble}. */
  find(text: OutgoingText): Promise<Handover | undefined>
  /** What became of a text that was sent. Throws {@link TextTrouble}. */
  ask(sent: { readonly providerId: string; readonly to: string }): Promise<TextFate>
  /** Reads what comes in; undefined where it was not signed by the provider. */
  read(kind: 'status' | 'inbound', request: TextRequest): TextNotice | undefined
}

/** Why a call came to nothing that can be written down. */
export class TextTrouble extends Error {
  override readonly name = 'TextTrouble'
  constructor(
    readonly kind: 'later' | 'unknown',
    message: string,
  ) {
    super(message)
  }
}
