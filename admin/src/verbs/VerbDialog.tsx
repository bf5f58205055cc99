import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { VerbName } from '../data/data-provider.js'
import { schema } from '../gen/schema.js'
import { sentence } from '../shared/StateChip.js'
import { ChecklistAnswers } from './ChecklistAnswers.js'
import { PersonPicker } from './PersonPicker.js'
import { useVerb, useVerbLabel } from './use-verb.js'
import type { Actionable } from './VerbButtons.js'
import { askedBy, type Asked } from './verb-forms.js'

/** How one thing that a verb asks is answered. */
export interface AnswerProps {
  asked: Asked
  label: string
  record: Actionable
  value: unknown
  onChange: (value: unknown) => void
}

/** Asks what a verb needs, then does it. The inputs follow the verb's arguments in the schema. */
export function VerbDialog(props: { name: VerbName; record: Actionable; onClose: () => void }) {
  const { name, record, onClose } = props
  const translate = useTranslate()
  const title = useId()
  const label = useVerbLabel()(name)
  const { run, pending } = useVerb(name)
  const [answers, setAnswers] = useState<Record<string, unknown>>({})
  const asked = askedBy(name)
  const whole = asked.every((a) => !a.required || !isEmpty(answers[a.name]))
  const submit = async () => {
    if (await run({ id: record.id, ...answers }, record.version)) onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DialogTitle id={title}>{label}</DialogTitle>
        <DialogContent>
          {asked.map((one) => {
            const Answer = answerOf(one)
            return (
              <Answer
                key={one.name}
                asked={one}
                label={translate(`verbs.asks.${one.name}`, { _: sentence(one.name) })}
                record={record}
                value={answers[one.name]}
                onChange={(value) => setAnswers((before) => ({ ...before, [one.name]: value }))}
              />
            )
          })}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('shared.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!whole || pending}>
            {label}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const byName: Record<string, React.ComponentType<AnswerProps>> = {
  assigneeId: PersonPicker,
  checklist: ChecklistAnswers,
}

const byType: Record<string, React.ComponentType<AnswerProps>> = { Boolean: YesNo, String: Words }

function answerOf(asked: Asked): React.ComponentType<AnswerProps> {
  if (asked.type in schema.enums) return Choice
  return byName[asked.name] ?? byType[asked.type] ?? Words
}

function Words({ asked, label, value, onChange }: AnswerProps) {
  return (
    <TextField
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

function Choice({ asked, label, value, onChange }: AnswerProps) {
  const translate = useTranslate()
  const names = schema.enums[asked.type as keyof typeof schema.enums]
  return (
    <TextField
      select
      label={label}
      required={asked.required}
      fullWidth
      value={value ?? ''}
      onChange={(e) => onChange(e.target.value)}
    >
      {names.map((name) => (
        <MenuItem key={name} value={name}>
          {translate(`states.${name}`, { _: sentence(name) })}
        </MenuItem>
      ))}
    </TextField>
  )
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (typeof value === 'string' && !value.trim())
}
