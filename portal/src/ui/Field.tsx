import { useId, type InputHTMLAttributes, type ReactNode } from 'react'

interface FieldProps {
  label: string
  help?: ReactNode
  extra?: string | undefined
  problem?: string | undefined
  /** Gets what ties the control to its label, help and problem. */
  children: (tie: Tie) => ReactNode
}

export interface Tie {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A labelled control with its help and, where it was refused, why. */
export function Field({ label, help, extra, problem, children }: FieldProps) {
  const id = useId()
  const describedBy = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {extra && <span className="field-extra">{extra}</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string
  help?: ReactNode
  problem?: string | undefined
  onValue: (value: string) => void
}

/** One line of text. */
export function TextField({ label, help, problem, onValue, ...input }: TextFieldProps) {
  return (
    <Field label={label} help={help} problem={problem}>
      {(tie) => (
        <input {...input} {...tie} className="input" onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  )
}

interface SelectProps {
  label: string
  help?: ReactNode
  problem?: string | undefined
  value: string
  options: { id: string; name: string }[]
  onValue: (id: string) => void
}

/** One of a list. */
export function SelectField({ label, help, problem, value, options, onValue }: SelectProps) {
  return (
    <Field label={label} help={help} problem={problem}>
      {(tie) => (
        <select {...tie} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface ChoiceProps {
  name: string
  kind: 'radio' | 'checkbox'
  checked: boolean
  label: ReactNode
  note?: ReactNode
  disabled?: boolean
  onPick: (checked: boolean) => void
}

/** One of several answers, big enough for a thumb. */
export function Choice({ name, kind, checked, label, note, disabled, onPick }: ChoiceProps) {
  return (
    <label className="choice">
      <input
        type={kind}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onPick(event.target.checked)}
      />
      <span>
        {label}
        {note && <span>{note}</span>}
      </span>
    </label>
  )
}
