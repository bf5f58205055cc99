/** The words of money that did not go where it should. */
export const moneyMessages = {
  money: {
    failed: 'Failed refunds',
    noneFailed: 'No refund has failed.',
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
