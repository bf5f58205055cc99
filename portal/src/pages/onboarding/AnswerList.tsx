import { day } from '../../format/format.js'
import { formWords as words } from '../../words/onboarding.js'
import type { Answers, Attached, FormField } from './draft.js'
import { FileRow } from './FileRow.js'

interface AnswerListProps {
  fields: readonly FormField[]
  answers: Answers
  files: readonly Attached[]
}

/** Every question with its answer, to read. */
export function AnswerList({ fields, answers, files }: AnswerListProps) {
  return (
    <dl className="review">
      {fields.map((field) => {
        const own = files.filter((one) => one.key === field.key)
        return (
          <div key={field.key}>
            <dt>{field.label}</dt>
            <dd>
              {field.kind === 'FILE' ? (
                <span className="files">
                  {own.map(({ file }) => (
                    <FileRow key={file.id} file={file} />
                  ))}
                  {own.length === 0 && <span className="muted">{words.nothing}</span>}
                </span>
              ) : (
                <AnswerText field={field} value={answers[field.key] ?? []} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function AnswerText({ field, value }: { field: FormField; value: readonly string[] }) {
  const [first = ''] = value
  if (value.every((one) => one === '')) return <span className="muted">{words.nothing}</span>
  if (field.kind === 'YES_NO') return first === 'yes' ? words.yes : words.no
  if (field.kind === 'DATE') return day(first)
  return value.join(', ')
}
