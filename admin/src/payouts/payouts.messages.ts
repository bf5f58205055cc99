/** The words of payout accounts and chargebacks. */
export const payoutsMessages = {
  payouts: {
    accounts: 'Payout accounts',
    noAccounts: 'No channel has connected an account yet.',
    account: 'Payout account',
    none: 'None is connected. Until then the channel cannot accept campaigns.',
    channel: 'Channel',
    state: 'State',
    problem: 'What is wrong',
    connectedAt: 'Connected',
    activatedAt: 'Active since',
    actions: 'Do',
    forFinance: 'Only finance may',
    chargebacks: 'Chargebacks',
    noChargebacks: 'No bank wants a payment back.',
    order: 'Order',
    amount: 'Amount',
    openedAt: 'Opened',
    bankSays: { WON: 'The bank has decided for us.', LOST: 'The bank has decided for the buyer.' },
  },
}
