/** Who has to act next. */
export const actors = {
  BUYER: 'The buyer.',
  RECIPIENT: 'Whoever got the onboarding request.',
  CHANNEL: 'The channel.',
  US: 'Our team.',
  NOBODY: 'Nobody: it runs by itself, or has ended.',
} as const

export type Actor = keyof typeof actors

/** Where an order stands and what comes next, in plain words, with who acts. */
export interface PlainWords {
  readonly summary: string
  readonly next: string | null
  readonly actor: Actor
  /** What a beneficiary reads instead, where the words speak of money: that is not theirs to know. */
  readonly toBeneficiary?: { readonly summary?: string; readonly next?: string }
}
