import { Card } from '../../ui/Card.js'
import { creativeWords as words } from '../../words/creatives.js'
import type { Side } from '../../words/campaigns.js'
import type { Campaign } from './campaign-parts.js'
import { CreativeItem } from './CreativeItem.js'

interface CreativesCardProps {
  campaign: Campaign
  side: Side
  onChange: () => void
}

/** The assets that a campaign needs: the buyer sends them, the channel approves or rejects each version. */
export function CreativesCard({ campaign, side, onChange }: CreativesCardProps) {
  const { creatives, status } = campaign
  const required = creatives.filter((creative) => creative.required)
  const approved = required.filter((creative) => creative.approved)
  const gathering = status === 'AWAITING_ACCEPTANCE' || status === 'ACCEPTED'
  const sent = creatives.some(({ newest }) => newest)
  // What was never sent for a campaign that never ran is nothing to look at.
  if (!sent && ['DECLINED', 'EXPIRED', 'CANCELLED'].includes(status)) return null
  return (
    <Card
      title={words.title}
      action={
        required.length > 0 && (
          <span className="muted small">{words.count(approved.length, required.length)}</span>
        )
      }
    >
      {creatives.length === 0 && <p className="muted">{words.none}</p>}
      {gathering && creatives.length > 0 && <p className="muted">{leadOf(campaign, side, sent)}</p>}
      {status === 'READY' && side === 'BUYER' && <p className="muted">{words.closed}</p>}
      <ul className="lines creatives">
        {creatives.map((creative) => (
          <li key={creative.id}>
            <CreativeItem {...{ campaign, creative, side, gathering, onChange }} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function leadOf({ status }: Campaign, side: Side, sent: boolean): string {
  if (side === 'CHANNEL') return words.leadChannel
  if (sent) return words.leadSent
  return status === 'ACCEPTED' ? words.leadAccepted : words.leadBuyer
}
