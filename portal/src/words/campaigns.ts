import type { CampaignStatus } from '../gen/operations.js'
import type { Tone } from '../ui/tone.js'

/** Whose eyes a campaign is seen with. */
export type Side = 'CHANNEL' | 'BUYER'

/** What each state of a campaign is called, to the channel and to the buyer. */
export const campaignStates: Record<CampaignStatus, Record<Side, { label: string; tone: Tone }>> = {
  AWAITING_ACCEPTANCE: {
    CHANNEL: { label: 'New offer', tone: 'act' },
    BUYER: { label: 'Waiting for the channel', tone: 'go' },
  },
  ACCEPTED: both('Accepted', 'go'),
  READY: both('Ready', 'good'),
  COMPLETION_CLAIMED: {
    CHANNEL: { label: 'Release asked for', tone: 'go' },
    BUYER: { label: 'Asks for release', tone: 'act' },
  },
  DISPUTED: both('In dispute', 'bad'),
  CLOSED: both('Closed', 'plain'),
  DECLINED: both('Declined', 'bad'),
  EXPIRED: both('Not answered in time', 'bad'),
  CANCELLED: both('Cancelled', 'bad'),
}

function both(label: string, tone: Tone): Record<Side, { label: string; tone: Tone }> {
  return { CHANNEL: { label, tone }, BUYER: { label, tone } }
}

/** What a closed campaign is called, by how its money went. */
export const outcomeStates: Record<string, { label: string; tone: Tone }> = {
  RELEASED: { label: 'Released', tone: 'good' },
  REFUNDED: { label: 'Refunded', tone: 'plain' },
  SPLIT: { label: 'Shared', tone: 'plain' },
}

/** Words of the Campaign Manager: a channel's inbox and running campaigns. */
export const managerWords = {
  title: 'Campaign Manager',
  lead: 'Offers wait 48 hours for your answer; the one with the least time left stands first.',
  offers: 'Offers to answer',
  noOffersTitle: 'No offer waits for you',
  noOffers: 'When somebody buys one of your packages, it appears here and we mail you.',
  running: 'Running campaigns',
  noRunning: 'Nothing is running just now.',
  ended: 'Ended',
  of: (buyer: string) => `for ${buyer}`,
  dates: (from: string, to: string) => `${from} to ${to}`,
  answerBy: (when: string) => `Answer by ${when}.`,
  toAccept: 'to answer',
  open: (name: string) => `Open ${name}`,
  payoutGo: 'To your payouts',
  live: 'New offers appear here by themselves.',
}

/** Why offers can't be accepted: what is wrong with the account that the money would be released to. */
export const unpayable: Record<'NONE' | 'PENDING' | 'SUSPENDED', { title: string; text: string }> = {
  NONE: {
    title: 'Connect a payout account first',
    text: 'You can look at offers, but accepting one needs an account that the money can be released to. It takes a minute.',
  },
  PENDING: {
    title: 'Your payout account is being checked',
    text: 'Offers can be accepted as soon as the payment provider has found it in order.',
  },
  SUSPENDED: {
    title: 'Your payout account is suspended',
    text: 'Nothing is released to it for now, and new offers can’t be accepted. Running campaigns go on. Ask our team what is missing.',
  },
}

/** Words of the three steps of a campaign, as the channel takes them. */
export const stepWords = {
  title: 'Your steps',
  accept: {
    title: 'Accept or decline',
    text: 'You have 48 hours. If you do not answer, the money goes straight back to the buyer.',
    done: 'You have accepted.',
    button: 'Accept',
    decline: 'Decline',
    declineOf: (name: string) => `Decline ${name}`,
    acceptOf: (name: string) => `Accept ${name}`,
    late: 'Accepted campaigns are not declined any more. You can propose to cancel below; the buyer has to agree.',
  },
  ready: {
    title: 'Ready',
    text: 'When every creative is here and approved, mark the campaign ready. If some are missing, write to the buyer below and ask for them.',
    done: 'Everything is here.',
    button: 'Ready',
    first: 'Comes after Accept.',
    missing: (labels: readonly string[]) => `Not approved yet: ${labels.join(', ')}.`,
    unpaid: 'The money has to be taken in first.',
    reopen: 'Something about the creatives has to change',
  },
  complete: {
    title: 'Complete',
    text: 'You need not wait for the last day. It asks the buyer to release the money to you; they have 48 hours to object.',
    done: 'You have asked for the release.',
    button: 'Complete',
    first: 'Comes after Ready.',
  },
  moved: 'This is behind you.',
}

/** Words of declining an offer. */
export const declineWords = {
  title: 'Decline this offer?',
  lead: 'The money goes straight back to the buyer, who reads what you write here.',
  label: 'A brief explanation',
  help: 'A sentence or two, up to 1000 characters.',
  empty: 'Give a brief explanation, so that the buyer knows why.',
  send: 'Decline the offer',
  back: 'Not now',
}

/** Words of taking back that a campaign is ready. */
export const reopenWords = {
  title: 'What has to change?',
  lead: 'The campaign goes back to “Accepted”, and the buyer can send new creatives.',
  label: 'Why',
  help: 'The buyer reads it.',
  empty: 'Say what has to change.',
  send: 'Open the creatives again',
  back: 'Not now',
}

/** Words of claiming completion. */
export const completeWords = {
  title: 'Complete this campaign?',
  lead: 'The buyer is mailed that it is nearing completion and asked to release the money. What you tick here is shown to them; nothing of it is required.',
  legend: 'Before you ask',
  materials: 'You have all the materials that you need',
  connected: 'You have been in touch with the buyer',
  estimateGiven: 'You have told them when it will be done',
  available: 'You have told them that you are there for questions',
  estimatedOn: 'When will it be done?',
  estimatedHelp: 'Your estimate; leave it empty if you have none.',
  send: 'Complete and ask for the release',
  back: 'Not yet',
}
