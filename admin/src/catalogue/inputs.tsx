import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'

interface WordsProps {
  label: string
  value: string
  problem?: string
  help?: ReactNode
  lines?: number
  autoFocus?: boolean
  onChange: (value: string) => void
}

/** Text, of one line or several; what is wrong with it stands below. */
export function Words({ label, value, problem, help, lines, autoFocus, onChange }: WordsProps) {
  return (
    <TextField
      label={label}
      value={value}
      fullWidth
      multiline={lines !== undefined}
      minRows={lines}
      autoFocus={autoFocus}
      error={Boolean(problem)}
      helperText={problem ?? help}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A whole number; nothing or nonsense in it is 0, which the API refuses at its place. */
export function WholeNumber(
  props: Omit<WordsProps, 'value' | 'onChange' | 'lines'> & {
    value: number
    onChange: (value: number) => void
  },
) {
  const { label, value, problem, help, onChange } = props
  return (
    <TextField
      label={label}
      type="number"
      value={value === 0 ? '' : value}
      sx={{ maxWidth: 320 }}
      error={Boolean(problem)}
      helperText={problem ?? help}
      slotProps={{ htmlInput: { min: 1, step: 1, inputMode: 'numeric' } }}
      onChange={(event) => onChange(Math.trunc(Number(event.target.value)) || 0)}
    />
  )
}

/** One of some choices. */
export function Pick<Value extends string>(props: {
  label: string
  value: Value
  choices: readonly (readonly [value: Value, label: string])[]
  help?: ReactNode
  disabled?: boolean
  problem?: string
  onChange: (value: Value) => void
}) {
  return (
    <TextField
      select
      fullWidth
      label={props.label}
      value={props.value}
      disabled={props.disabled}
      error={Boolean(props.problem)}
      helperText={props.problem ?? props.help}
      onChange={(event) => props.onChange(event.target.value as Value)}
    >
      {props.choices.map(([value, label]) => (
        <MenuItem key={value} value={value}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Some of some choices; one may say why it cannot be chosen. */
export function PickMany(props: {
  label: string
  value: readonly string[]
  choices: readonly { value: string; label: string; not?: string }[]
  help?: ReactNode
  problem?: string
  onChange: (value: string[]) => void
}) {
  const labelOf = (value: string) => props.choices.find((choice) => choice.value === value)?.label ?? value
  return (
    <TextField
      select
      fullWidth
      label={props.label}
      value={[...props.value]}
      error={Boolean(props.problem)}
      helperText={props.problem ?? props.help}
      slotProps={{
        select: { multiple: true, renderValue: (chosen) => (chosen as string[]).map(labelOf).join(', ') },
      }}
      onChange={(event) => props.onChange(event.target.value as unknown as string[])}
    >
      {props.choices.map(({ value, label, not }) => (
        <MenuItem key={value} value={value} disabled={not !== undefined}>
          {not === undefined ? label : `${label} (${not})`}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Yes or no. */
export function Flag(props: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <FormControlLabel
      label={props.label}
      control={<Switch checked={props.value} onChange={(event) => props.onChange(event.target.checked)} />}
    />
  )
}
