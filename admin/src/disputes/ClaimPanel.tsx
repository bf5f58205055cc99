import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { DisputePageFragment } from '../gen/documents.js'
import { Countdown } from '../shared/Countdown.js'
import { Facts } from '../shared/Facts.js'
import { Panel } from '../shared/Panel.js'
import { sentence } from '../shared/StateChip.js'
import { When } from '../shared/When.js'

/** What is claimed, about what and how much, and how long everybody has. */
export function ClaimPanel({ dispute }: { dispute: DisputePageFragment }) {
  const translate = useTranslate()
  const { campaign, order, reason, dueAt, status } = dispute
  const ended = status === 'RESOLVED' || status === 'WITHDRAWN'
  return (
    <Panel title={translate('disputes.claim')} aside={dueAt && !ended ? <Countdown at={dueAt} /> : undefined}>
      <Typography sx={{ fontSize: '1.1rem', fontWeight: 600, mb: 1.5 }}>
        {translate(`disputes.reasons.${reason}`, { _: sentence(reason) })}
      </Typography>
      <Facts
        items={[
          [
            translate('campaigns.campaign'),
            campaign ? (
              <Link key="campaign" component={RouterLink} to={`/campaigns/${campaign.id}/show`}>
                {campaign.packageName}
              </Link>
            ) : null,
          ],
          [
            translate('campaigns.order'),
            order ? (
              <Link key="order" component={RouterLink} to={`/orders/${order.id}/show`}>
                {dispute.orderNumber}
              </Link>
            ) : null,
          ],
          [translate('disputes.heldNow'), dispute.held?.formatted],
          [translate('disputes.openedAt'), <When key="opened" at={dispute.openedAt} />],
          [
            translate('disputes.respondBy'),
            status === 'AWAITING_CHANNEL' ? <When key="by" at={dispute.respondBy} /> : null,
          ],
          [
            translate('disputes.fallbackAt'),
            !ended && dispute.fallbackAt ? <When key="fallback" at={dispute.fallbackAt} /> : null,
          ],
        ]}
      />
    </Panel>
  )
}
