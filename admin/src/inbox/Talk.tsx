import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useListContext, useTranslate } from 'react-admin'
import { Link as RouterLink, useLocation } from 'react-router-dom'
import { OrderUpdatedDocument, TalkAboutDocument, type InboxRowFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { Timeline } from '../orders/Timeline.js'
import { Quiet } from '../shared/Quiet.js'
import { QueueWalk } from '../shared/QueueWalk.js'
import { StateChip } from '../shared/StateChip.js'
import { useAsk } from '../shared/use-ask.js'
import { When } from '../shared/When.js'
import { AnswerClock } from './AnswerClock.js'
import { forWhom } from './for-whom.js'

/** One order's talk: what it is about and where it stands, in a line each, and its feed, where one types at once. */
export function Talk({ orderId }: { orderId: string | undefined }) {
  const translate = useTranslate()
  if (!orderId)
    return (
      <Card sx={{ px: 2, py: 1 }}>
        <Quiet>{translate('inbox.choose')}</Quiet>
      </Card>
    )
  return (
    <>
      <About orderId={orderId} />
      <Timeline orderId={orderId} subjects={{}} only="messages" autoFocus />
    </>
  )
}

function About({ orderId }: { orderId: string }) {
  const translate = useTranslate()
  const { search } = useLocation()
  const queryClient = useQueryClient()
  const { data: entries = [] } = useListContext<InboxRowFragment>()
  const order = useAsk(['inbox', 'about'], TalkAboutDocument, { id: orderId }).data?.order
  useLive(OrderUpdatedDocument, { id: orderId }, () => {
    void queryClient.invalidateQueries({ queryKey: ['inbox'] })
  })
  return (
    <Card component="section" aria-label={order?.number ?? ''} sx={{ px: 2, py: 1.25, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button component={RouterLink} to={`/inbox${search}`} sx={{ display: { md: 'none' } }}>
          {translate('inbox.back')}
        </Button>
        <Typography variant="h2" sx={{ flex: '1 1 200px' }}>
          <Link component={RouterLink} to={`/orders/${orderId}/show`} underline="always">
            {order?.number}
          </Link>{' '}
          {[order?.buyer?.name, forWhom(order)].filter(Boolean).join(' → ')}
        </Typography>
        <AnswerClock promise={order?.promise ?? null} large />
        <QueueWalk
          label={translate('inbox.walk')}
          ids={entries.map(({ id }) => id)}
          id={orderId}
          to={(id) => `/inbox/${id}${search}`}
        />
      </Box>
      {order ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
          <StateChip value={order.stage} />
          <span>
            {[order.standing.summary, order.standing.next].filter(Boolean).join(' ')}
            {order.standing.nextBy ? (
              <>
                {' '}
                (<When at={order.standing.nextBy} />)
              </>
            ) : null}
          </span>
        </Box>
      ) : null}
    </Card>
  )
}
