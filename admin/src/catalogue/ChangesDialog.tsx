import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { ChangeList } from './ChangeList.js'
import type { Change } from './changes.js'

/** What a version changed of the one before it. */
export function ChangesDialog(props: {
  version: number
  before: number | undefined
  changes: Change[] | undefined
  onClose: () => void
}) {
  const { version, before, changes, onClose } = props
  const translate = useTranslate()
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="changes">
      <DialogTitle id="changes">{translate('catalogue.changesTitle', { version })}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
          {before === undefined
            ? translate('catalogue.changesFirst')
            : translate('catalogue.changesSince', { version: before })}
        </Typography>
        {changes ? <ChangeList changes={changes} /> : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('catalogue.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
