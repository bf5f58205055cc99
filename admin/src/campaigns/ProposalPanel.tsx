import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { CampaignPageFragment } from '../gen/documents.js'
import { Countdown } from '../shared/Countdown.js'
import { Facts } from '../shared/Facts.js'
import { Panel } from '../shared/Panel.js'
import { When } from '../shared/When.js'

/** A cancellation that one side has proposed and the other has not answered yet. */
export function ProposalPanel({ campaign: { proposal } }: { campaign: CampaignPageFragment }) {
  const translate = useTranslate()
  if (!proposal) return null
  return (
    <Panel title={translate('campaigns.proposal')} aside={<Countdown at={proposal.answerBy} />}>
      <Typography sx={{ mb: 1.5, whiteSpace: 'pre-wrap' }}>
        “{proposal.reason ?? translate('orders.erased')}”
      </Typography>
      <Facts
        items={[
          [translate('campaigns.proposedBy'), translate(`campaigns.sides.${proposal.by}`)],
          [translate('campaigns.proposedRefund'), proposal.refund?.formatted],
          [translate('campaigns.answerBy'), <When key="by" at={proposal.answerBy} />],
        ]}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1.5 }}>
        {translate('campaigns.proposalLapses')}
      </Typography>
    </Panel>
  )
}
