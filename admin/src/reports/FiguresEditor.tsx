import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { type FigureDraft, numberOf } from './use-report-draft.js'

const MOST = 6

/** What was counted: name, unit and value, as many as six. */
export function FiguresEditor(props: {
  figures: FigureDraft[]
  problems: Record<string, string>
  onChange: (figures: FigureDraft[]) => void
}) {
  const { figures, problems, onChange } = props
  const translate = useTranslate()
  const change = (at: number, part: Partial<FigureDraft>) =>
    onChange(figures.map((figure, other) => (other === at ? { ...figure, ...part } : figure)))
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 1, minWidth: 0 }}>
      <Typography component="legend" variant="h3">
        {translate('reports.figures')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {translate('reports.figuresHelp')}
      </Typography>
      {figures.map((figure, at) => (
        <Box
          key={at}
          sx={{
            display: 'grid',
            gap: 0.5,
            alignItems: 'center',
            gridTemplateColumns: { xs: '1fr 1fr auto', sm: '3fr 2fr 2fr auto' },
            mb: { xs: 1.5, sm: 0 },
          }}
        >
          <TextField
            size="small"
            margin="dense"
            sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}
            label={translate('reports.figureName')}
            value={figure.name}
            error={Boolean(problems[`figures.${at}.name`])}
            helperText={problems[`figures.${at}.name`]}
            slotProps={{ htmlInput: { maxLength: 60 } }}
            onChange={(event) => change(at, { name: event.target.value })}
          />
          <TextField
            size="small"
            margin="dense"
            label={translate('reports.figureValue')}
            value={figure.value}
            error={Boolean(figure.value) && numberOf(figure.value) === undefined}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
            onChange={(event) => change(at, { value: event.target.value })}
          />
          <TextField
            size="small"
            margin="dense"
            label={translate('reports.figureUnit')}
            value={figure.unit}
            slotProps={{ htmlInput: { maxLength: 20 } }}
            onChange={(event) => change(at, { unit: event.target.value })}
          />
          <IconButton
            aria-label={`${translate('reports.remove')}: ${figure.name}`}
            onClick={() => onChange(figures.filter((_figure, other) => other !== at))}
          >
            <Delete fontSize="small" />
          </IconButton>
        </Box>
      ))}
      {figures.length < MOST ? (
        <Button
          size="small"
          onClick={() => onChange([...figures, { name: '', unit: '', value: '', points: [] }])}
        >
          {translate('reports.addFigure')}
        </Button>
      ) : null}
    </Box>
  )
}
