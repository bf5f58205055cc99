/** The words of the frame. */
export const layoutMessages = {
  layout: {
    clock: 'Sandbox clock',
    clockAhead: 'Sandbox clock +%{hours} h',
    advanced: 'The sandbox clock was moved; what was due has happened.',
    advance: {
      PT1H: 'Move 1 hour on',
      PT24H: 'Move 24 hours on',
      PT72H: 'Move 72 hours on',
      P7D: 'Move 7 days on',
    },
    toHome: 'Waybill, home',
    home: 'Home',
    orders: 'Orders',
    verify: 'Verify',
    tasks: 'Tasks',
    board: 'Board',
    reports: 'Reports',
    mails: 'Mails',
    staff: 'Team',
    organisations: 'Customers',
  },
  resources: {
    orders: { name: 'Order |||| Orders' },
    onboardingDocuments: { name: 'Document to verify |||| Verify' },
    tasks: { name: 'Task |||| Tasks' },
    reports: { name: 'Report |||| Reports' },
    mails: { name: 'Mail |||| Mails' },
    staff: { name: 'Team member |||| Team' },
    organisations: { name: 'Customer |||| Customers' },
  },
}
