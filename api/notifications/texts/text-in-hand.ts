import type { TextCause } from '../../platform/texts/text-causes.js'
import type { TextFate } from '../../platform/texts/text-provider.js'

/** A text that one worker has in hand. */
export interface TextInHand {
  readonly id: string
  readonly orderId: string
  readonly attemptId: string | null
  readonly toNumber: string
  readonly timeZone: string
  /** With the secret of its link in it. */
  readonly body: string
  readonly state: string
  readonly attempts: number
  readonly asked: number
  readonly providerId: string | null
  /** Real time of the first try of which nobody knows. */
  readonly triedSince: Date
  /** The trade's time at which it was taken in hand. */
  readonly now: Date
  /** Whether an earlier try may have sent it: it is looked for first. */
  readonly isUnknown: boolean
  /** Why it is not to be sent, where an earlier try may have done so all the same. */
  readonly instead: Instead | undefined
}

/** What becomes of a text that is not sent now. */
export type Instead =
  | { readonly state: 'FAILED' | 'REFUSED_OPTED_OUT'; readonly cause: TextCause }
  | { readonly state: 'WAITING_FOR_MORNING'; readonly until: Date }

/** What came of one look at a text. */
export type TextOutcome =
  | { readonly came: 'FATE'; readonly fate: TextFate & { readonly providerId: string | null } }
  | { readonly came: 'NOT_SENT'; readonly instead: Instead }
  | { readonly came: 'TROUBLE'; readonly kind: 'later' | 'unknown'; readonly message: string }
