import { useEffect } from 'react'
import {
  CampaignChangedDocument,
  CampaignDocument,
  PayoutsDocument,
  type PayoutsQuery,
} from '../../gen/operations.js'
import { navigate } from '../../router/router.js'
import type { Viewer } from '../../shell/viewer.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { Refused } from '../../wire/refused.js'
import { useFreshAddresses } from '../../wire/use-fresh-addresses.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import type { Talk } from '../order/talk.js'
import { FeedCard } from '../order/FeedCard.js'
import { useAsking } from '../order/use-asking.js'
import { sideOf, type Campaign } from './campaign-parts.js'
import { CampaignChip } from './CampaignChip.js'
import { CancellationCard, hasToAnswer } from './CancellationCard.js'
import { CreativesCard } from './CreativesCard.js'
import { FactsCard } from './FactsCard.js'
import { PayoutCard } from './PayoutCard.js'
import { StepsCard } from './StepsCard.js'

/** A campaign by its own address: the channel's page of it; whoever bought it is led to its order, where it all stands. */
export function CampaignPage({ id, viewer }: { id: string; viewer: Viewer }) {
  const { data, error, reload } = useRead(CampaignDocument, { id })
  const orderId = data?.campaign?.order?.id
  const payouts = useRead(PayoutsDocument, {
    first: 10,
    where: { orderId: { in: orderId ? [orderId] : [] } },
  })
  const again = (): void => {
    void reload()
    void payouts.reload()
  }
  useFreshAddresses(again)
  useLive(CampaignChangedDocument, id, { variables: () => ({ id }), onEvent: again, onResume: again })
  const campaign = data?.campaign
  const side = campaign && sideOf(viewer, campaign)
  useEffect(() => {
    if (side && side !== 'CHANNEL' && orderId) navigate(`/orders/${orderId}`, { replace: true })
  }, [side, orderId])

  if (data && !campaign) return <Missing />
  if (error instanceof Refused && error.code === 'NOT_FOUND') return <Missing />
  if (!campaign || side === 'BUYER') {
    return <Page title={words.title}>{error ? <Failure error={error} onRetry={again} /> : <Bones />}</Page>
  }
  return <ChannelsPage campaign={campaign} payouts={payouts.data?.payouts.nodes ?? []} onChange={again} />
}

interface ChannelsPageProps {
  campaign: Campaign
  payouts: PayoutsQuery['payouts']['nodes']
  onChange: () => void
}

function ChannelsPage({ campaign, payouts, onChange }: ChannelsPageProps) {
  const asking = useAsking()
  const { packageName, buyerName, orderNumber, order } = campaign
  const cancellation = <CancellationCard campaign={campaign} side="CHANNEL" onChange={onChange} />
  return (
    <Page
      title={packageName}
      lead={words.lead(buyerName, orderNumber)}
      action={<CampaignChip campaign={campaign} side="CHANNEL" />}
    >
      <div className="two">
        <div className="stack">
          <StepsCard campaign={campaign} onChange={onChange} />
          {hasToAnswer(campaign, 'CHANNEL') && cancellation}
          <CreativesCard campaign={campaign} side="CHANNEL" onChange={onChange} />
          <div className="feed-place">
            {order && (
              <FeedCard order={talkOf(campaign)} buys={false} asking={asking} title={words.talk(buyerName)} />
            )}
          </div>
        </div>
        <div className="stack">
          <FactsCard campaign={campaign} side="CHANNEL" />
          <PayoutCard campaign={campaign} payouts={payouts} />
          {!hasToAnswer(campaign, 'CHANNEL') && cancellation}
        </div>
      </div>
    </Page>
  )
}

/** The feed of a campaign's order, as its channel writes on it. */
function talkOf({ order, buyerName, channelName }: Campaign): Talk {
  return {
    id: order?.id ?? '',
    buyer: { id: '', name: buyerName },
    beneficiary: null,
    channel: { name: channelName, isViewer: true },
    availableActions: order?.availableActions ?? [],
  }
}
