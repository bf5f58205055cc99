import type { PayoutsQuery } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { Chip } from '../../ui/Card.js'
import { isByBank } from '../../words/money.js'
import { notReleased, payoutWords as words, releaseStates } from '../../words/payouts.js'

type Payout = PayoutsQuery['payouts']['nodes'][number]

/** One release to a channel: how much, less which fee, and how far it is; `named` says for which campaign. */
export function PayoutRow({ payout, named = false }: { payout: Payout; named?: boolean }) {
  const { state, amount, fee, order, settledAt, requestedAt, nextTryAt } = payout
  const campaign = order?.campaign
  const byBank = isByBank(payout)
  const { tone, label } = byBank ? notReleased : releaseStates[state]
  return (
    <>
      <div className="row row-apart">
        {named && campaign ? (
          <h3>
            <Link to={`/campaigns/${campaign.id}`}>{campaign.packageName}</Link>
          </h3>
        ) : (
          <h3>{named && order ? words.forOrder(order.number) : words.toYou}</h3>
        )}
        <span className="row">
          <Chip tone={tone}>{label}</Chip>
          <strong>{amount.formatted}</strong>
        </span>
      </div>
      <p className="muted small">
        {[
          named && campaign?.buyerName,
          named && order?.number,
          moment(settledAt ?? requestedAt),
          fee && words.fee(fee.formatted),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {state === 'FAILED' && (
        <p className="small">
          {byBank ? words.byBank : nextTryAt ? words.tryAgain(moment(nextTryAt)) : words.seen}
        </p>
      )}
    </>
  )
}
