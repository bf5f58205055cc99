import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useMemo } from 'react'
import { useTranslate } from 'react-admin'
import type { TaskPageFragment } from '../gen/documents.js'
import type { ChecklistAnswerInput } from '../gen/schema.js'
import type { AnswerProps } from './answer-props.js'

/** A task's checklist, each item ticked or not, with room for a note. */
export function ChecklistAnswers({ label, record, value, problem, problems, onChange }: AnswerProps) {
  const translate = useTranslate()
  const { checklist } = record as unknown as TaskPageFragment
  const items = useMemo(() => checklist ?? [], [checklist])
  const answers = (value ?? []) as ChecklistAnswerInput[]
  useEffect(() => {
    if (value === undefined)
      onChange(items.map((item) => ({ key: item.key, done: item.done ?? false, note: item.note })))
  }, [value, onChange, items])
  const change = (key: string, part: Partial<ChecklistAnswerInput>) =>
    onChange(answers.map((answer) => (answer.key === key ? { ...answer, ...part } : answer)))
  if (!items.length) return <Typography>{translate('tasks.noChecklist')}</Typography>
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
      <Typography component="legend" variant="h3" sx={{ mb: 1 }}>
        {label}
      </Typography>
      {problem ? <Typography sx={{ color: 'error.main' }}>{problem}</Typography> : null}
      {items.map((item) => {
        const answer = answers.find((one) => one.key === item.key)
        return (
          <Box key={item.key} sx={{ mb: 1 }}>
            <FormControlLabel
              label={item.text}
              control={
                <Checkbox
                  checked={answer?.done ?? false}
                  onChange={(event) => change(item.key, { done: event.target.checked })}
                />
              }
            />
            <TextField
              label={translate(answer?.done ? 'tasks.note' : 'tasks.whyNot')}
              error={Boolean(problems[`checklist.${item.key}`])}
              helperText={problems[`checklist.${item.key}`]}
              fullWidth
              value={answer?.note ?? ''}
              onChange={(event) => change(item.key, { note: event.target.value })}
            />
          </Box>
        )
      })}
    </Box>
  )
}
