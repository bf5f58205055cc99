import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { LogLink } from '../audit/LogLink.js'
import { CampaignUpdatedDocument, OrderUpdatedDocument, type CampaignPageFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { MoneyPanel } from '../orders/MoneyPanel.js'
import type { Subjects } from '../orders/subjects.js'
import { Timeline } from '../orders/Timeline.js'
import { PageHead } from '../shared/PageHead.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { ChecklistPanel } from './ChecklistPanel.js'
import { CreativesPanel } from './CreativesPanel.js'
import { DeadlinePanel } from './DeadlinePanel.js'
import { PackagePanel } from './PackagePanel.js'
import { ProposalPanel } from './ProposalPanel.js'
import { ReleaseHeld } from './ReleaseHeld.js'

/** A campaign: how long there is left, what it waits for, its creatives, money and timeline. */
export function CampaignPage() {
  return <RecordPage<CampaignPageFragment>>{(campaign) => <CampaignShown campaign={campaign} />}</RecordPage>
}

function CampaignShown({ campaign }: { campaign: CampaignPageFragment }) {
  const { order } = campaign
  const subjects = useSubjects(campaign)
  useCampaignNews(campaign)
  return (
    <>
      <PageHead
        title={campaign.packageName}
        kicker={`${campaign.orderNumber} · ${campaign.buyerName} → ${campaign.channelName}`}
        state={
          <>
            <StateChip value={campaign.status} />
            <StateChip value={campaign.outcome} />
          </>
        }
      >
        <VerbButtons record={campaign} />
        <LogLink id={campaign.id} />
      </PageHead>
      {campaign.releaseHeld ? <ReleaseHeld campaign={campaign} /> : null}
      <Box sx={layout}>
        <Box sx={{ minWidth: 0 }}>
          <DeadlinePanel campaign={campaign} />
          <ProposalPanel campaign={campaign} />
          <CreativesPanel campaign={campaign} />
          <ChecklistPanel campaign={campaign} />
          <PackagePanel campaign={campaign} />
          {order?.payment ? <MoneyPanel payment={order.payment} /> : null}
        </Box>
        <Box sx={{ minWidth: 0 }}>{order ? <Timeline orderId={order.id} subjects={subjects} /> : null}</Box>
      </Box>
    </>
  )
}

const layout = {
  display: 'grid',
  columnGap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,3fr) minmax(0,2fr)' },
}

/** What its order's timeline leads to from here. */
function useSubjects({ dispute }: CampaignPageFragment): Subjects {
  const translate = useTranslate()
  if (!dispute) return {}
  return { [dispute.id]: { name: translate('campaigns.theDispute'), to: `/disputes/${dispute.id}/show` } }
}

/** Read again after whatever happens to the campaign, or to its order's money. */
function useCampaignNews({ id, order }: CampaignPageFragment) {
  const queryClient = useQueryClient()
  const again = () => void queryClient.invalidateQueries({ queryKey: ['campaigns', 'getOne'] })
  useLive(CampaignUpdatedDocument, { id }, again)
  useLive(OrderUpdatedDocument, order ? { id: order.id } : undefined, again)
}
