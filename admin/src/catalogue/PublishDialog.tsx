import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import type { ServicePageFragment } from '../gen/documents.js'
import type { VerbInput } from '../gen/schema.js'
import { useVerb } from '../verbs/use-verb.js'
import { ChangeList } from './ChangeList.js'
import type { Change } from './changes.js'
import { Words } from './inputs.js'

/** Says what publishing means for the orders that run, asks why, and publishes. */
export function PublishDialog(props: {
  service: ServicePageFragment
  kind: 'FORM' | 'BLUEPRINT'
  changes: Change[] | undefined
  sent: object
  draftVersion: number
  onRefused: (problems: Record<string, string>) => void
  onClose: () => void
}) {
  const { service, kind, changes, sent, draftVersion, onRefused, onClose } = props
  const translate = useTranslate()
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const verb = kind === 'FORM' ? 'publishOnboardingForm' : 'publishTaskBlueprint'
  const { run, pending, problems } = useVerb(verb)
  const newest = kind === 'FORM' ? service.form : service.blueprint
  const next = (newest?.version ?? 0) + 1
  useEffect(() => onRefused(problems), [problems, onRefused])
  const publish = async () => {
    const input = { serviceId: service.id, ...sent, note, draftVersion } as VerbInput[typeof verb]
    if (await run(input, service.version, { inForm: true })) void navigate(`/services/${service.id}/show`)
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="publish">
      <DialogTitle id="publish">{translate('editor.publishTitle', { version: next })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{translate(...consequence(newest))}</Typography>
        {newest && changes ? <ChangeList changes={changes} /> : null}
        <Words
          label={translate('editor.note')}
          value={note}
          problem={problems['note']}
          lines={2}
          onChange={setNote}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('shared.cancel')}</Button>
        <Button variant="contained" disabled={pending} onClick={() => void publish()}>
          {translate('editor.publishNow', { version: next })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** What it means for orders, in words and their numbers. */
function consequence(
  newest: { version: number; runningOrderCount?: number | null } | null | undefined,
): [words: string, numbers?: Record<string, number>] {
  if (!newest) return ['editor.publishFirst']
  const { version, runningOrderCount } = newest
  const numbers = { version, next: version + 1, smart_count: runningOrderCount ?? 0 }
  return [runningOrderCount ? 'editor.publishKeeps' : 'editor.publishNobody', numbers]
}
