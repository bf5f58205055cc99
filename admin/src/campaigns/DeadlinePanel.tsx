import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { CampaignPageFragment } from '../gen/documents.js'
import { Countdown } from '../shared/Countdown.js'
import { Facts } from '../shared/Facts.js'
import { Panel } from '../shared/Panel.js'
import { sentence } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { awaited } from './awaited.js'
import { Day } from './Day.js'

/** What the campaign waits for and how long there is; who it is between, and every deadline of it. */
export function DeadlinePanel({ campaign }: { campaign: CampaignPageFragment }) {
  const translate = useTranslate()
  const what = awaited(campaign)
  const reason = campaign.declineReason ?? campaign.cancelReason
  return (
    <Panel title={translate('campaigns.standing')}>
      <Typography sx={{ fontSize: '1.1rem', fontWeight: 600 }}>{campaign.order?.standing.summary}</Typography>
      {campaign.order?.standing.next ? <Typography>{campaign.order.standing.next}</Typography> : null}
      {campaign.dueAt ? (
        <Typography component="div" sx={{ mt: 1 }}>
          <Countdown at={campaign.dueAt} large /> {what ? translate(`campaigns.to.${what}`) : null} ·{' '}
          <When at={campaign.dueAt} late={campaign.overdue} />
        </Typography>
      ) : null}
      {reason ? <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap' }}>“{reason}”</Typography> : null}
      <Box sx={{ mt: 2 }}>
        <Facts items={useCampaignFacts(campaign)} />
      </Box>
    </Panel>
  )
}

function useCampaignFacts(campaign: CampaignPageFragment): [string, React.ReactNode][] {
  const translate = useTranslate()
  const { order, buyer, channel, dispute } = campaign
  const actor = order?.standing.actor
  const fact = (name: string, value: React.ReactNode): [string, React.ReactNode] => [
    translate(`campaigns.${name}`),
    value,
  ]
  const to = (path: string, text: string) => (
    <Link component={RouterLink} to={path}>
      {text}
    </Link>
  )
  const at = (moment: string | null | undefined) => (moment ? <When at={moment} /> : null)
  const day = (date: string | null | undefined) => (date ? <Day of={date} /> : null)
  return [
    fact('actor', actor ? translate(`orders.actors.${actor}`, { _: sentence(actor) }) : null),
    fact('order', order ? to(`/orders/${order.id}/show`, campaign.orderNumber) : null),
    fact('channel', channel ? to(`/organisations/${channel.id}/show`, campaign.channelName) : null),
    fact('buyer', buyer ? to(`/organisations/${buyer.id}/show`, campaign.buyerName) : null),
    fact(
      'placedBy',
      order?.placedBy ? [order.placedBy.name, order.placedBy.email].filter(Boolean).join(', ') : null,
    ),
    fact('dispute', dispute ? to(`/disputes/${dispute.id}/show`, translate('campaigns.openDispute')) : null),
    fact('offeredAt', at(campaign.offeredAt)),
    fact('acceptBy', campaign.acceptedAt ? null : at(campaign.acceptBy)),
    fact('acceptedAt', at(campaign.acceptedAt)),
    fact('capturedAt', at(campaign.capturedAt)),
    fact('payAgainBy', at(campaign.payAgainBy)),
    fact('readyAt', at(campaign.readyAt)),
    fact('completedAt', at(campaign.completedAt)),
    fact('disputeBy', at(campaign.disputeBy)),
    fact('endedAt', at(campaign.endedAt)),
    fact(
      'runs',
      campaign.startsOn || campaign.endsOn ? (
        <>
          {day(campaign.startsOn)} – {day(campaign.endsOn)}
        </>
      ) : null,
    ),
    fact('estimatedOn', day(campaign.estimatedOn)),
  ]
}
