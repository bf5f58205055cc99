import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { LogLink } from '../audit/LogLink.js'
import { ChecklistPanel } from '../campaigns/ChecklistPanel.js'
import { CreativesPanel } from '../campaigns/CreativesPanel.js'
import { PackagePanel } from '../campaigns/PackagePanel.js'
import { DisputeUpdatedDocument, OrderUpdatedDocument, type DisputePageFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { MoneyPanel } from '../orders/MoneyPanel.js'
import { Timeline } from '../orders/Timeline.js'
import { PageHead } from '../shared/PageHead.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { ClaimPanel } from './ClaimPanel.js'
import { DecidedPanel } from './DecidedPanel.js'
import { DecidePanel } from './DecidePanel.js'
import { QuestionsPanel } from './QuestionsPanel.js'
import { SidePanel } from './SidePanel.js'

/** A dispute: what both sides say and show, beside each other, what was agreed, and the decision. */
export function DisputePage() {
  return <RecordPage<DisputePageFragment>>{(dispute) => <DisputeShown dispute={dispute} />}</RecordPage>
}

function DisputeShown({ dispute }: { dispute: DisputePageFragment }) {
  const translate = useTranslate()
  const { campaign, order } = dispute
  useDisputeNews(dispute)
  return (
    <>
      <PageHead
        title={translate('disputes.of', { number: dispute.orderNumber })}
        kicker={`${dispute.buyerName} → ${dispute.channelName}`}
        state={
          <>
            <StateChip value={dispute.status} words="disputes.states" />
            <StateChip value={dispute.decision} words="disputes.states" />
          </>
        }
      >
        <VerbButtons record={dispute} except={['resolveDispute']} />
        <LogLink id={dispute.id} />
      </PageHead>
      <ClaimPanel dispute={dispute} />
      <Box sx={sides}>
        <SidePanel dispute={dispute} side="BUYER" name={dispute.buyerName} />
        <SidePanel dispute={dispute} side="CHANNEL" name={dispute.channelName} />
      </Box>
      <QuestionsPanel dispute={dispute} />
      <DecidePanel dispute={dispute} />
      <DecidedPanel dispute={dispute} />
      <Box sx={{ ...sides, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,3fr) minmax(0,2fr)' } }}>
        <Box sx={{ minWidth: 0 }}>
          {campaign ? (
            <>
              <PackagePanel campaign={campaign} />
              <ChecklistPanel campaign={campaign} />
              <CreativesPanel campaign={campaign} />
            </>
          ) : null}
          {order?.payment ? <MoneyPanel payment={order.payment} /> : null}
        </Box>
        <Box sx={{ minWidth: 0 }}>{order ? <Timeline orderId={order.id} subjects={{}} /> : null}</Box>
      </Box>
    </>
  )
}

const sides = {
  display: 'grid',
  columnGap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'repeat(2, minmax(0,1fr))' },
}

/** Read again after whatever happens to the dispute, or to its order's money. */
function useDisputeNews({ id, order }: DisputePageFragment) {
  const queryClient = useQueryClient()
  const again = () => void queryClient.invalidateQueries({ queryKey: ['disputes', 'getOne'] })
  useLive(DisputeUpdatedDocument, { id }, again)
  useLive(OrderUpdatedDocument, order ? { id: order.id } : undefined, again)
}
