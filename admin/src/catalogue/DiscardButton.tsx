import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { ServicePageFragment } from '../gen/documents.js'
import { useVerb } from '../verbs/use-verb.js'
import type { DraftStanding } from './use-draft.js'

/** Throws the draft away, after asking; then the editor begins from what is published. */
export function DiscardButton(props: {
  service: ServicePageFragment
  kind: 'FORM' | 'BLUEPRINT'
  draft: DraftStanding
  again: () => void
}) {
  const { service, kind, draft, again } = props
  const translate = useTranslate()
  const [asking, setAsking] = useState(false)
  const { run, pending } = useVerb('discardServiceDraft')
  if (draft.state === 'clean') return null
  const discard = async () => {
    if (!(await draft.flush())) return
    if (await run({ serviceId: service.id, kind }, draft.draftVersion)) again()
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{translate('editor.discard')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby="discard">
        <DialogTitle id="discard">{translate('editor.discardTitle')}</DialogTitle>
        <DialogContent>{translate('editor.discardText')}</DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{translate('shared.cancel')}</Button>
          <Button variant="contained" color="error" disabled={pending} onClick={() => void discard()}>
            {translate('editor.discard')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
