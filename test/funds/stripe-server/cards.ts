/** What becomes of a payment with one of the test cards that Stripe itself names. */
export interface Card {
  /** Refused at once: code, and the bank's reason. */
  readonly refuses?: readonly [code: string, declineCode?: string]
  /** Undecided for now, until the test decides. */
  readonly processing?: true
  /** The bank wants it back as soon as it is taken in. */
  readonly disputed?: true
  /** Its bank says that it keeps what it sets aside for so many days; left out, it does not say. */
  readonly holdsDays?: number
  /** What becomes of its refunds; left out, they succeed at once. */
  readonly refund?: 'pending' | 'failed'
}

export const cards: Readonly<Record<string, Card>> = {
  pm_card_visa: {},
  pm_card_visa_chargeDeclined: { refuses: ['card_declined', 'generic_decline'] },
  pm_card_visa_chargeDeclinedInsufficientFunds: { refuses: ['card_declined', 'insufficient_funds'] },
  pm_card_visa_chargeDeclinedLostCard: { refuses: ['card_declined', 'lost_card'] },
  pm_card_chargeDeclinedExpiredCard: { refuses: ['expired_card'] },
  pm_card_chargeDeclinedIncorrectCvc: { refuses: ['incorrect_cvc', 'incorrect_cvc'] },
  pm_card_chargeDeclinedProcessingError: { refuses: ['processing_error'] },
  pm_card_authenticationRequired: { refuses: ['authentication_required', 'authentication_required'] },
  pm_card_createDispute: { disputed: true },
  pm_card_pendingRefund: { refund: 'pending' },
  pm_card_refundFail: { refund: 'failed' },
  pm_five_days: { holdsDays: 5 },
  pm_slow_bank: { processing: true },
}

/** The card behind a confirmation token, `ctoken_visa` for example; undefined where there is none. */
export function cardBehind(token: string): string | undefined {
  const card = token.replace(/^ctoken_/, 'pm_card_')
  return card in cards ? card : undefined
}
