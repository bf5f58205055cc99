import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { useTranslate } from 'react-admin'
import type { SavedReplyRowFragment } from '../gen/documents.js'
import { useVerb, useVerbLabel } from '../verbs/use-verb.js'

/** Takes a saved reply away from the whole team, after asking. */
export function RemoveReply({ reply, onClose }: { reply: SavedReplyRowFragment; onClose: () => void }) {
  const translate = useTranslate()
  const label = useVerbLabel()
  const title = useId()
  const { run, pending } = useVerb('removeSavedReply')
  const { id, version } = reply
  const remove = async () => {
    if (await run({ id }, version)) onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title}>{translate('feed.replies.removeTitle', { title: reply.title })}</DialogTitle>
      <DialogContent>{translate('feed.replies.removeText')}</DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('shared.cancel')}</Button>
        <Button variant="contained" color="error" disabled={pending} onClick={() => void remove()}>
          {label('removeSavedReply')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
