import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react'
import type { FormFieldKind } from '../../gen/operations.js'
import { Choice, Field } from '../../ui/Field.js'
import { formWords as words } from '../../words/onboarding.js'
import type { FormField } from './draft.js'

interface FieldInputProps {
  field: FormField
  value: string[]
  problem: string | undefined
  onValue: (value: string[]) => void
}

/** How the API writes the two answers of a yes-or-no question. */
const YES_NO: [value: string, label: string][] = [
  ['yes', words.yes],
  ['no', words.no],
]

type Line = { type: HTMLInputTypeAttribute } & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'inputMode' | 'autoComplete'
>

/** The right keyboard for each kind of line. */
const LINES: Partial<Record<FormFieldKind, Line>> = {
  SHORT_TEXT: { type: 'text' },
  EMAIL: { type: 'email', autoComplete: 'email' },
  URL: { type: 'url', inputMode: 'url' },
  PHONE: { type: 'tel', autoComplete: 'tel' },
  NUMBER: { type: 'text', inputMode: 'decimal' },
  DATE: { type: 'date' },
}

/** The control for one question that is answered in words. */
export function FieldInput(props: FieldInputProps) {
  const { field } = props
  if (field.kind === 'YES_NO') return <Picks {...props} kind="radio" options={YES_NO} />
  const options = (field.options ?? []).map((option): [string, string] => [option, option])
  if (field.kind === 'ONE_OF') return <Picks {...props} kind="radio" options={options} />
  if (field.kind === 'MANY_OF') return <Picks {...props} kind="checkbox" options={options} />
  return <Written {...props} />
}

function Written({ field, value, problem, onValue }: FieldInputProps) {
  const line = LINES[field.kind] ?? { type: 'text' }
  const [text = ''] = value
  return (
    <Field label={field.label} help={field.help} extra={extraOf(field)} problem={problem}>
      {(tie) =>
        field.kind === 'LONG_TEXT' ? (
          <textarea
            {...tie}
            className="input"
            rows={5}
            required={field.required}
            value={text}
            onChange={(event) => onValue([event.target.value])}
          />
        ) : (
          <input
            {...tie}
            {...line}
            className="input"
            required={field.required}
            value={text}
            onChange={(event) => onValue([event.target.value])}
          />
        )
      }
    </Field>
  )
}

/** What stands beside a question's label. */
export function extraOf(field: FormField): string {
  return field.required ? words.required : words.optional
}

interface PicksProps extends FieldInputProps {
  kind: 'radio' | 'checkbox'
  options: [value: string, label: string][]
}

function Picks({ field, value, problem, onValue, kind, options }: PicksProps) {
  const id = `problem-${field.key}`
  const pick = (option: string, on: boolean): void => {
    if (kind === 'radio') onValue([option])
    else onValue(on ? [...value, option] : value.filter((one) => one !== option))
  }
  return (
    <fieldset className="field" aria-describedby={problem ? id : undefined}>
      <legend>
        {field.label} <span className="field-extra">{extraOf(field)}</span>
      </legend>
      {field.help && <p className="field-help">{field.help}</p>}
      <div className="choices">
        {options.map(([option, label]) => (
          <Choice
            key={option}
            name={field.key}
            kind={kind}
            label={label}
            checked={value.includes(option)}
            onPick={(on) => pick(option, on)}
          />
        ))}
      </div>
      {problem && (
        <p id={id} className="field-problem">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
