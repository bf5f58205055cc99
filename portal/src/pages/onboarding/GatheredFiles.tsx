import { FileRow, PendingRow } from './FileRow.js'
import type { Gathered } from './use-gathered.js'

/** The files that were gathered, each with its way and its fate. */
export function GatheredFiles({ gathered: { files, uploads, remove } }: { gathered: Gathered }) {
  if (files.length === 0 && uploads.pending.length === 0) return null
  return (
    <div className="files">
      {files.map((file) => (
        <FileRow key={file.id} file={file} onRemove={() => remove(file.id)} />
      ))}
      {uploads.pending.map((pending) => (
        <PendingRow key={pending.id} pending={pending} uploads={uploads} />
      ))}
    </div>
  )
}
