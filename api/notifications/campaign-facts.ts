import type { Money } from '../lib/money.js'

/** What mails about a campaign say. Those to the buyer never tell what the channel gets. */
export interface CampaignFacts {
  readonly orderId: string
  readonly number: string
  readonly campaignId: string
  readonly placedById: string
  readonly buyerId: string
  readonly buyer: string
  readonly channelId: string
  readonly channel: string
  /** The name of what was bought. */
  readonly package: string
  readonly price: Money
  /** What the channel gets of the whole price, our fee taken off. */
  readonly payout: Money
  readonly fee: Money
  /** The first and last day it runs, as `2026-12-01`; null where that is not fixed. */
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly acceptBy: Date
  readonly disputeBy: Date | null
  readonly payAgainBy: Date | null
  readonly estimatedOn: string | null
  readonly completedAt: Date | null
  readonly creatives: readonly CreativeFacts[]
  /** When what the mail tells of happened. */
  readonly at: Date
  /** Who did it; null for the system or a program, or where that was erased. */
  readonly byWhom: string | null
  /** The same person as contacts of their organisations. */
  readonly byContacts: readonly string[]
  /** The words that were given with it; null where there are none, or they were erased. */
  readonly reason: string | null
}

/** One asset that a campaign needs, as it is now. */
export interface CreativeFacts {
  readonly label: string
  readonly required: boolean
  readonly state: 'MISSING' | 'UPLOADED' | 'APPROVED' | 'REJECTED'
  /** The newest version's number and file. */
  readonly version: number | null
  readonly file: string | null
  /** Why the newest version was sent back. */
  readonly reason: string | null
}

/** A reminder to answer an offer. */
export interface AcceptanceFacts extends CampaignFacts {
  readonly isLast: boolean
}

/** Uploads of a while, told in one mail. */
export interface UploadFacts extends CampaignFacts {
  readonly uploads: readonly CreativeFacts[]
}

/** A creative that was sent back. */
export interface RejectedFacts extends CampaignFacts {
  readonly creative: CreativeFacts
}

/** The channel says that it is complete: how often that is disputed here at all. */
export interface CompletionFacts extends CampaignFacts {
  /** Whether whoever is told may dispute it: owners may. */
  readonly mayDispute: boolean
  /** Campaigns that were marked complete before this one, and how many of them were disputed. */
  readonly completedBefore: number
  readonly disputedBefore: number
}

/** A proposal to end a campaign, and what became of it. */
export interface ProposalFacts extends CampaignFacts {
  readonly proposedBy: 'BUYER' | 'CHANNEL'
  /** What would go back to the buyer, and what the channel would get of the rest, our fee taken off. */
  readonly refund: Money
  readonly rest: Money
  readonly answerBy: Date
  /** Null while it waits. */
  readonly answer: 'AGREED' | 'REFUSED' | 'LAPSED' | 'OVERTAKEN' | null
}

/** A campaign that we have ended, or that was not paid. */
export interface EndedFacts extends CampaignFacts {
  readonly how: 'US' | 'UNPAID'
  readonly refund: Money
  readonly rest: Money
}

/** A deadline that we have moved. */
export interface ExtensionFacts extends CampaignFacts {
  readonly deadline: 'ACCEPTANCE' | 'RELEASE'
  readonly until: Date
}

/** Held money that goes to the channel. */
export interface ReleaseFacts extends CampaignFacts {
  /** What is released of the price, our fee on it, and what the channel gets. */
  readonly released: Money
  readonly releaseFee: Money
  readonly net: Money
  /** Whether the buyer did so, or it went by itself when the time to dispute was over. */
  readonly byHand: boolean
  /** The provider's words, where it refused. */
  readonly failure: string | null
}

/** What mails about a dispute say. */
export interface DisputeFacts extends CampaignFacts {
  readonly disputeId: string
  /** A value of the closed list of reasons. */
  readonly disputeReason: string
  readonly statement: string | null
  readonly respondBy: Date
  readonly fallbackAt: Date
  /** What is held and disputed. */
  readonly held: Money
  readonly question: QuestionFacts | null
  readonly decision: DecisionFacts | null
  /** After a withdrawal: when the money is released by itself. */
  readonly releaseAt: Date | null
}

/** Something that we ask one side. */
export interface QuestionFacts {
  readonly of: 'BUYER' | 'CHANNEL'
  readonly question: string | null
  readonly answerBy: Date
}

/** How a dispute ended. */
export interface DecisionFacts {
  readonly decision: 'RELEASE' | 'REFUND' | 'SPLIT'
  readonly refund: Money
  /** What the channel gets, our fee taken off. */
  readonly net: Money
  readonly reasoning: string | null
  /** Whether nobody decided in time. */
  readonly byItself: boolean
}

/** A channel's account for payouts that was suspended, or works again. */
export interface PayoutAccountFacts {
  readonly orderId: null
  readonly accountId: string
  readonly channelId: string
  readonly channel: string
  readonly suspended: boolean
  readonly reason: string | null
  readonly at: Date
}
