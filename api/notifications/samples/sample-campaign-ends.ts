import type {
  CampaignFacts,
  CompletionFacts,
  EndedFacts,
  ExtensionFacts,
  PayoutAccountFacts,
  ProposalFacts,
  ReleaseFacts,
} from '../campaign-facts.js'
import type { SampleTexts } from './english.js'
import { at } from './sample-facts.js'

/** Until when a refused payment can be made again. */
export const PAY_AGAIN_BY = at('2026-11-28T09:05:00Z')

type States = Readonly<Record<'offer' | 'ready', CampaignFacts>>

/** What is agreed on, or decided by our team, while it runs. */
export function sampleAgreements(text: SampleTexts, { offer, ready }: States) {
  const money = (amount: bigint) => ({ ...ready.price, amount })
  const proposal: ProposalFacts = {
    ...ready,
    proposedBy: 'CHANNEL',
    byWhom: text.people.channel,
    byContacts: ['sample_channel'],
    reason: text.campaign.proposed,
    refund: money(60_000n),
    rest: money(27_000n),
    answerBy: at('2026-12-03T10:00:00Z'),
    answer: null,
  }
  const buyers = { proposedBy: 'BUYER', byWhom: text.people.buyer, byContacts: ['sample_buyer'] } as const
  return {
    proposal,
    buyersProposal: { ...proposal, ...buyers } satisfies ProposalFacts,
    ...sampleCancelled(text, ready),
    ...sampleExtensions(text, { offer, ready }),
  }
}

/** Ended by our team, or because it was not paid again. */
function sampleCancelled(text: SampleTexts, ready: CampaignFacts) {
  const nothing = { ...ready.price, amount: 0n }
  const ended: EndedFacts = {
    ...ready,
    at: at('2026-12-03T11:30:00Z'),
    how: 'US',
    reason: text.campaign.cancelled,
    refund: ready.price,
    rest: nothing,
  }
  const unpaid: EndedFacts = {
    ...ended,
    at: PAY_AGAIN_BY,
    how: 'UNPAID',
    reason: null,
    payAgainBy: PAY_AGAIN_BY,
    refund: nothing,
  }
  return { ended, unpaid }
}

/** More time, for the channel and for the buyer. */
function sampleExtensions(text: SampleTexts, { offer, ready }: States) {
  const reason = text.campaign.extended
  const moreTimeToAccept: ExtensionFacts = { ...offer, reason, deadline: 'ACCEPTANCE', until: PAY_AGAIN_BY }
  const until = at('2026-12-18T15:20:00Z')
  const moreTimeToCheck: ExtensionFacts = { ...ready, reason, deadline: 'RELEASE', until }
  return { moreTimeToAccept, moreTimeToCheck }
}

/** Marked complete and released; and what becomes of the account for payouts. */
export function sampleEnds(text: SampleTexts, ready: CampaignFacts) {
  const released: ReleaseFacts = {
    ...ready,
    at: at('2026-12-12T15:20:00Z'),
    released: ready.price,
    releaseFee: ready.fee,
    net: ready.payout,
    byHand: true,
    failure: text.payoutRefused,
  }
  const payoutAccount: PayoutAccountFacts = {
    orderId: null,
    accountId: 'pac_sample',
    channelId: ready.channelId,
    channel: ready.channel,
    suspended: true,
    reason: text.campaign.suspended,
    at: at('2026-12-01T10:00:00Z'),
  }
  const completed = sampleCompletion(ready)
  return {
    completed,
    completedResent: { ...completed, disputeBy: at('2026-12-13T08:00:00Z') },
    released,
    payoutAccount,
  }
}

/** The channel has marked it complete. */
function sampleCompletion(ready: CampaignFacts): CompletionFacts {
  return {
    ...ready,
    mayDispute: true,
    completedAt: at('2026-12-10T15:20:00Z'),
    disputeBy: at('2026-12-12T15:20:00Z'),
    estimatedOn: '2026-12-14',
    completedBefore: 1284,
    disputedBefore: 1,
  }
}
