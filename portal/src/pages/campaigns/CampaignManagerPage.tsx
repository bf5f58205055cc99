import { CampaignsDocument, PayoutAccountsDocument, type CampaignStatus } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { channelsOf, type Viewer } from '../../shell/viewer.js'
import { classOf } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Bones, ListFailure, Missing } from '../../ui/Failure.js'
import { More } from '../../ui/More.js'
import { Page } from '../../ui/Page.js'
import { type Pages, usePages } from '../../wire/use-pages.js'
import { useRead } from '../../wire/use-read.js'
import { useReturn } from '../../wire/use-return.js'
import { managerWords as words, unpayable } from '../../words/campaigns.js'
import type { CampaignHead } from '../campaign/campaign-parts.js'
import { CampaignRow } from './CampaignRow.js'
import { OfferCard } from './OfferCard.js'
import { campaignsOf, useInbox } from './use-inbox.js'

const ENDED: CampaignStatus[] = ['CLOSED', 'DECLINED', 'EXPIRED', 'CANCELLED']
const PAGE_SIZE = 30

/** A channel's home: the offers it has to answer, the one with the least time left first, then what runs. */
export function CampaignManagerPage({ viewer }: { viewer: Viewer }) {
  const channels = channelsOf(viewer).map(({ id }) => id)
  const { offers, running, reload } = useInbox(channels)
  const error = offers.error ?? running.error
  if (channels.length === 0) return <Missing />
  return (
    <Page title={words.title} lead={words.lead}>
      <NotPaidOut channels={channels} />
      <ListFailure error={error} shown={offers.nodes !== undefined} onRetry={reload} />
      {!offers.nodes && !error && <Bones />}
      {offers.nodes && (
        <section className="stack-tight" aria-labelledby="offers">
          <div className="section-head">
            <h2 id="offers">{words.offers}</h2>
            <span className="muted small">{words.live}</span>
          </div>
          {offers.nodes.length === 0 && <NoOffers />}
          <ul className="orders">
            {offers.nodes.map((offer) => (
              <li key={offer.id}>
                <OfferCard offer={offer} onChange={reload} />
              </li>
            ))}
          </ul>
          <More list={offers} of={words.offers} />
        </section>
      )}
      {running.nodes && (
        <section className="stack-tight" aria-labelledby="running">
          <h2 id="running">{words.running}</h2>
          {running.nodes.length === 0 && <p className="muted">{words.noRunning}</p>}
          <Rows list={running} of={words.running} onOver={reload} />
        </section>
      )}
      {offers.nodes && <Ended channels={channels} />}
    </Page>
  )
}

interface RowsProps {
  list: Pages<CampaignHead>
  of: string
  onOver?: () => void
}

function Rows({ list, of, onOver }: RowsProps) {
  return (
    <>
      <ul className="orders">
        {list.nodes?.map((campaign) => (
          <li key={campaign.id}>
            <CampaignRow campaign={campaign} onOver={onOver} />
          </li>
        ))}
      </ul>
      <More list={list} of={of} />
    </>
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

/** That offers can't be accepted before there is an account that the money can go to, and what is wrong with it. */
function NotPaidOut({ channels }: { channels: string[] }) {
  const { data, reload } = useRead(PayoutAccountsDocument, {})
  useReturn(reload)
  if (!data) return null
  const accounts = new Map(data.payoutAccounts.nodes.map((one) => [one.organisation?.id, one.status]))
  const wrong = channels.map((id) => accounts.get(id) ?? 'NONE').find((status) => status !== 'ACTIVE')
  if (!wrong) return null
  const { title, text } = unpayable[wrong]
  return (
    <Notice tone="warn" title={title}>
      <p>{text}</p>
      <div>
        <Link to="/payouts" className={classOf('quiet')}>
          {words.payoutGo}
        </Link>
      </div>
    </Notice>
  )
}

function Ended({ channels }: { channels: string[] }) {
  const ended = usePages(
    CampaignsDocument,
    {
      first: PAGE_SIZE,
      where: { channelId: { in: channels }, status: { in: ENDED } },
      sort: [{ field: 'offeredAt', direction: 'DESC' }],
    },
    campaignsOf,
  )
  const failure = (
    <ListFailure error={ended.error} shown={ended.nodes !== undefined} onRetry={() => void ended.reload()} />
  )
  if (!ended.nodes?.length) return failure
  return (
    <section className="stack-tight" aria-labelledby="ended">
      <h2 id="ended">{words.ended}</h2>
      <Rows list={ended} of={words.ended} />
      {failure}
    </section>
  )
}
