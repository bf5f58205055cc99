import type { CampaignFacts, CreativeFacts, UploadFacts } from '../campaign-facts.js'
import type { OrderFacts } from '../facts.js'
import type { SampleTexts } from './english.js'
import { PAY_AGAIN_BY, sampleAgreements, sampleEnds } from './sample-campaign-ends.js'
import { at } from './sample-facts.js'

const PRICE = 90_000n

/** A campaign that was bought, and all that can become of it. */
export function sampleCampaign(
  text: SampleTexts,
  { order, currency }: { order: OrderFacts; currency: string },
) {
  const course = sampleStates(text, { order, currency })
  const { offer, accepted, ready } = course
  return {
    ...course,
    ...samplePayment(text, order, { offer, accepted }),
    ...sampleAgreements(text, { offer, ready }),
    ...sampleEnds(text, ready),
  }
}

/** From the offer to its being ready, with its creatives coming in. */
function sampleStates(text: SampleTexts, { order, currency }: { order: OrderFacts; currency: string }) {
  const { asset, banner } = creatives(text)
  const offer = offered(text, { order, currency }, [asset('MISSING'), banner('MISSING')])
  const accepted = { ...offer, creatives: [asset('REJECTED'), banner('MISSING')] }
  const allThere = { ...offer, creatives: [asset('UPLOADED'), banner('UPLOADED')] }
  const uploads = {
    ...accepted,
    creatives: [asset('UPLOADED'), banner('MISSING')],
    uploads: [asset('UPLOADED')],
  }
  return {
    offer,
    accepted,
    allThere,
    uploads,
    paid: { ...accepted, at: at('2026-11-27T16:40:00Z') },
    ready: { ...offer, creatives: [asset('APPROVED'), banner('APPROVED')] },
    lastUpload: { ...allThere, uploads: [asset('UPLOADED'), banner('UPLOADED')] } satisfies UploadFacts,
    rejected: { ...accepted, creative: asset('REJECTED') },
  }
}

/** Its order's receipt; money that was refused, called back by a bank, or let go. */
function samplePayment(
  text: SampleTexts,
  order: OrderFacts,
  { offer, accepted }: Readonly<Record<'offer' | 'accepted', CampaignFacts>>,
) {
  const paid = { ...order, total: offer.price, dashboardContactId: null }
  const refused = { ...paid, at: offer.at, amount: offer.price, reason: text.declined }
  return {
    receipt: { ...paid, campaign: offer },
    refused: { ...refused, campaign: { ...accepted, payAgainBy: PAY_AGAIN_BY } },
    chargeback: { ...refused, at: at('2026-12-20T07:45:00Z'), campaign: offer },
    letGo: { ...refused, at: at('2026-11-25T08:00:00Z'), reason: text.voidRefused, letGo: true },
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
