import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import type { Candidate } from './candidates.js'

/** Chooses a person for a piece of work, each with their load; those without the skill cannot be chosen. */
export function CandidateSelect(props: {
  label: string
  candidates: Candidate[]
  value: string
  required?: boolean
  disabled?: boolean
  onChange: (id: string) => void
}) {
  const translate = useTranslate()
  return (
    <TextField
      select
      fullWidth
      label={props.label}
      required={props.required}
      disabled={props.disabled}
      value={props.candidates.some((one) => one.id === props.value) ? props.value : ''}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{
        select: { renderValue: (id) => <Chosen one={props.candidates.find((one) => one.id === id)} /> },
      }}
    >
      {props.candidates.map((one) => (
        <MenuItem key={one.id} value={one.id} disabled={!one.hasSkill} sx={{ gap: 2 }}>
          <Box sx={{ flex: 1 }}>{one.name}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
            {one.hasSkill
              ? translate('tasks.load', { smart_count: one.openTasks })
              : translate('tasks.lacksSkill')}
          </Box>
        </MenuItem>
      ))}
    </TextField>
  )
}

function Chosen({ one }: { one: Candidate | undefined }) {
  const translate = useTranslate()
  if (!one) return null
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
      {one.name}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
        {translate('tasks.load', { smart_count: one.openTasks })}
      </Box>
    </Box>
  )
}
