import type { ReactNode } from 'react'
import { Field } from './Field.js'

interface TextAreaProps {
  label: string
  help?: ReactNode
  problem?: string | undefined
  rows?: number
  value: string
  onValue: (value: string) => void
}

/** Several lines of text. */
export function TextArea({ label, help, problem, rows = 4, value, onValue }: TextAreaProps) {
  return (
    <Field label={label} help={help} problem={problem}>
      {(tie) => (
        <textarea
          {...tie}
          className="input"
          rows={rows}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
