import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { schema } from '../gen/schema.js'
import { sentence } from '../shared/StateChip.js'
import { AgencyPicker } from './AgencyPicker.js'
import type { AnswerProps } from './answer-props.js'
import { AppointmentRefund } from './AppointmentRefund.js'
import { BuyerContactPicker } from './BuyerContactPicker.js'
import { ChecklistAnswers } from './ChecklistAnswers.js'
import { ContactPicker } from './ContactPicker.js'
import { CounterpartAnswer } from './CounterpartAnswer.js'
import { FilesAnswer } from './FilesAnswer.js'
import { IntervalsAnswer } from './IntervalsAnswer.js'
import { MomentAnswer } from './MomentAnswer.js'
import { PersonPicker } from './PersonPicker.js'
import { RefundAnswer } from './RefundAnswer.js'
import type { Asked } from './verb-forms.js'

const byName: Record<string, React.ComponentType<AnswerProps>> = {
  assigneeId: PersonPicker,
  checklist: ChecklistAnswers,
  contactId: ContactPicker,
  counterpart: CounterpartAnswer,
  files: FilesAnswer,
  refund: RefundAnswer,
  intervals: IntervalsAnswer,
  holidays: WordList,
  title: Line,
  name: Line,
  email: Line,
  businessEmail: Line,
  phone: Line,
  locale: Line,
  timeZone: Line,
  agencyId: AgencyPicker,
  taken: Line,
}

/** Where one verb means something else by a name than the others do. */
const byVerb: Record<string, React.ComponentType<AnswerProps>> = {
  'cancelAppointment.refund': AppointmentRefund,
  'resendCompletionMail.contactId': BuyerContactPicker,
}

const byType: Record<string, React.ComponentType<AnswerProps>> = {
  Boolean: YesNo,
  String: Words,
  DateTime: MomentAnswer,
}

/** The input for one thing that a verb asks, by its name or by its type in the schema. */
export function answerOf(verb: string, asked: Asked): React.ComponentType<AnswerProps> {
  if (asked.type in schema.enums) return Choice
  if (asked.many && asked.type === 'String') return WordList
  return byVerb[`${verb}.${asked.name}`] ?? byName[asked.name] ?? byType[asked.type] ?? Words
}

function Line({ asked, label, value, problem, onChange }: AnswerProps) {
  return (
    <TextField
      label={label}
      required={asked.required}
      type={/email/i.test(asked.name) ? 'email' : 'text'}
      fullWidth
      error={Boolean(problem)}
      helperText={problem}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Words({ asked, label, value, problem, onChange }: AnswerProps) {
  return (
    <TextField
      error={Boolean(problem)}
      helperText={problem}
      label={label}
      required={asked.required}
      multiline
      minRows={3}
      fullWidth
      autoFocus
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function YesNo({ label, value, onChange }: AnswerProps) {
  return (
    <FormControlLabel
      label={label}
      control={<Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked)} />}
    />
  )
}

function Choice({ asked, label, value, problem, onChange }: AnswerProps) {
  const translate = useTranslate()
  const names = schema.enums[asked.type as keyof typeof schema.enums]
  return (
    <TextField
      select
      error={Boolean(problem)}
      helperText={problem}
      label={label}
      required={asked.required}
      fullWidth
      value={value ?? (asked.many ? [] : '')}
      onChange={(e) => onChange(e.target.value)}
      slotProps={{ select: { multiple: asked.many } }}
    >
      {names.map((name) => (
        <MenuItem key={name} value={name}>
          {translate(`states.${name}`, { _: sentence(name) })}
        </MenuItem>
      ))}
    </TextField>
  )
}

function WordList({ label, value, problem, onChange }: AnswerProps) {
  const [text, setText] = useState(() => (Array.isArray(value) ? value.join(', ') : ''))
  const change = (next: string) => {
    setText(next)
    onChange(
      next
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    )
  }
  return (
    <TextField
      label={label}
      error={Boolean(problem)}
      helperText={problem}
      fullWidth
      value={text}
      onChange={(event) => change(event.target.value)}
    />
  )
}
