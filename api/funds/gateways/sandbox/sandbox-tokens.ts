/** What is done with a payment after it was charged or set aside. */
export type SandboxAction = 'CAPTURE' | 'VOID' | 'REFUND' | 'TRANSFER'

/** What goes wrong with it: refused each time, or the first; done without an answer, or with an error for one; decided late. */
export type SandboxFault =
  | 'REFUSED'
  | 'REFUSED-FIRST'
  | 'HANGS'
  | 'BREAKS'
  | 'SLOW'
  /** Decided late, and done even where it was called off. */
  | 'DEAF'
  /** Of a void: what is to be let go turns out to have been taken in. */
  | 'CAPTURED'

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
  /** What goes wrong with what is done later; left out, all goes well. */
  readonly later?: Readonly<Partial<Record<SandboxAction, SandboxFault>>>
  /** The buyer's bank wants the money back soon after it was taken in. */
  readonly chargeback?: true
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
  tok_refund_refused: { doc: 'Charged; a refund is refused, each time.', later: { REFUND: 'REFUSED' } },
  tok_refund_refused_once: {
    doc: 'Charged; a refund is refused the first time and given the next.',
    later: { REFUND: 'REFUSED-FIRST' },
  },
  tok_refund_hangs: {
    doc: 'Charged; a refund is given, but its answer never comes.',
    later: { REFUND: 'HANGS' },
  },
  tok_refund_fails_after_effect: {
    doc: 'Charged; a refund is given, but its answer is an error.',
    later: { REFUND: 'BREAKS' },
  },
  tok_capture_refused: {
    doc: 'Set aside; taking it in is refused, each time.',
    later: { CAPTURE: 'REFUSED' },
  },
  tok_capture_refused_once: {
    doc: 'Set aside; taking it in is refused the first time and done the next.',
    later: { CAPTURE: 'REFUSED-FIRST' },
  },
  tok_capture_hangs: {
    doc: 'Set aside; it is taken in, but the answer never comes: it has to be asked.',
    later: { CAPTURE: 'HANGS' },
  },
  tok_capture_fails_after_effect: {
    doc: 'Set aside; it is taken in, but the answer is an error: it has to be asked.',
    later: { CAPTURE: 'BREAKS' },
  },
  tok_capture_slow: {
    doc: 'Set aside; undecided for some seconds when it is taken in, and may be called off meanwhile.',
    later: { CAPTURE: 'SLOW' },
  },
  tok_capture_late: {
    doc: 'Set aside; undecided for some seconds when it is taken in; says yes to being called off, and takes it all the same.',
    later: { CAPTURE: 'DEAF' },
  },
  tok_void_refused: { doc: 'Set aside; letting it go is refused, each time.', later: { VOID: 'REFUSED' } },
  tok_void_refused_once: {
    doc: 'Set aside; letting it go is refused the first time and done the next.',
    later: { VOID: 'REFUSED-FIRST' },
  },
  tok_void_hangs: { doc: 'Set aside; it is let go, but the answer never comes.', later: { VOID: 'HANGS' } },
  tok_captured_already: {
    doc: 'Set aside; when it is to be let go, it turns out to have been taken in: it has to be refunded.',
    later: { VOID: 'CAPTURED' },
  },
  tok_release_refused: {
    doc: 'All goes well until the channel is to get the money: the transfer is refused, each time.',
    later: { TRANSFER: 'REFUSED' },
  },
  tok_release_refused_once: {
    doc: 'The transfer to the channel is refused the first time and done the next.',
    later: { TRANSFER: 'REFUSED-FIRST' },
  },
  tok_release_hangs: {
    doc: 'The transfer to the channel is done, but its answer never comes.',
    later: { TRANSFER: 'HANGS' },
  },
  tok_split_refused_once: {
    doc: 'Both a refund and a transfer are refused the first time and done the next.',
    later: { REFUND: 'REFUSED-FIRST', TRANSFER: 'REFUSED-FIRST' },
  },
  tok_chargeback: {
    doc: 'Charged, or set aside and taken in; a moment later the buyer’s bank wants it back.',
    chargeback: true,
  },
} as const satisfies Record<string, SandboxToken>

/** What a token does; one that does not exist is refused, as a real gateway would. */
export function behaviourOf(token: string): SandboxToken {
  return Object.hasOwn(sandboxTokens, token)
    ? sandboxTokens[token as keyof typeof sandboxTokens]
    : { doc: 'No token of the sandbox.', refuses: ['invalid_token', 'There is no such means of payment.'] }
}
