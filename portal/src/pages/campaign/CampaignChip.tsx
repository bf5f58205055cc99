import { Chip } from '../../ui/Card.js'
import { campaignStates, outcomeStates, type Side } from '../../words/campaigns.js'
import type { CampaignHead } from './campaign-parts.js'

/** A campaign's state in a word or two; how its money went once it is closed. */
export function CampaignChip({ campaign, side }: { campaign: CampaignHead; side: Side }) {
  const { status, outcome } = campaign
  const { label, tone } = (outcome && outcomeStates[outcome]) || campaignStates[status][side]
  return <Chip tone={tone}>{label}</Chip>
}
