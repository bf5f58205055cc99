import type { CampaignToDisputeQuery, DisputeQuery } from '../../gen/operations.js'

/** A dispute as its page reads it. */
export type Dispute = NonNullable<DisputeQuery['dispute']>
/** A campaign that may be disputed. */
export type DisputedCampaign = NonNullable<CampaignToDisputeQuery['campaign']>
/** The reasons there are, and which count. */
export type Reasons = CampaignToDisputeQuery['disputeReasons']
/** A side of a dispute. */
export type Side = 'BUYER' | 'CHANNEL'
