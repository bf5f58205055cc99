import type { DocumentPartsFragment } from '../../gen/operations.js'
import { expected } from '../../words/refusals.js'
import { issuesOf, type FormField } from './draft.js'
import { FieldInput } from './FieldInput.js'
import { FileField } from './FileField.js'
import { IssueNote } from './Issues.js'
import type { UseDraft } from './use-draft.js'
import type { Uploads } from './use-uploads.js'

interface FieldBlockProps {
  field: FormField
  document: DocumentPartsFragment
  draft: UseDraft
  uploads: Uploads
  problem: string | undefined
}

/** One question with what our team said about it, its control, and why its answer was refused. */
export function FieldBlock({ field, document, draft, uploads, problem: refusal }: FieldBlockProps) {
  const { answers, files } = draft.draft
  const problem = refusal && expected(refusal)
  return (
    <div id={`field-${field.key}`} className="stack-tight">
      {issuesOf(field, document, files).map((issue) => (
        <IssueNote key={issue.id} issue={issue} />
      ))}
      {field.kind === 'FILE' ? (
        <FileField
          field={field}
          issues={document.issues}
          files={files.filter((one) => one.key === field.key).map((one) => one.file)}
          uploads={uploads}
          problem={problem}
          onRemove={(fileId) =>
            draft.setDraft((before) => ({
              ...before,
              files: before.files.filter((one) => one.file.id !== fileId),
            }))
          }
        />
      ) : (
        <FieldInput
          field={field}
          value={answers[field.key] ?? []}
          problem={problem}
          onValue={(value) =>
            draft.setDraft((before) => ({ ...before, answers: { ...before.answers, [field.key]: value } }))
          }
        />
      )}
    </div>
  )
}
