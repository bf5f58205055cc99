import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'

/** Begins a draft from an earlier version; where there is a draft, it asks before that is replaced. */
export function TakeButton(props: {
  to: string
  version: number
  draft: { savedBy?: string | null } | null | undefined
}) {
  const { to, version, draft } = props
  const translate = useTranslate()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const take = () => void navigate(to)
  return (
    <>
      <Button onClick={draft ? () => setAsking(true) : take}>{translate('catalogue.takeAsDraft')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby="take">
        <DialogTitle id="take">{translate('catalogue.takeTitle')}</DialogTitle>
        <DialogContent>
          {translate('catalogue.takeText', { name: draft?.savedBy ?? '–', version })}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{translate('shared.cancel')}</Button>
          <Button variant="contained" onClick={take}>
            {translate('catalogue.takeAsDraft')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
