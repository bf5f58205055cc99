import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { OrderPageFragment } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { Panel } from '../shared/Panel.js'
import { sentence } from '../shared/StateChip.js'
import { When } from '../shared/When.js'

/** Where an order stands in plain words, who acts next and by when, and the bare facts. */
export function StandingPanel({ order }: { order: OrderPageFragment }) {
  const translate = useTranslate()
  const { standing } = order
  return (
    <Panel title={translate('orders.standing')}>
      <Typography sx={{ fontSize: '1.1rem', fontWeight: 600 }}>{standing.summary}</Typography>
      {standing.next ? (
        <Typography sx={{ mb: 2 }}>
          {translate('orders.next')}: {standing.next}
          {standing.nextBy ? (
            <>
              {' '}
              ({translate('orders.by')} <When at={standing.nextBy} late={order.overdue} />)
            </>
          ) : null}
        </Typography>
      ) : (
        <Box sx={{ mb: 2 }} />
      )}
      <Facts items={useOrderFacts(order)} />
    </Panel>
  )
}

function useOrderFacts(order: OrderPageFragment): [string, React.ReactNode][] {
  const translate = useTranslate()
  const { standing, placedBy, lastMail: mail } = order
  return [
    [
      translate('orders.actor'),
      translate(`orders.actors.${standing.actor}`, { _: sentence(standing.actor) }),
    ],
    [
      translate('orders.placedBy'),
      placedBy ? `${placedBy.name}${placedBy.email ? `, ${placedBy.email}` : ''}` : null,
    ],
    [translate('orders.placedAt'), <When key="placed" at={order.placedAt} />],
    [translate('orders.paidAt'), order.paidAt ? <When key="paid" at={order.paidAt} /> : null],
    [
      translate('orders.payBy'),
      !order.paidAt && order.payBy ? <When key="payBy" at={order.payBy} late={order.overdue} /> : null,
    ],
    [translate('orders.heldSince'), order.heldSince ? <When key="held" at={order.heldSince} /> : null],
    [
      translate('orders.autoCompleteAt'),
      order.autoCompleteAt ? <When key="auto" at={order.autoCompleteAt} late={order.overdue} /> : null,
    ],
    [translate('orders.reason'), order.reason],
    [translate('orders.total'), order.total?.formatted],
    [
      translate('orders.lastMail'),
      mail ? (
        <Link key="mail" component={RouterLink} to={`/mails/${mail.id}/show`}>
          {mail.subject}
        </Link>
      ) : null,
    ],
    [translate('orders.reach'), standing.reach],
  ]
}
