import type { PayoutsQuery } from '../../gen/operations.js'
import { Card } from '../../ui/Card.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import { moneyToChannel } from '../../words/campaign-standing.js'
import { PayoutRow } from '../payouts/PayoutRow.js'
import { type Campaign, isChargedBack } from './campaign-parts.js'

type Payouts = PayoutsQuery['payouts']['nodes']

/** Where a campaign's money is, as its channel may know it, and what was released to them. */
export function PayoutCard({ campaign, payouts }: { campaign: Campaign; payouts: Payouts }) {
  const { status, outcome, capturedAt, payAgainBy } = campaign
  return (
    <Card title={words.money}>
      <p>
        {moneyToChannel({
          status,
          outcome,
          captured: capturedAt !== null,
          unpaid: payAgainBy !== null,
          chargedBack: isChargedBack(campaign),
        })}
      </p>
      {payouts.length > 0 && (
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
