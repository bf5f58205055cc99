import type { FilePartsFragment } from '../../gen/operations.js'
import { fileSize } from '../../format/format.js'
import { endingOf } from '../onboarding/FileRow.js'
import { deliveryWords as words } from '../../words/delivery.js'

/** A file that was handed over: to look at where the browser can show it, and to keep. */
export function DeliveredFile({ file }: { file: FilePartsFragment }) {
  const { name, size, viewUrl, downloadUrl } = file
  return (
    <div className="file">
      <span className="file-kind">{endingOf(name)}</span>
      <span>
        <span className="file-name">{name}</span>
        <span className="muted small"> {fileSize(size)}</span>
      </span>
      <span className="row">
        {viewUrl && (
          <a href={viewUrl} target="_blank" rel="noreferrer" aria-label={words.openOf(name)}>
            {words.open}
          </a>
        )}
        {downloadUrl && (
          <a href={downloadUrl} download={name} aria-label={words.downloadOf(name)}>
            {words.download}
          </a>
        )}
      </span>
    </div>
  )
}
