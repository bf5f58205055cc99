import { useState } from 'react'
import { CampaignsDocument, PayoutAccountsDocument, type CampaignStatus } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { channelsOf, type Viewer } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { managerWords as words } from '../../words/campaigns.js'
import { CampaignRow } from './CampaignRow.js'
import { OfferCard } from './OfferCard.js'
import { useInbox } from './use-inbox.js'

const ENDED: CampaignStatus[] = ['CLOSED', 'DECLINED', 'EXPIRED', 'CANCELLED']
const PAGE_SIZE = 10

/** A channel's home: the offers it has to answer, the one with the least time left first, then what runs. */
export function CampaignManagerPage({ viewer }: { viewer: Viewer }) {
  const channels = channelsOf(viewer).map(({ id }) => id)
  const { offers, running, error, reload } = useInbox(channels)
  if (channels.length === 0) return <Missing />
  return (
    <Page title={words.title} lead={words.lead}>
      <NotPaidOut channels={channels} />
      <Failure error={error} onRetry={reload} />
      {!offers && !error && <Bones />}
      {offers && (
        <section className="stack-tight" aria-labelledby="offers">
          <div className="section-head">
            <h2 id="offers">{words.offers}</h2>
            <span className="muted small">{words.live}</span>
          </div>
          {offers.length === 0 && <NoOffers />}
          <ul className="orders">
            {offers.map((offer) => (
              <li key={offer.id}>
                <OfferCard offer={offer} onChange={reload} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {running && (
        <section className="stack-tight" aria-labelledby="running">
          <h2 id="running">{words.running}</h2>
          {running.length === 0 && <p className="muted">{words.noRunning}</p>}
          <ul className="orders">
            {running.map((campaign) => (
              <li key={campaign.id}>
                <CampaignRow campaign={campaign} onOver={reload} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {offers && <Ended channels={channels} />}
    </Page>
  )
}

function NoOffers() {
  return (
    <div className="card empty">
      <h3>{words.noOffersTitle}</h3>
      <p>{words.noOffers}</p>
    </div>
  )
}

/** That offers can't be accepted before there is an account that the money can go to. */
function NotPaidOut({ channels }: { channels: string[] }) {
  const { data } = useRead(PayoutAccountsDocument, {})
  if (!data) return null
  const connected = new Set(data.payoutAccounts.nodes.map(({ organisation }) => organisation?.id))
  if (channels.every((id) => connected.has(id))) return null
  return (
    <Notice tone="warn" title={words.payoutTitle}>
      <p>{words.payout}</p>
      <div>
        <Link to="/payouts" className={classOf('quiet')}>
          {words.payoutGo}
        </Link>
      </div>
    </Notice>
  )
}

function Ended({ channels }: { channels: string[] }) {
  const [first, setFirst] = useState(PAGE_SIZE)
  const { data } = useRead(CampaignsDocument, {
    first,
    after: null,
    where: { channelId: { in: channels }, status: { in: ENDED } },
    sort: [{ field: 'offeredAt', direction: 'DESC' }],
  })
  if (!data || data.campaigns.nodes.length === 0) return null
  return (
    <section className="stack-tight" aria-labelledby="ended">
      <h2 id="ended">{words.ended}</h2>
      <ul className="orders">
        {data.campaigns.nodes.map((campaign) => (
          <li key={campaign.id}>
            <CampaignRow campaign={campaign} />
          </li>
        ))}
      </ul>
      {data.campaigns.pageInfo.hasNextPage && first < 100 && (
        <div>
          <Button kind="quiet" onClick={() => setFirst(Math.min(100, first + 30))}>
            {words.more}
          </Button>
        </div>
      )}
    </section>
  )
}
