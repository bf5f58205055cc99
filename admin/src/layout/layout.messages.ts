/** The words of the frame. */
export const layoutMessages = {
  layout: {
    toHome: 'Waybill, home',
    home: 'Home',
    orders: 'Orders',
    verify: 'Verify',
    tasks: 'Tasks',
    board: 'Board',
    mails: 'Mails',
    staff: 'Team',
    organisations: 'Customers',
  },
  resources: {
    orders: { name: 'Order |||| Orders' },
    onboardingDocuments: { name: 'Document to verify |||| Verify' },
    tasks: { name: 'Task |||| Tasks' },
    mails: { name: 'Mail |||| Mails' },
    staff: { name: 'Team member |||| Team' },
    organisations: { name: 'Customer |||| Customers' },
  },
}
