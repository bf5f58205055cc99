import { useId, useState, type DragEvent, type ReactNode } from 'react'
import type { FilePartsFragment } from '../../gen/operations.js'
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
        <Drop {...{ field, described, room, uploads }} labelled={`${id}-label`} more={files.length > 0} />
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
  const types = (field.accept ?? []).map((type) => (NAMES[type] ?? type.replace(/^.*[./]/, '')).toUpperCase())
  return [types.length > 0 && words.accepted([...new Set(types)].join(', ')), words.most(field.maxFiles ?? 1)]
    .filter(Boolean)
    .join(' ')
}

const NAMES: Record<string, string> = {
  'text/plain': 'text',
  'image/svg+xml': 'svg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

interface DropProps {
  field: FormField
  described: string
  labelled: string
  room: number
  more: boolean
  uploads: Uploads
}

function Drop({ field, described, labelled, room, more, uploads }: DropProps) {
  const [over, setOver] = useState(false)
  const take = (list: FileList | null): void => {
    const chosen = [...(list ?? [])].slice(0, room)
    if (chosen.length > 0) uploads.start(field.key, chosen)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className="drop"
      data-over={over}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong aria-hidden="true">{more ? words.dropMore : words.drop}</strong>
      <input
        type="file"
        multiple={room > 1}
        accept={field.accept?.join(',')}
        aria-labelledby={labelled}
        aria-describedby={described}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
