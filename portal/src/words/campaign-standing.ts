import type { CampaignStatus } from '../gen/operations.js'
import type { Side } from './campaigns.js'

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

/** What goes before the rest: a payment that was refused, a proposal that waits, a release that the buyer's bank or a mail that came back stops. */
export const firstOfAll: Record<
  'UNPAID' | 'OWN_PROPOSAL' | 'THEIR_PROPOSAL' | 'CHARGED_BACK' | 'NOT_TOLD',
  Record<Side, Say>
> = {
  UNPAID: {
    CHANNEL: ({ buyer, deadline }) =>
      `The bank of ${buyer} refused the payment. They were asked to pay again${deadline ? ` by ${deadline}` : ''}; otherwise the campaign is cancelled.`,
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
  CHARGED_BACK: {
    CHANNEL: () => 'You have asked for the release. It waits.',
    BUYER: ({ channel }) =>
      `${channel} says that the campaign nears completion and asks for the money. Nothing is released for now.`,
  },
  NOT_TOLD: {
    CHANNEL: ({ buyer }) =>
      `You have asked for the release. It waits: our mail about it has not reached ${buyer}.`,
    BUYER: ({ channel }) =>
      `${channel} says that the campaign nears completion and asks for the money. Nothing is released by itself for now.`,
  },
}

/** That the buyer's bank wants the payment back, beside where a campaign stands. */
export const chargedBackWords: Record<Side, { title: string; text: string }> = {
  CHANNEL: {
    title: 'The buyer’s bank wants the payment back',
    text: 'Until that is settled, nothing of the money moves. Our team sees to it with the bank; you need not do anything.',
  },
  BUYER: {
    title: 'Your bank wants the payment back',
    text: 'Until that is settled, nothing of the money moves: it is neither released nor refunded. Our team sees to it with your bank. If you did not mean to claim it back, tell your bank and write to us.',
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
  unpaid: boolean
  /** Whether the buyer's bank wants it back. */
  chargedBack: boolean
}

/** Where the money is, as far as the channel is concerned. */
export function moneyToChannel({ status, outcome, captured, unpaid, chargedBack }: ChannelsMoney): string {
  if (outcome) return outcomeWords[outcome]?.CHANNEL ?? ''
  if (unpaid) return 'The buyer’s bank refused it, and they were asked to pay again.'
  if (status === 'AWAITING_ACCEPTANCE') return 'Set aside at the buyer’s bank. It is taken when you accept.'
  if (['DECLINED', 'EXPIRED'].includes(status)) return 'It was let go and is with the buyer.'
  if (status === 'CANCELLED')
    return captured ? 'It went where the cancellation says.' : 'It was let go and is with the buyer.'
  if (captured && chargedBack) return 'Held, and nothing moves until the buyer’s bank has its answer.'
  if (status === 'DISPUTED') return 'Held, and nothing moves until the dispute is decided.'
  return captured ? 'Taken, and held until the campaign is done.' : 'It is being taken from the buyer.'
}
