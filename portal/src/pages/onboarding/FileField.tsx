import { useId, type ReactNode } from 'react'
import type { FilePartsFragment } from '../../gen/operations.js'
import { namesOfTypes } from '../../ui/file-types.js'
import { FileDrop } from '../../ui/FileDrop.js'
import { fileWords as words } from '../../words/onboarding.js'
import type { FormField, Issue } from './draft.js'
import { extraOf } from './FieldInput.js'
import { FileRow, PendingRow } from './FileRow.js'
import { IssueNote } from './Issues.js'
import type { Uploads } from './use-uploads.js'

interface FileFieldProps {
  field: FormField
  files: readonly FilePartsFragment[]
  issues: readonly Issue[]
  uploads: Uploads
  problem: string | undefined
  onRemove: (fileId: string) => void
}

/** A question that is answered with files: chosen or dropped, each with its way and its fate. */
export function FileField({ field, files, issues, uploads, problem, onRemove }: FileFieldProps) {
  const id = useId()
  const pending = uploads.pending.filter(({ key }) => key === field.key)
  const room = (field.maxFiles ?? 1) - files.length - pending.length
  const described = [`${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className="field-label">
        {field.label} <span className="field-extra">{extraOf(field)}</span>
      </span>
      <p id={`${id}-help`} className="field-help">
        {[field.help, limitsOf(field)].filter(Boolean).join(' ')}
      </p>
      <div className="files">
        {files.map((file) => (
          <FileRow key={file.id} file={file} onRemove={() => onRemove(file.id)}>
            {issuesAt(file.id, issues)}
          </FileRow>
        ))}
        {pending.map((one) => (
          <PendingRow key={one.id} pending={one} uploads={uploads} />
        ))}
      </div>
      {room > 0 ? (
        <FileDrop
          title={files.length > 0 ? words.dropMore : words.drop}
          accept={field.accept ?? []}
          room={room}
          labelledBy={`${id}-label`}
          describedBy={described}
          onFiles={(chosen) => uploads.start(field.key, chosen)}
        />
      ) : (
        <p className="field-help">{words.full}</p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  )
}

function issuesAt(fileId: string, issues: readonly Issue[]): ReactNode {
  return issues
    .filter((issue) => issue.fileId === fileId)
    .map((issue) => <IssueNote key={issue.id} issue={issue} />)
}

/** What a question takes, as people say it: `application/pdf` is PDF. */
function limitsOf(field: FormField): string {
  const types = namesOfTypes(field.accept ?? [])
  return [types && words.accepted(types), words.most(field.maxFiles ?? 1)].filter(Boolean).join(' ')
}
