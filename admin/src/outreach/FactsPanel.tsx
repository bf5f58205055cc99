import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { AppointmentPageFragment } from '../gen/documents.js'
import { Countdown } from '../shared/Countdown.js'
import { Facts } from '../shared/Facts.js'
import { Panel } from '../shared/Panel.js'
import { sentence } from '../shared/StateChip.js'
import { useNow } from '../shared/use-now.js'
import { When } from '../shared/When.js'
import { awaitedOf } from './awaited-of.js'

/** Where the appointment stands, what there is time for, who comes, and when what happened. */
export function FactsPanel({ appointment }: { appointment: AppointmentPageFragment }) {
  const translate = useTranslate()
  const { order, dueAt, overdue, declineReason, cancelReason } = appointment
  const what = awaitedOf(appointment, useNow(60_000))
  return (
    <Panel title={translate('outreach.standing')}>
      <Typography sx={{ fontSize: '1.1rem', fontWeight: 600 }}>{order?.standing.summary}</Typography>
      {order?.standing.next ? <Typography>{order.standing.next}</Typography> : null}
      {what ? (
        <Typography component="div" sx={{ mt: 1 }}>
          <Countdown at={dueAt} large /> {translate(`outreach.to.${what}`)} ·{' '}
          <When at={dueAt} late={overdue} />
        </Typography>
      ) : null}
      {[declineReason, cancelReason].map((reason) =>
        reason ? (
          <Typography key={reason} sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            “{reason}”
          </Typography>
        ) : null,
      )}
      <Box sx={{ mt: 2 }}>
        <Facts items={useFacts(appointment)} />
      </Box>
    </Panel>
  )
}

function useFacts(appointment: AppointmentPageFragment): [string, React.ReactNode][] {
  const translate = useTranslate()
  const { order, attendee, attendeeName, attendeeOrganisationName, startsAt, endsAt } = appointment
  const actor = order?.standing.actor
  const fact = (name: string, value: React.ReactNode): [string, React.ReactNode] => [
    translate(`outreach.facts.${name}`),
    value,
  ]
  const at = (moment: string | null | undefined) => (moment ? <When at={moment} /> : null)
  return [
    fact('actor', actor ? translate(`orders.actors.${actor}`, { _: sentence(actor) }) : null),
    fact(
      'order',
      order ? (
        <Link component={RouterLink} to={`/orders/${order.id}/show`}>
          {appointment.orderNumber}
        </Link>
      ) : null,
    ),
    fact(
      'attendee',
      [attendeeName, attendeeOrganisationName, attendee?.phone, attendee?.email].filter(Boolean).join(', '),
    ),
    fact('attendeeZone', appointment.attendeeTimeZone),
    fact(
      'placedBy',
      order?.placedBy ? [order.placedBy.name, order.placedBy.email].filter(Boolean).join(', ') : null,
    ),
    fact('minutes', translate('outreach.minutes', { smart_count: appointment.minutes })),
    fact(
      'startsAt',
      startsAt ? (
        <>
          <When at={startsAt} /> – <When at={endsAt} short />
        </>
      ) : null,
    ),
    fact('place', appointment.place),
    fact('proposedStartsAt', at(appointment.proposedStartsAt)),
    fact('openedAt', at(appointment.openedAt)),
    fact('giveUpAt', at(appointment.giveUpAt)),
    fact('confirmedAt', at(appointment.confirmedAt)),
    fact('closesAt', at(appointment.closesAt)),
    fact('endedAt', at(appointment.endedAt)),
  ]
}
