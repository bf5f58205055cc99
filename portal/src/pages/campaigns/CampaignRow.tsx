import { Link } from '../../router/router.js'
import { Countdown } from '../../ui/Countdown.js'
import { managerWords as words } from '../../words/campaigns.js'
import { dueFor, isOpen, summaryOf, type CampaignHead } from '../campaign/campaign-parts.js'
import { CampaignChip } from '../campaign/CampaignChip.js'

/** A campaign in a channel's list: what, for whom, where it stands, and the deadline that matters now. */
export function CampaignRow({ campaign, onOver }: { campaign: CampaignHead; onOver?: () => void }) {
  const { id, packageName, buyerName, orderNumber, price, dueAt } = campaign
  return (
    <article className="order-card">
      <div className="stack-tight">
        <div className="row">
          <h3>
            <Link to={`/campaigns/${id}`}>{packageName}</Link>
          </h3>
          <span className="muted">{words.of(buyerName)}</span>
        </div>
        {isOpen(campaign) && <p>{summaryOf(campaign, 'CHANNEL')}</p>}
      </div>
      <div className="order-side">
        <CampaignChip campaign={campaign} side="CHANNEL" />
        {dueAt && isOpen(campaign) && <Countdown at={dueAt} what={dueFor(campaign)} onOver={onOver} />}
        <span className="muted small">
          <span className="mono">{orderNumber}</span>
          {price && ` · ${price.formatted}`}
        </span>
      </div>
    </article>
  )
}
