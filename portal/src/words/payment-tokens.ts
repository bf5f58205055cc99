/** The sandbox gateway's tokens, each with what it does, in the buyer's words. */
export const paymentTokens: { token: string; label: string; note: string }[] = [
  { token: 'tok_ok', label: 'Works', note: 'The money is there at once.' },
  { token: 'tok_declined', label: 'Declined', note: 'The card is refused; you may try again.' },
  { token: 'tok_insufficient', label: 'Not enough money', note: 'The card is refused for lack of funds.' },
  { token: 'tok_hang', label: 'No answer', note: 'The provider does not answer; we ask it later.' },
  {
    token: 'tok_fail_after',
    label: 'Answer lost',
    note: 'The money is taken, but the answer never arrives; we find out.',
  },
  { token: 'tok_webhook_first', label: 'Notice first', note: 'Its notice arrives before its answer.' },
  {
    token: 'tok_webhook_twice',
    label: 'Notice twice',
    note: 'The same notice arrives twice; it counts once.',
  },
]
