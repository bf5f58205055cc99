/** Words of the page on which people choose their mails. */
export const preferenceWords = {
  title: 'Your mails',
  lead: 'Choose which mails you get. What belongs to an order itself always comes.',
  byLink: 'These choices are for the person whose mail you came from.',
  always: 'Always on',
  on: 'On',
  off: 'Off',
  saved: (kind: string, on: boolean) =>
    on ? `${kind}: you get these mails.` : `${kind}: you get no more of these mails.`,
  endedTitle: 'This link is not complete',
  ended: 'Open the whole link from the small print of a mail, or sign in to choose.',
  signIn: 'Sign in and choose',
  kinds: {
    CONTRACT: 'Your orders',
    ACCESS: 'Signing in and invitations',
    REPORTS: 'Reports',
    REMINDERS: 'Reminders',
    CONVERSATION: 'Messages',
    CAMPAIGNS: 'Campaigns of your channel',
    TASKS: 'Your tasks',
    VERIFICATION: 'Verification',
    ALARMS: 'What must not wait',
  },
  nav: 'Your mails',
}
