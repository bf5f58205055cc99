import Quickreply from '@mui/icons-material/QuickreplyOutlined'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { usePermissions, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { SavedRepliesDocument } from '../gen/documents.js'
import { useAsk } from '../shared/use-ask.js'

/** Puts an answer that we give often into what is written. */
export function SavedReplyMenu({ onChoose }: { onChoose: (body: string) => void }) {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const { data } = useAsk(['savedReplies', 'menu'], SavedRepliesDocument, anchor ? {} : undefined)
  const replies = data?.savedReplies.nodes
  const keeps = ['ADMIN', 'SUPPORT'].some((role) => permissions.includes(role))
  const close = () => setAnchor(undefined)
  return (
    <>
      <Button
        startIcon={<Quickreply />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('feed.savedReplies')}
      </Button>
      <Menu open={Boolean(anchor)} anchorEl={anchor ?? null} onClose={close} disableRestoreFocus>
        {replies?.map(({ id, title, body }) => (
          <MenuItem
            key={id}
            onClick={() => {
              close()
              // Once the menu has let go of the keyboard, the words may have it.
              setTimeout(() => onChoose(body))
            }}
          >
            {title}
          </MenuItem>
        ))}
        {replies && !replies.length ? <MenuItem disabled>{translate('feed.noReplies')}</MenuItem> : null}
        {keeps ? <Divider /> : null}
        {keeps ? (
          <MenuItem component={Link} to="/savedReplies">
            {translate('feed.keepReplies')}
          </MenuItem>
        ) : null}
      </Menu>
    </>
  )
}
