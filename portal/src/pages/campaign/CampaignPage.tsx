import { useEffect } from 'react'
import { CampaignChangedDocument, CampaignDocument } from '../../gen/operations.js'
import { navigate } from '../../router/router.js'
import type { Viewer } from '../../shell/viewer.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { Refused } from '../../wire/refused.js'
import { useFreshAddresses } from '../../wire/use-fresh-addresses.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import type { Talk } from '../order/Composer.js'
import { FeedCard } from '../order/FeedCard.js'
import { sideOf, type Campaign } from './campaign-parts.js'
import { CampaignChip } from './CampaignChip.js'
import { CancellationCard } from './CancellationCard.js'
import { CreativesCard } from './CreativesCard.js'
import { FactsCard } from './FactsCard.js'
import { PayoutCard } from './PayoutCard.js'
import { StepsCard } from './StepsCard.js'

/** A campaign by its own address: the channel's page of it; whoever bought it is led to its order, where it all stands. */
export function CampaignPage({ id, viewer }: { id: string; viewer: Viewer }) {
  const { data, error, reload } = useRead(CampaignDocument, { id })
  const again = (): void => void reload()
  useFreshAddresses(again)
  useLive(CampaignChangedDocument, id, { variables: () => ({ id }), onEvent: again, onResume: again })
  const campaign = data?.campaign
  const side = campaign && sideOf(viewer, campaign)
  const orderId = campaign?.order?.id
  useEffect(() => {
    if (side && side !== 'CHANNEL' && orderId) navigate(`/orders/${orderId}`, { replace: true })
  }, [side, orderId])

  if (data && !campaign) return <Missing />
  if (error instanceof Refused && error.code === 'NOT_FOUND') return <Missing />
  if (!campaign || side === 'BUYER') {
    return <Page title={words.title}>{error ? <Failure error={error} onRetry={again} /> : <Bones />}</Page>
  }
  return <ChannelsPage campaign={campaign} onChange={again} />
}

function ChannelsPage({ campaign, onChange }: { campaign: Campaign; onChange: () => void }) {
  const { packageName, buyerName, orderNumber, order } = campaign
  return (
    <Page
      title={packageName}
      lead={words.lead(buyerName, orderNumber)}
      action={<CampaignChip campaign={campaign} side="CHANNEL" />}
    >
      <div className="two">
        <div className="stack">
          <StepsCard campaign={campaign} onChange={onChange} />
          <CreativesCard campaign={campaign} side="CHANNEL" onChange={onChange} />
          <div className="feed-place">
            {order && <FeedCard order={talkOf(campaign)} buys={false} title={words.talk(buyerName)} />}
          </div>
        </div>
        <div className="stack">
          <FactsCard campaign={campaign} side="CHANNEL" />
          <PayoutCard key={campaign.version} campaign={campaign} />
          <CancellationCard campaign={campaign} side="CHANNEL" onChange={onChange} />
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
