/** The words of the charts. */
export const chartsMessages = {
  charts: {
    stages: 'Where the orders are',
    running: '%{smart_count} order is under way. |||| %{smart_count} orders are under way.',
    count: 'Orders',
    answers: 'How quickly we answer',
    toInbox: 'Inbox',
    nothingAsked: 'Nobody has asked anything in the last 30 days.',
    answersText: 'In 30 days %{asked} asked, %{answered} were answered, %{inTime} of them within 20 minutes.',
    answerLengths: 'Half of the answers took at most %{half}, nine of ten at most %{nine}.',
    day: 'Day',
    answered: 'Answered',
    inTime: 'In time',
    answeredOf: '%{answered} of %{asked} answered',
    inTimeShare: '%{share} in time',
    rates: 'How often campaigns are accepted and disputed',
    noCampaigns: 'No campaign was answered yet.',
    ratesText:
      '%{accepted} of %{answered} offers were accepted. %{disputed} of %{completed} completed campaigns were disputed.',
    overAll: 'All channels',
    acceptance: 'Acceptance rate',
    disputes: 'Dispute rate',
    accepted: '%{share} accepted',
    disputed: '%{share} disputed',
    asTable: 'As a table',
    orders: 'Orders over time',
    ordersText:
      '%{smart_count} order is under way now; %{placed} were placed in %{days} days, %{ended} ended. |||| %{smart_count} orders are under way now; %{placed} were placed in %{days} days, %{ended} ended.',
    ordersLabel:
      'Orders under way at the end of each of the last %{days} days: between %{least} and %{most}.',
    underWay: 'Under way',
    placed: 'Placed',
    ended: 'Ended',
    verify: 'Time to verify',
    nothingDecided: 'Nothing was approved or sent back in the last %{days} days.',
    decided:
      'In %{days} days %{smart_count} submission was approved or sent back. |||| In %{days} days %{smart_count} submissions were approved or sent back.',
    waits: 'Half of them waited at most %{half}, nine of ten at most %{nine}; nights count.',
    verifyLabel:
      'How long submissions waited, by the day on which they were approved or sent back: the last %{days} days, %{most} at most for half of a day’s.',
    verifyColumn: 'Half waited at most',
    moneyHeld: 'Money held',
    nothingHeld: 'No money is held for orders, and none was in the last %{days} days.',
    heldNow: '%{amount} is held for orders now; between %{least} and %{most} in %{days} days.',
    heldLabel:
      'Money held in %{currency} at the end of each of the last %{days} days: between %{least} and %{most}.',
    heldIn: 'Held in %{currency}',
  },
}
