import { useTranslate } from 'react-admin'
import type { schema } from '../gen/schema.js'
import { isChoice, type Question } from './form-content.js'
import { Flag, Pick, PickMany, WholeNumber, Words } from './inputs.js'

const KINDS = [
  'SHORT_TEXT',
  'LONG_TEXT',
  'EMAIL',
  'URL',
  'PHONE',
  'NUMBER',
  'DATE',
  'YES_NO',
  'ONE_OF',
  'MANY_OF',
  'FILE',
] as const satisfies readonly (typeof schema.enums.FormFieldKind)[number][]

/** What can be uploaded, as people call it. */
const FILE_TYPES = [
  { value: 'application/pdf', label: 'PDF' },
  { value: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', label: 'Word (docx)' },
  { value: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', label: 'Excel (xlsx)' },
  { value: 'text/plain', label: 'Text (txt)' },
  { value: 'text/csv', label: 'CSV' },
  { value: 'image/png', label: 'PNG' },
  { value: 'image/jpeg', label: 'JPEG' },
]

/** Everything about one question, each problem at its input. */
export function QuestionFields(props: {
  question: Question
  problems: Record<string, string>
  onChange: (change: Partial<Question>) => void
}) {
  const { question, problems, onChange } = props
  const translate = useTranslate()
  return (
    <>
      <Words
        label={translate('editor.label')}
        value={question.label}
        problem={problems['label'] ?? problems['key']}
        help={translate('editor.keyHelp', { key: question.key })}
        autoFocus={question.label === ''}
        onChange={(label) => onChange({ label })}
      />
      <Words
        label={translate('editor.help')}
        value={question.help ?? ''}
        problem={problems['help']}
        lines={1}
        onChange={(help) => onChange({ help })}
      />
      <Pick
        label={translate('editor.kind')}
        value={question.kind}
        problem={problems['kind']}
        choices={KINDS.map((kind) => [kind, translate(`editor.kinds.${kind}`)] as const)}
        onChange={(kind) => onChange({ kind })}
      />
      {isChoice(question.kind) ? (
        <Words
          label={translate('editor.options')}
          value={question.options.join('\n')}
          problem={below(problems, 'options')}
          lines={3}
          onChange={(text) => onChange({ options: text.split('\n') })}
        />
      ) : null}
      {question.kind === 'FILE' ? (
        <>
          <PickMany
            label={translate('editor.accept')}
            value={question.accept}
            problem={problems['accept']}
            choices={FILE_TYPES}
            onChange={(accept) => onChange({ accept })}
          />
          <WholeNumber
            label={translate('editor.maxFiles')}
            value={question.maxFiles}
            problem={problems['maxFiles']}
            onChange={(maxFiles) => onChange({ maxFiles })}
          />
        </>
      ) : null}
      <Flag
        label={translate('editor.required')}
        value={question.required}
        onChange={(required) => onChange({ required })}
      />
    </>
  )
}

/** What is wrong with a list or with one of its entries: `options`, or `options.2` as its number and what it must be. */
export function below(problems: Record<string, string>, name: string): string | undefined {
  const found = Object.entries(problems).flatMap(([path, message]) => {
    if (path === name) return [message]
    return path.startsWith(`${name}.`) ? [`${Number(path.slice(name.length + 1)) + 1}: ${message}`] : []
  })
  return found.length ? found.join('; ') : undefined
}
