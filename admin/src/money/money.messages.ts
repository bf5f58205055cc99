/** The words of money that did not go where it should. */
export const moneyMessages = {
  money: {
    failed: 'Failed money',
    noneFailed: 'Nothing has failed, and nothing is unknown.',
    kind: 'Kind',
    kinds: {
      AUTHORISE: 'Authorise',
      CHARGE: 'Charge',
      CAPTURE: 'Capture',
      VOID: 'Void',
      REFUND: 'Refund',
      RELEASE: 'Payout',
    },
    purposes: {
      PAYMENT: 'Payment',
      CAPTURE: 'Taking in what was set aside',
      VOID: 'Letting go what was set aside',
      REFUND: 'Refund to the buyer',
      LATE_REFUND: 'Refund of money that came late',
      RELEASE: 'Payout to the channel',
    },
    order: 'Order',
    purpose: 'What for',
    amount: 'Amount',
    state: 'State',
    requestedAt: 'Decided',
    nextTryAt: 'Tried again',
    actions: 'Do',
    try: 'try %{number}',
  },
}
