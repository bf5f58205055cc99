import type {
  ActionPartsFragment,
  CampaignHeadFragment,
  CampaignPartsFragment,
} from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import type { Viewer } from '../../shell/viewer.js'
import { Refused } from '../../wire/refused.js'
import { sentenceOf } from '../../words/refusals.js'
import { stepWords, type Side, type Told } from '../../words/campaigns.js'

/** A campaign as its page and its card read it. */
export type Campaign = CampaignPartsFragment

/** A campaign as lists read it. */
export type CampaignHead = CampaignHeadFragment

/** On which side of a campaign the viewer stands; the channel's where they belong to both, null for neither. */
export function sideOf(viewer: Viewer, campaign: Pick<Campaign, 'channel' | 'buyer'>): Side | null {
  const own = (id: string | undefined): boolean =>
    id !== undefined && viewer.memberships.some(({ organisation }) => organisation?.id === id)
  if (own(campaign.channel?.id)) return 'CHANNEL'
  return own(campaign.buyer?.id) ? 'BUYER' : null
}

/** What the sentence of a campaign's state needs to know of it. */
export function toldOf(campaign: CampaignHead): Told {
  return {
    channel: campaign.channelName,
    buyer: campaign.buyerName,
    deadline: campaign.dueAt && moment(campaign.dueAt),
    missing: campaign.missingCreatives,
  }
}

/** Whether a campaign still runs: neither settled nor ended before. */
export function isOpen({ status }: Pick<Campaign, 'status'>): boolean {
  return !['CLOSED', 'DECLINED', 'EXPIRED', 'CANCELLED'].includes(status)
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
