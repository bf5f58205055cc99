/** The words of the search through everything. */
export const searchMessages = {
  search: {
    title: 'Search',
    field: 'Search orders, customers, people and pages',
    results: 'What was found',
    asking: 'Looking…',
    count: '%{smart_count} found |||| %{smart_count} found',
    more: 'With two characters or more, orders, customers and people are found, too.',
    none: 'Nothing found for “%{text}”.',
    noneHelp: 'Orders are found by how their number begins, and by the names of those whom they concern.',
    failed: 'The search did not work.',
    again: 'Try again',
    keys: '↑ ↓ choose · Enter opens · Esc closes',
    groups: {
      pages: 'Pages',
      orders: 'Orders',
      campaigns: 'Campaigns',
      appointments: 'Outreach',
      organisations: 'Customers',
      contacts: 'Contacts',
      staff: 'Team',
      services: 'Services',
    },
  },
}
