/** The words of the charts. */
export const chartsMessages = {
  charts: {
    stages: 'Where the orders are',
    running: '%{smart_count} order is under way. |||| %{smart_count} orders are under way.',
    count: 'Orders',
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
