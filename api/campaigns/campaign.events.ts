import type { EventSpec } from '../lib/machine.js'
import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'
import type { Checklist } from './checklist.js'
import type { Side } from './campaign-sides.js'

/** What happens to a campaign, on its order's stream, and who may read it on the feed. */
export const campaignEvents = {
  'campaign.offered': { visibility: 'PARTIES', doc: 'It was offered to the channel, which has 48 hours.' },
  'campaign.acceptance-reminded': {
    visibility: 'PARTIES',
    doc: 'The channel was reminded to accept or decline.',
  },
  'campaign.accepted': { visibility: 'PARTIES', doc: 'The channel accepted; the money is being taken in.' },
  'campaign.declined': { visibility: 'PARTIES', doc: 'The channel declined and said why.' },
  'campaign.expired': { visibility: 'PARTIES', doc: 'The channel did not answer within its time.' },
  'campaign.withdrawn': { visibility: 'PARTIES', doc: 'The buyer withdrew it before the channel answered.' },
  'campaign.captured': { visibility: 'PARTIES', doc: 'Its money was taken in and is held.' },
  'campaign.capture-failed': {
    visibility: 'PARTIES',
    doc: 'Its money could not be taken in: the buyer has 48 hours to pay again.',
  },
  'campaign.paid-again': { visibility: 'PARTIES', doc: 'The buyer set a fresh payment going.' },
  'campaign.creatives-reminded': {
    visibility: 'PARTIES',
    doc: 'The buyer was reminded of the creatives that it still needs.',
  },
  'campaign.ready': { visibility: 'PARTIES', doc: 'Everything it needs is there: the channel can run it.' },
  'campaign.creatives-reopened': {
    visibility: 'PARTIES',
    doc: 'The channel needs other creatives after all, and said why.',
  },
  'campaign.completion-claimed': {
    visibility: 'PARTIES',
    doc: 'The channel marked it complete and asks for the money; the buyer has 48 hours to dispute.',
  },
  'campaign.release-reminded': {
    visibility: 'PARTIES',
    doc: 'The buyer was reminded that the money is released soon.',
  },
  'campaign.completion-mail-bounced': {
    visibility: 'STAFF',
    doc: 'The mail that it is complete did not reach the buyer: the money is not released by itself.',
  },
  'campaign.nobody-told': {
    visibility: 'STAFF',
    doc: 'The time to dispute is over, and no mail that it is complete went out: the money is not released by itself.',
  },
  'campaign.told-late': {
    visibility: 'PARTIES',
    doc: 'The mail that it is complete went out late; the buyer has at least another 24 hours.',
  },
  'campaign.completion-mail-resent': {
    visibility: 'PARTIES',
    doc: 'The mail that it is complete was sent anew; the buyer has at least another 24 hours.',
  },
  'campaign.released': { visibility: 'PARTIES', doc: 'The money was released to the channel.' },
  'campaign.disputed': { visibility: 'PARTIES', doc: 'The buyer disputed it: nothing moves until decided.' },
  'campaign.dispute-withdrawn': {
    visibility: 'PARTIES',
    doc: 'The buyer withdrew the dispute; the money is released by itself.',
  },
  'campaign.closed': { visibility: 'PARTIES', doc: 'Its dispute was decided.' },
  'campaign.cancellation-proposed': {
    visibility: 'PARTIES',
    doc: 'One side proposed to end it, naming the refund; the other has 48 hours to answer.',
  },
  'campaign.cancellation-answered': {
    visibility: 'PARTIES',
    doc: 'The other side answered that proposal; agreed, it has ended.',
  },
  'campaign.cancellation-lapsed': {
    visibility: 'PARTIES',
    doc: 'That proposal lapsed: nobody answered in time, or it was marked complete or cancelled meanwhile.',
  },
  'campaign.cancelled': {
    visibility: 'PARTIES',
    doc: 'It was ended by our team, or because it was not paid again in time.',
  },
  'campaign.deadline-extended': { visibility: 'PARTIES', doc: 'Our team gave more time, and said why.' },
  'campaign.stalled': { visibility: 'STAFF', doc: 'Nothing has moved for long: our team looks at it.' },
} as const satisfies Record<string, EventSpec>

type Nothing = Record<string, never>

/** What a proposal lapses with: no answer in time, or that the campaign was marked complete or cancelled meanwhile. */
export type LapseCause = 'SILENCE' | 'COMPLETION' | 'CANCELLATION'

/**
 * What each of them carries. Amounts are minor units, as text; `refund` is what goes back to the buyer. `reasonId` names
 * words in a row of their own, which can be erased.
 */
export interface CampaignEventData {
  'campaign.offered': { lineId: string; acceptBy: string }
  'campaign.acceptance-reminded': { step: number; acceptBy: string }
  'campaign.accepted': { lineId: string }
  'campaign.declined': { reasonId: string }
  'campaign.expired': { acceptBy: string }
  'campaign.withdrawn': Nothing
  'campaign.captured': { operationId: string; amount: string; currency: string }
  'campaign.capture-failed': { operationId: string; failure: string | null; payAgainBy: string }
  'campaign.paid-again': { payAgainBy: string }
  'campaign.creatives-reminded': { step: number; missing: number }
  'campaign.ready': Nothing
  'campaign.creatives-reopened': { reasonId: string }
  'campaign.completion-claimed': { disputeBy: string; estimatedOn: string | null; checklist: Checklist }
  'campaign.release-reminded': { disputeBy: string; contactId?: string }
  'campaign.completion-mail-bounced': { recipientId: string }
  'campaign.nobody-told': Nothing
  'campaign.told-late': { disputeBy: string }
  'campaign.completion-mail-resent': { contactId: string; disputeBy: string }
  'campaign.released': { by: 'BUYER' | 'DEADLINE'; amount: string; currency: string }
  'campaign.disputed': Nothing
  'campaign.dispute-withdrawn': { disputeBy: string }
  'campaign.closed': { outcome: string; refund: string; currency: string }
  'campaign.cancellation-proposed': {
    by: Side
    refund: string
    currency: string
    reasonId: string
    answerBy: string
  }
  'campaign.cancellation-answered': { by: Side; agree: boolean; refund: string; currency: string }
  /** `by` is who had proposed it; `cause` what it lapsed with. */
  'campaign.cancellation-lapsed': { by: Side; refund: string; currency: string; cause: LapseCause }
  'campaign.cancelled': {
    how: 'US' | 'UNPAID'
    refund: string
    currency: string
    reasonId?: string
  }
  'campaign.deadline-extended': { deadline: 'ACCEPTANCE' | 'RELEASE'; until: string; reasonId: string }
  'campaign.stalled': { status: string }
}

/** Writes one of them, where no transition does. The order's stream is locked. */
export async function campaignHappened<T extends keyof CampaignEventData>(
  tx: Tx,
  of: { id: string; orderId: string },
  type: T,
  data: CampaignEventData[T],
): Promise<void> {
  const { visibility } = campaignEvents[type]
  await record(tx, { streamId: of.orderId, aggregateId: of.id, type, visibility, data })
}
