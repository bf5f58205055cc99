import type { OperationState, PayoutAccountStatus } from '../gen/operations.js'
import type { Tone } from '../ui/tone.js'

/** Words of a channel's payouts and of the account they go to. */
export const payoutWords = {
  nav: 'Payouts',
  title: 'Payouts',
  lead: 'What was released to you, and the account that it goes to.',
  account: 'Payout account',
  accountOf: (name: string) => `Payout account of ${name}`,
  accountName: 'At the payment provider',
  since: 'Since',
  problem: 'What the payment provider says',
  notNow: 'Not while it is suspended. Ask our team.',
  toYou: 'To you',
  tryAgain: (when: string) => `The payment provider refused it. We try again on ${when}.`,
  seen: 'The payment provider refused it. Our finance team sees to it; you need not do anything.',
  byBank: 'Not released: the buyer’s bank took the money back.',
  none: 'Not connected yet',
  noneText: 'Offers can be accepted once there is an account that the money can be released to.',
  connect: 'Connect an account',
  connectOther: 'Connect another account',
  connectTitle: 'Connect a payout account',
  connectReal: 'Name your account at the payment provider: it begins with acct_.',
  connectLead: 'This is a sandbox: no bank is involved. Choose how the account shall behave.',
  onlyOwners: 'Only an owner of your organisation can connect an account.',
  list: 'Released to you',
  empty: 'Nothing was released yet. The money of a campaign comes here when it is done.',
  forOrder: (number: string) => `Order ${number}`,
  fee: (amount: string) => `after a fee of ${amount}`,
  send: 'Connect',
  back: 'Not now',
}

/** What each state of a payout account is called. */
export const accountStates: Record<PayoutAccountStatus, { label: string; tone: Tone; text: string }> = {
  PENDING: {
    label: 'Being checked',
    tone: 'go',
    text: 'The payment provider checks the account. Offers can be accepted as soon as it is active.',
  },
  ACTIVE: { label: 'Active', tone: 'good', text: 'Money of finished campaigns is released to this account.' },
  SUSPENDED: {
    label: 'Suspended',
    tone: 'bad',
    text: 'Nothing is released to this account for now. Running campaigns go on; new offers can’t be accepted.',
  },
}

/** How a release went, or goes on. */
export const releaseStates: Record<OperationState, { label: string; tone: Tone }> = {
  REQUESTED: { label: 'About to be sent', tone: 'go' },
  SENT: { label: 'On its way', tone: 'go' },
  SUCCEEDED: { label: 'Released', tone: 'good' },
  FAILED: { label: 'Refused, we see to it', tone: 'bad' },
  UNKNOWN: { label: 'We are asking', tone: 'go' },
}

/** What a release is called that was not sent, since the buyer's bank took the money back. */
export const notReleased = { label: 'Not released', tone: 'bad' } as const

/** The sandbox's payout accounts, each with how it behaves. */
export const accountTokens = [
  { token: 'acct_ok', label: 'Works', note: 'Active at once.' },
  { token: 'acct_slow', label: 'Slow', note: 'Active after some seconds.' },
  { token: 'acct_never', label: 'Never ready', note: 'The provider never finds it ready.' },
  { token: 'acct_closed', label: 'Closed', note: 'Looks ready, but every release to it is refused.' },
]
