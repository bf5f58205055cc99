/** What a person may choose to get, and what comes in any case: kinds of mail, as somebody thinks of them. */
export const mailKinds = {
  CONTRACT: {
    doc: 'What belongs to an order itself: receipts, payments and refunds, onboarding requests and decisions, campaigns and disputes, delivery, cancellation. Always on.',
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
  CAMPAIGNS: {
    doc: 'Campaigns of your channel: offers, creatives, decisions and payouts. Always on for its owners.',
    canBeSwitched: true,
    for: 'channel',
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
    doc: 'What must not wait: promises to a buyer that are about to break, outreach that nobody has begun, disputes that nobody has decided, chargebacks. Always on.',
    canBeSwitched: false,
    for: 'staff',
  },
} as const satisfies Record<
  string,
  { doc: string; canBeSwitched: boolean; for: 'everybody' | 'member' | 'channel' | 'staff' }
>

export type MailKind = keyof typeof mailKinds

/** The kind of every template that is not part of an order's contract. */
const KIND_OF: Readonly<Record<string, MailKind>> = {
  report: 'REPORTS',
  'onboarding-reminder': 'REMINDERS',
  'creatives-missing': 'REMINDERS',
  'message-posted': 'CONVERSATION',
  'task-delegated': 'TASKS',
  'task-due-soon': 'TASKS',
  'task-overdue': 'TASKS',
  'onboarding-submitted': 'VERIFICATION',
  'outreach-overdue': 'ALARMS',
  'promise-at-risk': 'ALARMS',
  'promise-broken': 'ALARMS',
  'dispute-undecided': 'ALARMS',
  'chargeback-opened': 'ALARMS',
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

/** The kinds that reach such a person at all; some only whoever looks after a channel. */
export function mailKindsFor(person: {
  readonly kind: 'contact' | 'user'
  readonly ofChannel: boolean
}): MailKind[] {
  const reached = ['everybody', ...(person.kind === 'contact' ? ['member'] : ['staff'])]
  if (person.ofChannel) reached.push('channel')
  return (Object.keys(mailKinds) as MailKind[]).filter((kind) => reached.includes(mailKinds[kind].for))
}

/** Mails that are about money alone: only those of the team who deal with money see that there was one. */
export const ABOUT_MONEY: readonly string[] = [
  'chargeback-opened',
  'funds-released',
  'refund-failed',
  'refund-issued',
  'release-failed',
]

/** Mails that tell of amounts: what they say is for those of the team who deal with money. */
export const WITH_AMOUNTS: readonly string[] = [
  ...ABOUT_MONEY,
  'acceptance-reminder',
  'campaign-accepted',
  'campaign-cancelled',
  'campaign-completed',
  'campaign-declined',
  'campaign-expired',
  'campaign-offered',
  'campaign-paid',
  'cancellation-answered',
  'cancellation-proposed',
  'dispute-opened',
  'dispute-resolved',
  'dispute-undecided',
  'order-cancelled',
  'order-receipt',
  'payment-failed',
  'release-reminder',
]

/** The templates that a mail program may switch off by one click. Reports only: all else is about an order's course. */
export const ONE_CLICK: readonly string[] = ['report']
