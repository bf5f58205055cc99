import { Link } from '../../router/router.js'
import { classOf } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import type { Campaign } from './campaign-parts.js'

/** The way to a campaign's dispute, where there is or was one. */
export function DisputeLink({ campaign: { status, dispute } }: { campaign: Campaign }) {
  if (!dispute) return null
  return (
    <Notice
      tone={status === 'DISPUTED' ? 'warn' : 'info'}
      title={status === 'DISPUTED' ? words.disputed : words.wasDisputed}
    >
      <div>
        <Link to={`/disputes/${dispute.id}`} className={classOf('quiet')}>
          {words.toDispute}
        </Link>
      </div>
    </Notice>
  )
}
