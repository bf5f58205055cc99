import type {
  CampaignFacts,
  CompletionFacts,
  CreativeFacts,
  EndedFacts,
  ExtensionFacts,
  PayoutAccountFacts,
  ProposalFacts,
  ReleaseFacts,
  UploadFacts,
} from '../campaign-facts.js'
import type { OrderFacts } from '../facts.js'
import type { SampleTexts } from './english.js'
import { at } from './sample-facts.js'

const PRICE = 90_000n

/** A campaign that was bought, and all that can become of it. */
export function sampleCampaign(
  text: SampleTexts,
  { order, currency }: { order: OrderFacts; currency: string },
) {
  const money = (amount: bigint) => ({ amount, currency })
  const { asset, banner } = creatives(text)
  const paid = { ...order, total: money(PRICE), dashboardContactId: null }
  const offer = offered(text, { order, currency }, [asset('MISSING'), banner('MISSING')])
  const accepted = { ...offer, creatives: [asset('REJECTED'), banner('MISSING')] }
  const allThere = { ...offer, creatives: [asset('UPLOADED'), banner('UPLOADED')] }
  const ready = { ...offer, creatives: [asset('APPROVED'), banner('APPROVED')] }
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
  const ended: EndedFacts = {
    ...ready,
    at: at('2026-12-03T11:30:00Z'),
    how: 'US',
    reason: text.campaign.cancelled,
    refund: money(PRICE),
    rest: money(0n),
  }
  const payAgainBy = at('2026-11-28T09:05:00Z')
  const refused = { ...paid, at: offer.at, amount: money(PRICE), reason: text.declined }
  const extension = { reason: text.campaign.extended } as const
  return {
    offer,
    accepted,
    paid: { ...accepted, at: at('2026-11-27T16:40:00Z') },
    allThere,
    ready,
    receipt: { ...paid, campaign: offer },
    refused: { ...refused, campaign: { ...accepted, payAgainBy } },
    letGo: { ...refused, at: at('2026-11-25T08:00:00Z'), reason: text.voidRefused, letGo: true },
    uploads: { ...accepted, creatives: [asset('UPLOADED'), banner('MISSING')], uploads: [asset('UPLOADED')] },
    lastUpload: { ...allThere, uploads: [asset('UPLOADED'), banner('UPLOADED')] } satisfies UploadFacts,
    rejected: { ...accepted, creative: asset('REJECTED') },
    proposal,
    buyersProposal: {
      ...proposal,
      proposedBy: 'BUYER',
      byWhom: text.people.buyer,
      byContacts: ['sample_buyer'],
    } satisfies ProposalFacts,
    ended,
    unpaid: {
      ...ended,
      how: 'UNPAID',
      reason: null,
      at: payAgainBy,
      payAgainBy,
      refund: money(0n),
    } satisfies EndedFacts,
    moreTimeToAccept: {
      ...offer,
      ...extension,
      deadline: 'ACCEPTANCE',
      until: at('2026-11-28T09:05:00Z'),
    } satisfies ExtensionFacts,
    moreTimeToCheck: {
      ...ready,
      ...extension,
      deadline: 'RELEASE',
      until: at('2026-12-18T15:20:00Z'),
    } satisfies ExtensionFacts,
    completed: sampleCompletion(ready),
    completedResent: { ...sampleCompletion(ready), disputeBy: at('2026-12-13T08:00:00Z') },
    released: {
      ...ready,
      at: at('2026-12-12T15:20:00Z'),
      released: money(PRICE),
      releaseFee: money(9000n),
      net: money(81_000n),
      early: true,
      failure: text.payoutRefused,
    } satisfies ReleaseFacts,
    chargeback: { ...ready, at: at('2026-12-20T07:45:00Z'), amount: money(PRICE) },
    payoutAccount: {
      orderId: null,
      accountId: 'pac_sample',
      channelId: 'org_channel',
      channel: text.channel,
      suspended: true,
      reason: text.campaign.suspended,
      at: at('2026-12-01T10:00:00Z'),
    } satisfies PayoutAccountFacts,
  }
}

/** The campaign as it is offered to its channel. */
function offered(
  text: SampleTexts,
  { order, currency }: { order: OrderFacts; currency: string },
  assets: readonly CreativeFacts[],
): CampaignFacts {
  const { orderId, number, placedById, buyerId, buyer } = order
  const money = (amount: bigint) => ({ amount, currency })
  return {
    orderId,
    number,
    placedById,
    buyerId,
    buyer,
    campaignId: 'cmp_sample',
    channelId: 'org_channel',
    channel: text.channel,
    package: text.services.podcast,
    price: money(PRICE),
    fee: money(9000n),
    payout: money(81_000n),
    startsOn: '2026-12-01',
    endsOn: '2026-12-14',
    acceptBy: at('2026-11-26T13:32:00Z'),
    disputeBy: null,
    payAgainBy: null,
    estimatedOn: null,
    completedAt: null,
    creatives: assets,
    at: at('2026-11-24T13:32:00Z'),
    byWhom: null,
    byContacts: [],
    reason: null,
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

/** Its two creatives, in whatever state. */
function creatives(text: SampleTexts) {
  const [script, logo] = text.campaign.creatives
  const one =
    (label: string, file: string, reason: string) =>
    (state: CreativeFacts['state']): CreativeFacts => ({
      label,
      required: true,
      state,
      version: state === 'MISSING' ? null : 1,
      file: state === 'MISSING' ? null : file,
      reason: state === 'REJECTED' ? reason : null,
    })
  const { rejected } = text.campaign
  return {
    asset: one(script!.label, script!.file, rejected),
    banner: one(logo!.label, logo!.file, rejected),
  }
}
