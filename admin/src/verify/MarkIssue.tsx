import Flag from '@mui/icons-material/FlagOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import type { IssueDraft } from './issue-draft.js'

/** Marking issues: the draft so far, whether it is possible now, and how to change it. */
export interface Marks {
  draft: IssueDraft
  marking: boolean
  mark: (place: string, note: string | undefined) => void
}

/** Marks an issue at one place: a button, then a note. */
export function MarkIssue(props: { marks: Marks; place: string; what: string; label?: string }) {
  const { marks, place, what, label } = props
  const translate = useTranslate()
  const note = marks.draft[place]
  if (!marks.marking) return null
  if (note === undefined) {
    return (
      <Button
        color="warning"
        startIcon={<Flag />}
        aria-label={label ? undefined : translate('verify.markAt', { what })}
        onClick={() => marks.mark(place, '')}
        sx={{ minWidth: 0, py: 0.25, px: 1, flexShrink: 0 }}
      >
        {translate(label ?? 'verify.mark')}
      </Button>
    )
  }
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', width: '100%' }}>
      <TextField
        label={translate('verify.noteAt', { what })}
        fullWidth
        multiline
        autoFocus
        color="warning"
        value={note}
        onChange={(event) => marks.mark(place, event.target.value)}
      />
      <Button
        aria-label={translate('verify.unmarkAt', { what })}
        onClick={() => marks.mark(place, undefined)}
        sx={{ mt: 1.25 }}
      >
        {translate('verify.unmark')}
      </Button>
    </Box>
  )
}
