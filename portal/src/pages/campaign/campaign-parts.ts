import type {
  ActionPartsFragment,
  CampaignHeadFragment,
  CampaignPartsFragment,
} from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import type { Viewer } from '../../shell/viewer.js'
import { Refused } from '../../wire/refused.js'
import { sentenceOf } from '../../words/refusals.js'
import { dueWords, firstOfAll, outcomeWords, toBuyer, toChannel } from '../../words/campaign-standing.js'
import { stepWords, type Side } from '../../words/campaigns.js'

/** A campaign as its page and its card read it. */
export type Campaign = CampaignPartsFragment
/** One of the assets that it needs. */
export type Creative = Campaign['creatives'][number]
/** A version of one. */
export type Version = NonNullable<Creative['newest']>

/** A campaign as lists read it. */
export type CampaignHead = CampaignHeadFragment

/** On which side of a campaign the viewer stands; the channel's where they belong to both, null for neither. */
export function sideOf(viewer: Viewer, campaign: Pick<Campaign, 'channel' | 'buyer'>): Side | null {
  const own = (id: string | undefined): boolean =>
    id !== undefined && viewer.memberships.some(({ organisation }) => organisation?.id === id)
  if (own(campaign.channel?.id)) return 'CHANNEL'
  return own(campaign.buyer?.id) ? 'BUYER' : null
}

/** Where a campaign stands, in a sentence or two for one side. */
export function summaryOf(campaign: CampaignHead, side: Side): string {
  const { status, outcome, channelName, buyerName, dueAt, missingCreatives } = campaign
  const told = {
    channel: channelName,
    buyer: buyerName,
    deadline: dueAt && moment(dueAt),
    missing: missingCreatives,
  }
  const first = firstOf(campaign, side)
  if (first) return firstOfAll[first][side](told)
  return (
    (outcome && outcomeWords[outcome]?.[side]) || (side === 'CHANNEL' ? toChannel : toBuyer)[status](told)
  )
}

function firstOf(campaign: CampaignHead, side: Side): keyof typeof firstOfAll | null {
  const { status, payAgainBy, proposal, releaseHeld } = campaign
  if (status === 'COMPLETION_CLAIMED' && isChargedBack(campaign)) return 'CHARGED_BACK'
  if (status === 'COMPLETION_CLAIMED' && releaseHeld) return 'NOT_TOLD'
  if (status === 'ACCEPTED' && payAgainBy) return 'UNPAID'
  if (!['ACCEPTED', 'READY'].includes(status) || !proposal) return null
  return proposal.by === side ? 'OWN_PROPOSAL' : 'THEIR_PROPOSAL'
}

/** What the deadline that matters now is for; undefined where none does. */
export function dueFor({ status, payAgainBy, proposal }: CampaignHead): string | undefined {
  if (status === 'AWAITING_ACCEPTANCE') return dueWords.accept
  if (status === 'COMPLETION_CLAIMED') return dueWords.release
  if (status === 'ACCEPTED' && payAgainBy) return dueWords.payAgain
  return proposal ? dueWords.answer : undefined
}

/** Whether a campaign still runs: neither settled nor ended before. */
export function isOpen({ status }: Pick<Campaign, 'status'>): boolean {
  return !['CLOSED', 'DECLINED', 'EXPIRED', 'CANCELLED'].includes(status)
}

/** Whether the buyer's bank wants the payment of a running campaign back: nothing of its money moves. */
export function isChargedBack(campaign: Pick<Campaign, 'status' | 'frozen'>): boolean {
  return isOpen(campaign) && campaign.frozen.includes('CHARGEBACK')
}

/** What is said in place of the usual words where a verb is refused with a code. */
export type Whys = Partial<Record<string, string>>

/** Why a verb can't be taken now, for its button; null where it can. */
export function whyOff(action: ActionPartsFragment, whys: Whys = {}): string | null {
  if (action.allowed) return null
  const code = action.refusal ?? ''
  if (whys[code]) return whys[code]
  if (code === 'INVALID_TRANSITION') return stepWords.moved
  return sentenceOf(new Refused(action.message ?? '', code, { deadlineAt: action.deadline }))
}
