import type { FundsState, OnboardingStatus, ProvisioningStatus } from '../gen/operations.js'
import type { Tone } from '../ui/tone.js'

/** Words of an order's page. */
export const orderPageWords = {
  title: (number: string) => `Order ${number}`,
  forWhom: (name: string) => `for ${name}`,
  placed: (when: string) => `Placed ${when}`,
  standing: 'Where it stands',
  route: 'The way of this order',
  next: 'Next',
  by: 'By when',
  actor: 'Who acts',
  actorMine: 'You do',
  actorNamed: (names: string) => `${names}, with the form`,
  promised: 'We write to you by',
  promisedNote: 'how to talk to our team',
  heldTitle: (when: string) => `On hold since ${when}`,
  heldText:
    'Our team has stopped the clocks on it. Nobody loses time, and you will hear from us when it goes on.',
  endedTitle: (when: string) => `Cancelled on ${when}`,
  why: 'Why',
  lastMail: 'Last mail from us',
  lastMailLine: (subject: string, when: string) => `“${subject}”, ${when}`,
  noMail: 'None so far. Write to us below if something is unclear.',
  reach: 'How to reach us',
  pay: 'Pay now',
  payBy: (when: string) => `Pay by ${when}, or the order is cancelled.`,
  lines: 'What you ordered',
  linesForYou: 'What is done for you',
  payment: 'Payment',
  returning: 'On its way back to you',
  held: 'Held for this order',
  heldNote: 'Kept aside until the work is done; then it is ours, or goes back to you.',
  heldForChannel: 'Kept aside until the campaign is done; then it goes to the channel, or back to you.',
  released: 'Released to the channel',
  settlingBack: 'On its way back to you',
  settlingOn: 'On its way to whom it belongs',
  total: 'Total',
  attempt: (attempt: number) => `attempt ${attempt}`,
  feed: 'Activity',
  older: 'Show earlier',
  erased: 'This message was removed.',
  feedEmpty: 'Nothing has happened yet.',
  message: 'Write to our team',
  messageTo: (name: string) => `Write to ${name}`,
  messageHelp: 'A question, something to add, or a request for the latest news.',
  visibility: 'Who reads it?',
  toBuyer: 'Our team and yours',
  toBuyerNote: (name: string) => `${name} does not see it.`,
  toParties: (name: string) => `Also ${name}`,
  toChannel: (name: string) => `${name} and our team`,
  toPartiesOnly: (name: string | null) => `Our team and ${name ?? 'whoever ordered this'} read it.`,
  post: 'Send',
  emptyMessage: 'Write something first.',
  seenBy: { STAFF: 'our team', BUYER: 'team and buyer', PARTIES: 'everyone on this order' },
}

/** The stops of an order's way, for work that our team does. */
export const onboardedStops = ['Payment', 'Onboarding', 'Verification', 'Work', 'Delivery', 'Done']
/** The stops of an order that is only add-ons. */
export const addOnStops = ['Payment', 'Set-up', 'Done']

/** What each state of a form is called. */
export const onboardingWords: Record<OnboardingStatus, { label: string; tone: Tone }> = {
  REQUESTED: { label: 'Form requested', tone: 'act' },
  DRAFT: { label: 'Form begun', tone: 'act' },
  SUBMITTED: { label: 'Form submitted', tone: 'go' },
  IN_REVIEW: { label: 'Form in review', tone: 'go' },
  APPROVED: { label: 'Form approved', tone: 'good' },
  WAIVED: { label: 'Form not needed', tone: 'good' },
  CHANGES_REQUESTED: { label: 'Changes requested', tone: 'act' },
  VOID: { label: 'No longer needed', tone: 'plain' },
}

/** What each state of an add-on is called. */
export const provisioningWords: Record<ProvisioningStatus, { label: string; tone: Tone; toOthers?: string }> =
  {
    PROVISIONING: { label: 'Being set up', tone: 'go' },
    ACTIVE: { label: 'Active', tone: 'good' },
    FAILED: { label: 'We are on it', tone: 'bad' },
    GIVEN_UP: { label: 'Not possible, refunded', tone: 'bad', toOthers: 'Not possible' },
  }

/** Where the buyer's money is; of frozen money, `frozenText` says what it waits for. */
export const fundsWords: Record<Exclude<FundsState, 'FROZEN'>, string> = {
  NONE: 'Nothing paid yet',
  AUTHORISING: 'Your bank is being asked to set the money aside',
  AUTHORISED: 'Set aside at your bank; nothing was taken',
  CAPTURING: 'Payment under way',
  HELD: 'Paid and held for this order',
  SETTLING: 'On its way to whom it belongs',
  SETTLED: 'All of it has gone where it belongs',
  VOIDED: 'Let go again; nothing was taken',
}
