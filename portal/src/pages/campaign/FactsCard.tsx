import { calendarDay, moment } from '../../format/format.js'
import { Card, Fact } from '../../ui/Card.js'
import type { Side } from '../../words/campaigns.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import type { Campaign } from './campaign-parts.js'
import { datesOf } from './dates.js'

const ITEMS = ['materials', 'connected', 'estimateGiven', 'available'] as const

/** What was agreed: the package, its days, price and terms; and what the channel said when it asked for the money. */
export function FactsCard({ campaign, side }: { campaign: Campaign; side: Side }) {
  const { buyerName, channelName, price, offeredAt, estimatedOn, packageVersion, checklist } = campaign
  const dates = datesOf(campaign)
  return (
    <Card title={words.facts}>
      <dl className="facts">
        {side === 'CHANNEL' ? (
          <Fact term={words.buyer}>{buyerName}</Fact>
        ) : (
          <Fact term={words.channel}>{channelName}</Fact>
        )}
        {dates && <Fact term={words.dates}>{dates}</Fact>}
        {side === 'CHANNEL' && price && <Fact term={words.price}>{price.formatted}</Fact>}
        <Fact term={words.offeredAt}>{moment(offeredAt)}</Fact>
        {estimatedOn && <Fact term={words.estimate}>{calendarDay(estimatedOn)}</Fact>}
      </dl>
      {checklist && <Checklist checklist={checklist} side={side} />}
      {packageVersion?.terms && (
        <details>
          <summary>{words.terms}</summary>
          <p className="pre">{packageVersion.terms}</p>
        </details>
      )}
    </Card>
  )
}

type Asked = NonNullable<Campaign['checklist']>

function Checklist({ checklist, side }: { checklist: Asked; side: Side }) {
  return (
    <div className="stack-tight">
      <h3>{words.checklist[side]}</h3>
      <ul className="ticks">
        {ITEMS.map((item) => (
          <li key={item} data-ticked={checklist[item]}>
            {words.said[side][item]}
            <span className="unseen"> {checklist[item] ? words.yes : words.notSaid}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
