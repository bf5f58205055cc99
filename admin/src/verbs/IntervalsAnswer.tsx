import Add from '@mui/icons-material/Add'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslate } from 'react-admin'
import { WEEK } from '../calendars/week-days.js'
import type { OpenIntervalInput } from '../gen/schema.js'
import type { AnswerProps } from './answer-props.js'

/** The hours of a week: as many stretches of a day as there are. A new calendar begins with the usual ones. */
export function IntervalsAnswer({ label, value, problem, problems, onChange }: AnswerProps) {
  const intervals = (value ?? []) as OpenIntervalInput[]
  const isNew = Array.isArray(value) && value.length === 0
  useEffect(() => {
    if (isNew) onChange(WEEK.slice(0, 5).map((weekday) => ({ weekday, from: '09:00', until: '17:00' })))
  }, [isNew, onChange])
  const change = (index: number, part: Partial<OpenIntervalInput>) =>
    onChange(intervals.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mt: 1 }}>
      <Typography component="legend" variant="h3" sx={{ mb: 0.5 }}>
        {label}
      </Typography>
      {problem ? <Typography sx={{ color: 'error.main' }}>{problem}</Typography> : null}
      {WEEK.map((weekday) => (
        <DayHours
          key={weekday}
          weekday={weekday}
          intervals={intervals}
          problems={problems}
          onChange={change}
          onAdd={() => onChange([...intervals, { weekday, from: '09:00', until: '17:00' }])}
          onRemove={(index) => onChange(intervals.filter((_, at) => at !== index))}
        />
      ))}
    </Box>
  )
}

interface DayHoursProps {
  weekday: OpenIntervalInput['weekday']
  intervals: readonly OpenIntervalInput[]
  problems: Record<string, string>
  onChange: (index: number, part: Partial<OpenIntervalInput>) => void
  onAdd: () => void
  onRemove: (index: number) => void
}

function DayHours({ weekday, intervals, problems, onChange, onAdd, onRemove }: DayHoursProps) {
  const translate = useTranslate()
  const day = translate(`calendars.days.${weekday}`)
  const own = intervals.flatMap((interval, index) =>
    interval.weekday === weekday ? [{ interval, index }] : [],
  )
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', minHeight: 44 }}>
      <Box sx={{ minWidth: 90 }}>{day}</Box>
      {own.length ? null : <Box sx={{ color: 'text.secondary' }}>{translate('calendars.closed')}</Box>}
      {own.map(({ interval, index }) => (
        <Box key={index} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          {(['from', 'until'] as const).map((end) => (
            <TextField
              key={end}
              value={interval[end]}
              error={Boolean(problems[`intervals.${index}`])}
              helperText={end === 'from' ? problems[`intervals.${index}`] : undefined}
              onChange={(event) => onChange(index, { [end]: event.target.value })}
              sx={{ width: 78, m: 0 }}
              slotProps={{
                htmlInput: {
                  'aria-label': translate(`calendars.${end}`, { day }),
                  maxLength: 5,
                  inputMode: 'numeric',
                },
              }}
            />
          ))}
          <IconButton
            size="small"
            aria-label={translate('calendars.removeHours', { day, ...interval })}
            onClick={() => onRemove(index)}
          >
            <Close fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <IconButton size="small" aria-label={translate('calendars.addHours', { day })} onClick={onAdd}>
        <Add fontSize="small" />
      </IconButton>
    </Box>
  )
}
