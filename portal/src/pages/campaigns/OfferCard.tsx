import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { Countdown } from '../../ui/Countdown.js'
import { managerWords as words } from '../../words/campaigns.js'
import type { CampaignHead } from '../campaign/campaign-parts.js'
import { datesOf } from '../campaign/dates.js'
import { Decide } from '../campaign/Decide.js'

/** An offer in the inbox: what, for whom, how long there is to answer, and the answers themselves. */
export function OfferCard({ offer, onChange }: { offer: CampaignHead; onChange: () => void }) {
  const { id, packageName, buyerName, orderNumber, price, dueAt } = offer
  return (
    <article className="offer">
      <div className="stack-tight">
        <div>
          <h3>
            <Link to={`/campaigns/${id}`}>{packageName}</Link>
          </h3>
          <p>{words.of(buyerName)}</p>
        </div>
        <p className="muted small">
          <span className="mono">{orderNumber}</span>
          {[price?.formatted, datesOf(offer)].filter(Boolean).map((fact) => ` · ${fact}`)}
        </p>
      </div>
      <div className="stack-tight offer-side">
        {dueAt && (
          <div>
            <Countdown at={dueAt} what={words.toAccept} onOver={onChange} />
            <p className="muted small">{words.answerBy(moment(dueAt))}</p>
          </div>
        )}
        <Decide campaign={offer} name={`${packageName} ${words.of(buyerName)}`} onDone={onChange} />
      </div>
    </article>
  )
}
