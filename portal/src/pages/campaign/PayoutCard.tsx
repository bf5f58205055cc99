import { PayoutsDocument } from '../../gen/operations.js'
import { Card } from '../../ui/Card.js'
import { useRead } from '../../wire/use-read.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import { moneyToChannel } from '../../words/campaigns.js'
import { PayoutRow } from '../payouts/PayoutRow.js'
import type { Campaign } from './campaign-parts.js'

/** Where a campaign's money is, as its channel may know it, and what was released to them. */
export function PayoutCard({ campaign }: { campaign: Campaign }) {
  const { status, outcome, capturedAt, order } = campaign
  const { data } = useRead(PayoutsDocument, { first: 10, where: { orderId: { in: [order?.id ?? ''] } } })
  const payouts = data?.payouts.nodes ?? []
  const released = outcome === 'RELEASED' || outcome === 'SPLIT' || payouts.length > 0
  return (
    <Card title={words.money}>
      <p>{moneyToChannel({ status, outcome, captured: capturedAt !== null })}</p>
      {released && (
        <ul className="lines">
          {payouts.map((payout) => (
            <li key={payout.id}>
              <PayoutRow payout={payout} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
