/** The words of the charts. */
export const chartsMessages = {
  charts: {
    stages: 'Where the orders are',
    running: '%{smart_count} order is under way. |||| %{smart_count} orders are under way.',
    count: 'Orders',
  },
}
