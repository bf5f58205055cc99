import { Notice } from '../../ui/Card.js'
import type { Side } from '../../words/campaigns.js'
import { chargedBackWords } from '../../words/campaign-standing.js'
import { type Campaign, isChargedBack } from './campaign-parts.js'

/** That nothing of a campaign's money moves, since the buyer's bank wants the payment back; nothing where it does not. */
export function ChargedBack({ campaign, side }: { campaign: Campaign; side: Side }) {
  if (!isChargedBack(campaign)) return null
  const { title, text } = chargedBackWords[side]
  return (
    <Notice tone="warn" title={title}>
      <p>{text}</p>
    </Notice>
  )
}
