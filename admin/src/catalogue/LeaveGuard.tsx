import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect } from 'react'
import { useTranslate } from 'react-admin'
import { useBlocker } from 'react-router-dom'

/** Asks before a person leaves with something unsaved, whether to another page of ours or away from the program. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const translate = useTranslate()
  const blocker = useBlocker(unsaved)
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  if (blocker.state !== 'blocked') return null
  return (
    <Dialog open onClose={() => blocker.reset()} aria-labelledby="leave">
      <DialogTitle id="leave">{translate('editor.leaveTitle')}</DialogTitle>
      <DialogContent>{translate('editor.leaveText')}</DialogContent>
      <DialogActions>
        <Button onClick={() => blocker.proceed()}>{translate('editor.leave')}</Button>
        <Button variant="contained" onClick={() => blocker.reset()}>
          {translate('editor.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
