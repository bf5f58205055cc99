import type { CampaignStatus } from '../gen/operations.js'
import type { Tone } from '../ui/Card.js'

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
  more: 'Show more',
  of: (buyer: string) => `for ${buyer}`,
  dates: (from: string, to: string) => `${from} to ${to}`,
  answerBy: (when: string) => `Answer by ${when}.`,
  toAccept: 'to answer',
  open: (name: string) => `Open ${name}`,
  payoutTitle: 'Connect a payout account first',
  payout:
    'You can look at offers, but accepting one needs an account that the money can be released to. It takes a minute.',
  payoutGo: 'To your payouts',
  live: 'New offers appear here by themselves.',
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

/** What the sentence of a campaign's state may need. */
export interface Told {
  channel: string
  buyer: string
  /** The deadline that matters now. */
  deadline: string | null
  /** The required creatives that are not approved in their newest version. */
  missing: readonly string[]
}

type Say = (told: Told) => string

/** Where a campaign stands, to the channel that runs it. */
export const toChannel: Record<CampaignStatus, Say> = {
  AWAITING_ACCEPTANCE: ({ buyer, deadline }) =>
    `${buyer} wants this campaign. ${deadline ? `Answer by ${deadline}.` : ''}`,
  ACCEPTED: ({ missing }) =>
    missing.length === 0
      ? 'Every creative is approved. Mark the campaign ready.'
      : `You have accepted. Not approved yet: ${missing.join(', ')}.`,
  READY: () => 'Everything is in place. Run the campaign, and press Complete when it nears its end.',
  COMPLETION_CLAIMED: ({ buyer, deadline }) =>
    `You have asked for the release. ${deadline ? `It comes on ${deadline} at the latest` : 'It comes'}, unless ${buyer} disputes.`,
  DISPUTED: ({ buyer }) =>
    `${buyer} disputes this campaign. The money stays where it is until our team has decided.`,
  CLOSED: () => 'This campaign is done.',
  DECLINED: () => 'You have declined. The money went back to the buyer.',
  EXPIRED: () =>
    'Nobody answered within the 48 hours, so the offer ended and the money went back to the buyer.',
  CANCELLED: () => 'This campaign was cancelled.',
}

/** The same to whoever bought it. */
export const toBuyer: Record<CampaignStatus, Say> = {
  AWAITING_ACCEPTANCE: ({ channel, deadline }) =>
    `${channel} ${deadline ? `has until ${deadline} to accept` : 'has to accept'}. If they do not, your money is let go at once.`,
  ACCEPTED: ({ channel, missing }) =>
    missing.length === 0
      ? `${channel} has accepted, and every creative is approved. They mark the campaign ready next.`
      : `${channel} has accepted. They need your creatives now.`,
  READY: ({ channel }) => `${channel} has everything and runs the campaign.`,
  COMPLETION_CLAIMED: ({ channel, deadline }) =>
    `${channel} says that the campaign nears completion and asks for the money. ${deadline ? `Without a dispute it is released on ${deadline}.` : ''}`,
  DISPUTED: () => 'You have opened a dispute. The money stays where it is until our team has decided.',
  CLOSED: () => 'This campaign is done.',
  DECLINED: ({ channel }) => `${channel} has declined. Your money was let go at once.`,
  EXPIRED: ({ channel }) => `${channel} did not answer within 48 hours. Your money was let go at once.`,
  CANCELLED: () => 'This campaign was cancelled.',
}

/** What goes before the rest while a campaign runs: a payment that was refused, a proposal that waits. */
export const firstOfAll: Record<'UNPAID' | 'OWN_PROPOSAL' | 'THEIR_PROPOSAL', Record<Side, Say>> = {
  UNPAID: {
    CHANNEL: () => 'The buyer’s bank refused the payment, and they were asked to pay again.',
    BUYER: ({ channel }) => `${channel} has accepted, but your bank refused the payment.`,
  },
  OWN_PROPOSAL: {
    CHANNEL: ({ buyer }) => `You have proposed to cancel, and ${buyer} has time to answer.`,
    BUYER: ({ channel }) => `You have proposed to cancel, and ${channel} has time to answer.`,
  },
  THEIR_PROPOSAL: {
    CHANNEL: ({ buyer }) => `${buyer} proposes to cancel this campaign. Silence means no.`,
    BUYER: ({ channel }) => `${channel} proposes to cancel this campaign. Silence means no.`,
  },
}

/** What the deadline that matters now is for. */
export const dueWords = {
  accept: 'to accept',
  payAgain: 'to pay again',
  answer: 'to answer',
  release: 'until the release',
}

/** How the money of a closed campaign went, to each side. */
export const outcomeWords: Record<string, Record<Side, string>> = {
  RELEASED: {
    CHANNEL: 'The money is released to you, less the fee.',
    BUYER: 'The money was released to the channel.',
  },
  REFUNDED: {
    CHANNEL: 'The money goes back to the buyer.',
    BUYER: 'All of the money goes back to you.',
  },
  SPLIT: {
    CHANNEL: 'A part of the money is released to you, the rest goes back to the buyer.',
    BUYER: 'A part of the money goes back to you, the rest was released to the channel.',
  },
}

interface ChannelsMoney {
  status: CampaignStatus
  outcome: string | null
  captured: boolean
}

/** Where the money is, as far as the channel is concerned. */
export function moneyToChannel({ status, outcome, captured }: ChannelsMoney): string {
  if (outcome) return outcomeWords[outcome]?.CHANNEL ?? ''
  if (status === 'AWAITING_ACCEPTANCE') return 'Set aside at the buyer’s bank. It is taken when you accept.'
  if (['DECLINED', 'EXPIRED'].includes(status)) return 'It was let go and is with the buyer.'
  if (status === 'CANCELLED')
    return captured ? 'It went where the cancellation says.' : 'It was let go and is with the buyer.'
  if (status === 'DISPUTED') return 'Held, and nothing moves until the dispute is decided.'
  return captured ? 'Taken, and held until the campaign is done.' : 'It is being taken from the buyer.'
}
