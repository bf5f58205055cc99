import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import { useListContext, useTranslate } from 'react-admin'
import { Link, useLocation } from 'react-router-dom'
import type { InboxRowFragment } from '../gen/documents.js'
import { Quiet } from '../shared/Quiet.js'
import { unseen } from '../shared/unseen.js'
import { When } from '../shared/When.js'
import { AnswerClock } from './AnswerClock.js'
import { forWhom } from './for-whom.js'

/** Whose feeds there is something to answer on, each with its clock; one of them is open beside it. */
export function InboxList({ chosen }: { chosen: string | undefined }) {
  const translate = useTranslate()
  const { data, isPending } = useListContext<InboxRowFragment>()
  if (isPending) return <LinearProgress aria-label="…" />
  if (!data?.length)
    return (
      <Box sx={{ px: 2 }}>
        <Quiet>{translate('inbox.empty')}</Quiet>
      </Box>
    )
  return (
    <Box component="nav" aria-label={translate('inbox.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} isChosen={entry.id === chosen} />
          </li>
        ))}
      </Box>
    </Box>
  )
}

function Entry({ entry, isChosen }: { entry: InboxRowFragment; isChosen: boolean }) {
  const { search } = useLocation()
  const { order, state, promise, lastMessageAt, assignedTo } = entry
  return (
    <Box
      component={Link}
      to={`/inbox/${entry.id}${search}`}
      aria-current={isChosen || undefined}
      sx={{ ...row, bgcolor: isChosen ? 'action.selected' : undefined }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
        <Box component="strong" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {order?.buyer?.name}
          <Unread count={order?.unread ?? 0} />
        </Box>
        {state === 'ANSWERED' ? (
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
            <When at={lastMessageAt} relative />
          </Box>
        ) : (
          <AnswerClock promise={promise} />
        )}
      </Box>
      <LastMessage entry={entry} />
      <Box sx={{ color: 'text.secondary', fontSize: '0.78rem' }}>
        {[order?.number, forWhom(order), assignedTo?.name].filter(Boolean).join(' · ')}
      </Box>
    </Box>
  )
}

function LastMessage({ entry }: { entry: InboxRowFragment }) {
  const translate = useTranslate()
  const { lastMessage } = entry
  if (!lastMessage) return null
  const { body, kind, visibility, actor, attachments } = lastMessage
  const said =
    body ||
    translate(kind === 'STATUS_REQUEST' ? 'orders.kinds.STATUS_REQUEST' : 'inbox.attached', {
      smart_count: attachments.length,
    })
  return (
    <Box sx={twoLines}>
      {actor.name}
      {visibility === 'STAFF' ? ` (${translate('orders.staffOnly')})` : null}:{' '}
      {body === null ? translate('orders.erased') : said}
    </Box>
  )
}

function Unread({ count }: { count: number }) {
  const translate = useTranslate()
  if (!count) return null
  const words = translate('inbox.unread', { smart_count: count })
  return (
    <Box component="span" sx={badge}>
      <span aria-hidden>{count}</span>
      <Box component="span" sx={unseen}>
        {words}
      </Box>
    </Box>
  )
}

const row = {
  display: 'block',
  px: 2,
  py: 1.25,
  color: 'text.primary',
  textDecoration: 'none',
  borderBottom: 1,
  borderColor: 'divider',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
}

const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  fontSize: '0.88rem',
}

const badge = {
  ml: 1,
  px: 0.75,
  borderRadius: 5,
  fontSize: '0.74rem',
  bgcolor: 'primary.main',
  color: 'primary.contrastText',
}
