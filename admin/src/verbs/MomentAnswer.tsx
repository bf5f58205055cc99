import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { AnswerProps } from './answer-props.js'

const DAY = 86_400_000

/** A moment, chosen in the zone of whoever answers and said so; it begins a day after the deadline that stands. */
export function MomentAnswer({ asked, label, record, value, problem, onChange }: AnswerProps) {
  const translate = useTranslate()
  const { dueAt } = record as typeof record & { dueAt?: string | null }
  const [text, setText] = useState(() => (dueAt ? local(new Date(Date.parse(dueAt) + DAY)) : ''))
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  useEffect(() => {
    if (value === undefined && text) onChange(new Date(text).toISOString())
  }, [value, text, onChange])
  const change = (next: string) => {
    setText(next)
    onChange(next ? new Date(next).toISOString() : undefined)
  }
  return (
    <TextField
      type="datetime-local"
      fullWidth
      label={label}
      required={asked.required}
      error={Boolean(problem)}
      helperText={problem ?? translate('verbs.inZone', { zone })}
      value={text}
      onChange={(event) => change(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  )
}

/** A moment as a field of date and time takes it, in the zone of this browser. */
function local(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
