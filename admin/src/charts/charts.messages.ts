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
  },
}
