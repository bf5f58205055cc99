/** What a person may choose to get, and what comes in any case: kinds of mail, as somebody thinks of them. */
export const mailKinds = {
  CONTRACT: {
    doc: 'What belongs to an order itself: receipts, payments and refunds, onboarding requests and decisions, delivery, cancellation. Always on.',
    canBeSwitched: false,
    for: 'everybody',
  },
  ACCESS: {
    doc: 'Sign-in links and invitations. Always on.',
    canBeSwitched: false,
    for: 'everybody',
  },
  REPORTS: {
    doc: 'The regular report about the work on an order.',
    canBeSwitched: true,
    for: 'member',
  },
  REMINDERS: {
    doc: 'Reminders of what an order still waits for.',
    canBeSwitched: true,
    for: 'member',
  },
  CONVERSATION: {
    doc: 'A mail when somebody writes on an order that you can read.',
    canBeSwitched: true,
    for: 'everybody',
  },
  TASKS: {
    doc: 'Tasks that are given to you, are due soon or overdue.',
    canBeSwitched: true,
    for: 'staff',
  },
  VERIFICATION: {
    doc: 'Onboarding documents that wait to be verified.',
    canBeSwitched: true,
    for: 'staff',
  },
  ALARMS: {
    doc: 'Promises to a buyer that are about to break, or have broken. Always on.',
    canBeSwitched: false,
    for: 'staff',
  },
} as const satisfies Record<
  string,
  { doc: string; canBeSwitched: boolean; for: 'everybody' | 'member' | 'staff' }
>

export type MailKind = keyof typeof mailKinds

/** The kind of every template that is not part of an order's contract. */
const KIND_OF: Readonly<Record<string, MailKind>> = {
  report: 'REPORTS',
  'onboarding-reminder': 'REMINDERS',
  'message-posted': 'CONVERSATION',
  'task-delegated': 'TASKS',
  'task-due-soon': 'TASKS',
  'task-overdue': 'TASKS',
  'onboarding-submitted': 'VERIFICATION',
  'promise-at-risk': 'ALARMS',
  'promise-broken': 'ALARMS',
  'sign-in-link': 'ACCESS',
  'second-factor-removed': 'ACCESS',
  'member-invitation': 'ACCESS',
  'staff-invitation': 'ACCESS',
  'dashboard-invitation': 'ACCESS',
}

/** The kind of a template. One that nobody has sorted belongs to the contract: no mail is lost by being forgotten. */
export function mailKindOf(template: string): MailKind {
  return KIND_OF[template] ?? 'CONTRACT'
}

/** The kinds that reach such a person at all. */
export function mailKindsFor(recipientKind: 'contact' | 'user'): MailKind[] {
  const who = recipientKind === 'contact' ? 'member' : 'staff'
  return (Object.keys(mailKinds) as MailKind[]).filter((kind) =>
    ['everybody', who].includes(mailKinds[kind].for),
  )
}

/** The templates that a mail program may switch off by one click. Reports only: all else is about an order's course. */
export const ONE_CLICK: readonly string[] = ['report']
