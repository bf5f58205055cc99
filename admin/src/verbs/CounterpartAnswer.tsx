import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslate } from 'react-admin'
import type { AppointmentPageFragment } from '../gen/documents.js'
import type { AnswerProps } from './answer-props.js'

const parts = ['name', 'phone', 'email', 'timeZone', 'locale'] as const

type Named = Partial<Record<(typeof parts)[number], string>>

/** Whom an appointment is with and how they are reached: it begins as it is. */
export function CounterpartAnswer({ label, record, value, problem, problems, onChange }: AnswerProps) {
  const translate = useTranslate()
  const { counterpart } = record as unknown as AppointmentPageFragment
  const named = (value ?? {}) as Named
  useEffect(() => {
    if (value === undefined)
      onChange(Object.fromEntries(parts.map((part) => [part, counterpart?.[part] ?? undefined])))
  }, [value, onChange, counterpart])
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
      <Typography component="legend" variant="h3" sx={{ mb: 0.5 }}>
        {label}
      </Typography>
      {problem ? <Typography sx={{ color: 'error.main' }}>{problem}</Typography> : null}
      {parts.map((part) => (
        <TextField
          key={part}
          label={translate(`outreach.counterpartOf.${part}`)}
          type={{ email: 'email', phone: 'tel' }[part as string] ?? 'text'}
          required={part === 'name' || part === 'timeZone'}
          fullWidth
          error={Boolean(problems[`counterpart.${part}`])}
          helperText={problems[`counterpart.${part}`]}
          value={named[part] ?? ''}
          onChange={(event) => onChange({ ...named, [part]: event.target.value || undefined })}
        />
      ))}
    </Box>
  )
}
