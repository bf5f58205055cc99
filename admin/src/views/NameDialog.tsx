import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useId, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'

interface NameDialogProps {
  title: string
  help?: string
  /** The name it has by now. */
  name?: string
  problemOf: (name: string) => string | undefined
  onName: (name: string) => void
  onClose: () => void
}

/** Asks for a view's name; what is wrong with it is said at its field. */
export function NameDialog({ title, help, name = '', problemOf, onName, onClose }: NameDialogProps) {
  const translate = useTranslate()
  const id = useId()
  const [typed, setTyped] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const submit = () => {
    const found = problemOf(typed)
    setProblem(found)
    if (found) return field.current?.focus()
    onName(typed)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={id}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          {help ? <DialogContentText sx={{ mb: 1.5 }}>{help}</DialogContentText> : null}
          <TextField
            autoFocus
            inputRef={field}
            fullWidth
            required
            label={translate('views.name')}
            value={typed}
            error={Boolean(problem)}
            helperText={problem ? translate(problem) : ' '}
            onChange={(event) => {
              setTyped(event.target.value)
              setProblem(undefined)
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('shared.cancel')}</Button>
          <Button type="submit" variant="contained">
            {translate('views.keep')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
