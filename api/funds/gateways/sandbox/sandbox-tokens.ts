/** What the sandbox gateway does with a means of payment: how real gateways behave, each on its own. */
export interface SandboxToken {
  /** In plain words, for docs and for whoever has to choose one. */
  readonly doc: string
  /** The refusal's code and words; left out, the charge succeeds. */
  readonly refuses?: readonly [code: string, message: string]
  /** How it answers: at once, never (until the caller gives up), with an error, or with an error before it has done anything. */
  readonly reply?: 'HANGS' | 'BREAKS' | 'LOSES-FIRST'
  /** Decides only after a while. */
  readonly slow?: true
  /** When its webhook comes; left out, once and soon after. */
  readonly webhook?: 'FIRST' | 'TWICE' | 'NEVER'
  /** Says that it called the charge off, and takes the money all the same. */
  readonly deafToCancel?: true
  /** What it does when the money is to go back; left out, it gives it back. */
  readonly refund?: 'REFUSED' | 'REFUSED-FIRST' | 'HANGS' | 'BREAKS'
}

/** Every token of the sandbox. */
export const sandboxTokens = {
  tok_ok: { doc: 'Charged at once; reply and webhook agree.' },
  tok_refused: {
    doc: 'Refused by the bank: the card is declined.',
    refuses: ['card_declined', 'The card was declined.'],
  },
  tok_no_funds: {
    doc: 'Refused by the bank: not enough money on the account.',
    refuses: ['insufficient_funds', 'There is not enough money on the account.'],
  },
  tok_expired: {
    doc: 'Refused by the bank: the card has expired.',
    refuses: ['expired_card', 'The card has expired.'],
  },
  tok_hang: {
    doc: 'Charged, but the answer never comes; no webhook either: it has to be asked.',
    reply: 'HANGS',
    webhook: 'NEVER',
  },
  tok_fails_after_effect: {
    doc: 'Charged, but the answer is an error; no webhook either: it has to be asked.',
    reply: 'BREAKS',
    webhook: 'NEVER',
  },
  tok_lost: {
    doc: 'The first call is lost on its way: nothing happens until it is sent again.',
    reply: 'LOSES-FIRST',
  },
  tok_webhook_first: { doc: 'Charged; the webhook arrives before the answer.', webhook: 'FIRST' },
  tok_webhook_twice: { doc: 'Charged; the webhook comes twice.', webhook: 'TWICE' },
  tok_webhook_never: { doc: 'Charged; the webhook is lost, only the answer tells.', webhook: 'NEVER' },
  tok_hang_webhook: { doc: 'Charged; the answer never comes, only the webhook tells.', reply: 'HANGS' },
  tok_slow: { doc: 'Undecided for some seconds, then charged: the webhook tells.', slow: true },
  tok_slow_refused: {
    doc: 'Undecided for some seconds, then declined: the webhook tells.',
    slow: true,
    refuses: ['card_declined', 'The card was declined.'],
  },
  tok_late: {
    doc: 'Undecided for some seconds; says yes to being called off, and is charged all the same.',
    slow: true,
    deafToCancel: true,
  },
  tok_refund_refused: { doc: 'Charged; a refund is refused, each time.', refund: 'REFUSED' },
  tok_refund_refused_once: {
    doc: 'Charged; a refund is refused the first time and given the next.',
    refund: 'REFUSED-FIRST',
  },
  tok_refund_hangs: { doc: 'Charged; a refund is given, but its answer never comes.', refund: 'HANGS' },
  tok_refund_fails_after_effect: {
    doc: 'Charged; a refund is given, but its answer is an error.',
    refund: 'BREAKS',
  },
} as const satisfies Record<string, SandboxToken>

/** What a token does; one that does not exist is refused, as a real gateway would. */
export function behaviourOf(token: string): SandboxToken {
  return Object.hasOwn(sandboxTokens, token)
    ? sandboxTokens[token as keyof typeof sandboxTokens]
    : { doc: 'No token of the sandbox.', refuses: ['invalid_token', 'There is no such means of payment.'] }
}
