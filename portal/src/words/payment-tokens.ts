interface PaymentToken {
  token: string
  label: string
  note: string
}

/** The sandbox gateway's tokens that most people want to try, each with what it does, in the buyer's words. */
export const usualTokens: PaymentToken[] = [
  { token: 'tok_ok', label: 'Works', note: 'The money is there at once.' },
  { token: 'tok_refused', label: 'Declined', note: 'The bank refuses the card; you may try again.' },
  { token: 'tok_no_funds', label: 'Not enough money', note: 'The bank refuses: the account is too low.' },
  { token: 'tok_slow', label: 'Slow', note: 'Undecided for some seconds, then charged.' },
  { token: 'tok_hang', label: 'No answer', note: 'Charged, but nobody tells us; we ask until we know.' },
]

/** The rest of them: what real gateways do on a bad day. */
export const rarerTokens: PaymentToken[] = [
  { token: 'tok_expired', label: 'Expired card', note: 'The bank refuses: the card is too old.' },
  {
    token: 'tok_fails_after_effect',
    label: 'Error after charging',
    note: 'Charged, but the answer is an error; we ask.',
  },
  { token: 'tok_lost', label: 'Lost on its way', note: 'The first call never arrives; it is sent again.' },
  {
    token: 'tok_webhook_first',
    label: 'Notice first',
    note: 'Charged; the notice arrives before the answer.',
  },
  {
    token: 'tok_webhook_twice',
    label: 'Notice twice',
    note: 'Charged; the notice arrives twice and counts once.',
  },
  { token: 'tok_webhook_never', label: 'No notice', note: 'Charged; only the answer tells.' },
  { token: 'tok_hang_webhook', label: 'Only a notice', note: 'Charged; no answer, only the notice tells.' },
  {
    token: 'tok_slow_refused',
    label: 'Slow and declined',
    note: 'Undecided for some seconds, then refused.',
  },
  { token: 'tok_late', label: 'Too late', note: 'Undecided; called off, and charged all the same.' },
  { token: 'tok_refund_refused', label: 'No refunds', note: 'Charged; a later refund is refused each time.' },
  {
    token: 'tok_refund_refused_once',
    label: 'Refund on second try',
    note: 'Charged; a later refund is refused once.',
  },
  {
    token: 'tok_refund_hangs',
    label: 'Refund unanswered',
    note: 'Charged; a later refund is given without an answer.',
  },
  {
    token: 'tok_refund_fails_after_effect',
    label: 'Error after refund',
    note: 'Charged; a later refund answers with an error.',
  },
  {
    token: 'tok_capture_refused_once',
    label: 'Campaign: refused when taken',
    note: 'Set aside; refused once the channel has accepted. Paying again works.',
  },
  {
    token: 'tok_capture_slow',
    label: 'Campaign: taken slowly',
    note: 'Set aside; undecided for some seconds when it is taken.',
  },
  {
    token: 'tok_void_refused_once',
    label: 'Campaign: not let go at first',
    note: 'Set aside; letting it go is refused once and done the next time.',
  },
  {
    token: 'tok_captured_already',
    label: 'Campaign: taken already',
    note: 'Set aside; when it is to be let go, it turns out to be taken, and is refunded.',
  },
  {
    token: 'tok_release_refused_once',
    label: 'Campaign: release on second try',
    note: 'All goes well; the release to the channel is refused once.',
  },
  {
    token: 'tok_chargeback',
    label: 'Wanted back',
    note: 'Charged or taken; a moment later the buyer’s bank wants it back.',
  },
]
