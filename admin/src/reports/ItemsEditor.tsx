import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { ItemDraft, ItemList } from './use-report-draft.js'

const adds: Record<ItemList, string> = { done: 'addDone', next: 'addNext', questions: 'addQuestion' }

/** One list of a report, each entry to be changed or taken out. */
export function ItemsEditor(props: {
  list: ItemList
  items: ItemDraft[]
  problems: Record<string, string>
  onChange: (items: ItemDraft[]) => void
}) {
  const { list, items, problems, onChange } = props
  const translate = useTranslate()
  const title = translate(`reports.${list}`)
  const write = (at: number, text: string) =>
    onChange(items.map((item, other) => (other === at ? { ...item, text } : item)))
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {items.map((item, at) => (
        <Box key={at} sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
          <TextField
            size="small"
            fullWidth
            multiline
            margin="dense"
            value={item.text}
            error={Boolean(problems[`${list}.${at}.text`])}
            helperText={problems[`${list}.${at}.text`] ?? dayOf(item.at)}
            slotProps={{
              htmlInput: {
                'aria-label': translate('reports.text', { list: title, at: at + 1 }),
                maxLength: 500,
              },
            }}
            onChange={(event) => write(at, event.target.value)}
          />
          <IconButton
            aria-label={`${translate('reports.remove')}: ${item.text}`}
            onClick={() => onChange(items.filter((_item, other) => other !== at))}
          >
            <Delete fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <Button size="small" onClick={() => onChange([...items, { text: '', at: null }])}>
        {translate(`reports.${adds[list]}`)}
      </Button>
    </Box>
  )
}

function dayOf(at: string | null): string | undefined {
  return at ? new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date(at)) : undefined
}
