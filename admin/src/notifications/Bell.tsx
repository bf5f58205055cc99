import NotificationsOutlined from '@mui/icons-material/NotificationsOutlined'
import Badge from '@mui/material/Badge'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import {
  NotificationAddedDocument,
  NotificationsDocument,
  type NotificationRowFragment,
} from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { Quiet } from '../shared/Quiet.js'
import { sentence } from '../shared/StateChip.js'
import { useAsk } from '../shared/use-ask.js'
import { When } from '../shared/When.js'
import { useVerb } from '../verbs/use-verb.js'

/** What the viewer is told of: who calls upon them, what was written to them, what is theirs to do. Counted live. */
export function Bell() {
  const translate = useTranslate()
  const queryClient = useQueryClient()
  const title = useId()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const { data } = useAsk(['notifications'], NotificationsDocument, {})
  useLive(NotificationAddedDocument, {}, () => {
    void queryClient.invalidateQueries({ queryKey: ['notifications'] })
  })
  const { run, pending } = useVerb('markNotificationsRead')
  const unread = data?.viewer?.unreadNotifications ?? 0
  const close = () => setAnchor(undefined)
  const read = (ids?: string[]) => void run({ ids }, undefined, { quiet: true })
  return (
    <>
      <IconButton
        color="inherit"
        aria-haspopup="dialog"
        aria-label={translate('notifications.bell', { smart_count: unread })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Badge key={unread} badgeContent={unread} max={99} color="primary">
          <NotificationsOutlined />
        </Badge>
      </IconButton>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor ?? null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-labelledby': title, sx: { width: 380, maxWidth: '94vw' } },
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', px: 2, py: 1 }}>
          <Typography id={title} variant="h2" sx={{ flex: 1 }}>
            {translate('notifications.title')}
          </Typography>
          <Button disabled={!unread || pending} onClick={() => read()}>
            {translate('notifications.readAll')}
          </Button>
        </Box>
        {data?.notifications.nodes.length === 0 ? (
          <Box sx={{ px: 2 }}>
            <Quiet>{translate('notifications.none')}</Quiet>
          </Box>
        ) : null}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data?.notifications.nodes.map((one) => (
            <li key={one.id}>
              <News
                news={one}
                onFollow={() => {
                  close()
                  if (!one.readAt) read([one.id])
                }}
              />
            </li>
          ))}
        </Box>
      </Popover>
    </>
  )
}

function News({ news, onFollow }: { news: NotificationRowFragment; onFollow: () => void }) {
  const translate = useTranslate()
  const { what, why, at, readAt, order, entry } = news
  const message = entry && 'body' in entry ? entry : undefined
  return (
    <Box
      component={Link}
      to={pageOf(news)}
      onClick={onFollow}
      sx={{ ...row, bgcolor: readAt ? undefined : 'action.hover' }}
    >
      <strong>
        {why === 'MENTIONED'
          ? translate('notifications.mentioned', { name: message?.actor.name ?? '' })
          : translate(`orders.what.${what}`, { _: sentence(what.replace(/^.*\./, '').replaceAll('-', ' ')) })}
      </strong>
      {message?.body ? <Box sx={{ overflowWrap: 'anywhere' }}>{message.body.slice(0, 120)}</Box> : null}
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {order?.number} · <When at={at} relative />
      </Typography>
    </Box>
  )
}

/** Talk is read in the inbox, the rest on the order's page. */
function pageOf({ what, order }: NotificationRowFragment): string {
  if (!order) return '/'
  return /^(message|promise)\./.test(what) ? `/inbox/${order.id}` : `/orders/${order.id}/show`
}

const row = {
  display: 'block',
  px: 2,
  py: 1,
  color: 'text.primary',
  textDecoration: 'none',
  borderTop: 1,
  borderColor: 'divider',
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
}
