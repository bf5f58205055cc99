import { useId } from 'react'
import { FileDrop } from '../../ui/FileDrop.js'
import { fileWords, formWords } from '../../words/onboarding.js'
import { FileRow, PendingRow } from '../onboarding/FileRow.js'
import type { Evidence } from './use-evidence.js'

interface EvidenceFieldProps {
  label: string
  help: string
  evidence: Evidence
}

/** Files to hand in: chosen or dropped, each with its way and its fate. */
export function EvidenceField({ label, help, evidence }: EvidenceFieldProps) {
  const id = useId()
  const { files, uploads, room, remove } = evidence
  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className="field-label">
        {label} <span className="field-extra">{formWords.optional}</span>
      </span>
      <p id={`${id}-help`} className="field-help">
        {help}
      </p>
      {(files.length > 0 || uploads.pending.length > 0) && (
        <div className="files">
          {files.map((file) => (
            <FileRow key={file.id} file={file} onRemove={() => remove(file.id)} />
          ))}
          {uploads.pending.map((pending) => (
            <PendingRow key={pending.id} pending={pending} uploads={uploads} />
          ))}
        </div>
      )}
      {room > 0 ? (
        <FileDrop
          title={files.length > 0 ? fileWords.dropMore : fileWords.drop}
          accept={[]}
          room={room}
          labelledBy={`${id}-label`}
          describedBy={`${id}-help`}
          onFiles={(chosen) => uploads.start('evidence', chosen)}
        />
      ) : (
        <p className="field-help">{fileWords.full}</p>
      )}
    </div>
  )
}
