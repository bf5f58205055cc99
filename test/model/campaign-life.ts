import type { AnyLife, Moment } from './kind.js'
import { MINUTE } from './op.js'

/** What the model's package costs. */
export const PACKAGE_PRICE = 25_001n

export type Side = 'BUYER' | 'CHANNEL'

type CreativeStatus = 'UPLOADED' | 'APPROVED' | 'REJECTED'

export interface Dispute {
  status: 'AWAITING_CHANNEL' | 'UNDER_REVIEW' | 'AWAITING_INFORMATION' | 'RESOLVED' | 'WITHDRAWN'
  asked: Side | undefined
  /** Until when the channel, or whom our team asked, is waited for. */
  waitUntil: Moment | undefined
  fallbackAt: Moment | undefined
}

export interface Campaign {
  status:
    | 'AWAITING_ACCEPTANCE'
    | 'ACCEPTED'
    | 'READY'
    | 'COMPLETION_CLAIMED'
    | 'DISPUTED'
    | 'CLOSED'
    | 'DECLINED'
    | 'EXPIRED'
    | 'CANCELLED'
  outcome: 'RELEASED' | 'REFUNDED' | 'SPLIT' | undefined
  acceptBy: Moment
  /** Until when what the bank has set aside can be taken in. */
  authorisedUntil: Moment
  disputeBy: Moment | undefined
  payAgainBy: Moment | undefined
  captured: boolean
  /** Whether the buyer knows that it is complete. */
  told: boolean
  /** The mail that it is complete came back, or never went out. */
  releaseHeld: boolean
  extended: { acceptance: boolean; release: boolean }
  proposal: { by: Side; refund: bigint; answerBy: Moment } | undefined
  /** Its one required creative: how many versions, how the newest stands, and how the earlier ones did when replaced. */
  creative: { versions: number; status: CreativeStatus | undefined; earlier: CreativeStatus[] }
}

/** A campaign's whole life in one record: what the trade says must be true of it, and nothing of how. */
export interface CampaignLife extends AnyLife {
  status: 'AWAITING_PAYMENT' | 'OPEN' | 'COMPLETED' | 'CANCELLED'
  payBy: Moment | undefined
  campaign: Campaign | undefined
  dispute: Dispute | undefined
  /** What is set aside and not let go or taken in; a void of it is asked for once. */
  authorised: boolean
  voidAsked: boolean
  /** What came when nothing waited for it, or stands when nothing needs it: given back at the next look, from then on. */
  late: { readonly what: 'REFUND' | 'VOID'; readonly since: Moment }[]
  held: bigint
  due: bigint
  payable: bigint
  fees: bigint
  closed: boolean
  /** Whether the admin has had a hand in the order: then others decide its dispute. */
  adminWorked: boolean
}

/** A campaign's order as it is placed. */
export function newCampaignLife(id: string, now: Moment): CampaignLife {
  return {
    id,
    ops: [],
    status: 'AWAITING_PAYMENT',
    payBy: now + 15 * MINUTE,
    campaign: undefined,
    dispute: undefined,
    authorised: false,
    voidAsked: false,
    late: [],
    held: 0n,
    due: 0n,
    payable: 0n,
    fees: 0n,
    closed: false,
    adminWorked: false,
  }
}

export const isOpen = (dispute: Dispute | undefined) =>
  dispute !== undefined && dispute.status !== 'RESOLVED' && dispute.status !== 'WITHDRAWN'

/** When the money is released by itself: never, to a buyer who does not know. */
export const releaseAt = ({ told, releaseHeld, disputeBy }: Campaign) =>
  told && !releaseHeld ? disputeBy : undefined

const STAGES: Partial<Record<Campaign['status'], string>> = {
  AWAITING_ACCEPTANCE: 'AWAITING_ACCEPTANCE',
  ACCEPTED: 'ACCEPTED',
  READY: 'CAMPAIGN_READY',
  COMPLETION_CLAIMED: 'COMPLETION_CLAIMED',
  DISPUTED: 'DISPUTED',
}

/** What the campaign says of its order. */
export function stageOf({ status, campaign }: CampaignLife): string {
  return status === 'AWAITING_PAYMENT'
    ? 'AWAITING_PAYMENT'
    : (STAGES[campaign?.status ?? 'CLOSED'] ?? 'CLOSED')
}
