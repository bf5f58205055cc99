import type { OperationState } from '../gen/operations.js'
import type { Tone } from '../ui/Card.js'

/** Words of a channel's payouts and of the account they go to. */
export const payoutWords = {
  nav: 'Payouts',
  title: 'Payouts',
  lead: 'What was released to you, and the account that it goes to.',
  account: 'Payout account',
  none: 'Not connected yet',
  noneText: 'Offers can be accepted once there is an account that the money can be released to.',
  connect: 'Connect an account',
  connectOther: 'Connect another account',
  connectTitle: 'Connect a payout account',
  connectLead: 'This is a sandbox: no bank is involved. Choose how the account shall behave.',
  connected: (when: string) => `Connected ${when}`,
  onlyOwners: 'Only an owner of your organisation can connect an account.',
  suspended: 'Why it is suspended',
  list: 'Released to you',
  empty: 'Nothing was released yet. The money of a campaign comes here when it is done.',
  forOrder: (number: string) => `Order ${number}`,
  fee: (amount: string) => `after a fee of ${amount}`,
  more: 'Show more',
  send: 'Connect',
  back: 'Not now',
}

/** What each state of a payout account is called. */
export const accountStates: Record<string, { label: string; tone: Tone; text: string }> = {
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
