import type { ReactNode } from 'react'
import type { FilePartsFragment } from '../../gen/operations.js'
import { fileSize } from '../../format/format.js'
import { Button } from '../../ui/Button.js'
import { sentenceOf } from '../../words/refusals.js'
import { fileWords as words } from '../../words/onboarding.js'
import type { Pending, Uploads } from './use-uploads.js'
import { useScanned } from './use-scanned.js'

interface FileRowProps {
  file: FilePartsFragment
  onRemove?: () => void
  children?: ReactNode
}

/** A file that has arrived: its kind, name and size, a way to open it, and what our team said about it. */
export function FileRow({ file: known, onRemove, children }: FileRowProps) {
  const file = useScanned(known)
  const address = file.viewUrl ?? file.downloadUrl
  return (
    <div className="file">
      <span className="file-kind">{endingOf(file.name)}</span>
      <span>
        <span className="file-name">{file.name}</span>
        <span className="muted small"> {fileSize(file.size)}</span>
      </span>
      <span className="row">
        {address && (
          <a href={address} target="_blank" rel="noreferrer" aria-label={words.viewOf(file.name)}>
            {words.view}
          </a>
        )}
        {onRemove && (
          <Button kind="plain" aria-label={words.removeOf(file.name)} onClick={onRemove}>
            {words.remove}
          </Button>
        )}
      </span>
      <Fate status={file.status} />
      {children && <div className="file-wide">{children}</div>}
    </div>
  )
}

/** What the virus scanner has to say, where there is something to say. */
function Fate({ status }: { status: FilePartsFragment['status'] }) {
  if (status === 'SCANNING')
    return (
      <p className="file-wide muted small" role="status">
        {words.scanning}
      </p>
    )
  if (status === 'QUARANTINED')
    return (
      <p className="file-wide field-problem" role="alert">
        {words.quarantined}
      </p>
    )
  return null
}

/** A file on its way, or refused with the reason and a way out. */
export function PendingRow({ pending, uploads }: { pending: Pending; uploads: Uploads }) {
  const { id, file, share, error } = pending
  return (
    <div className="file">
      <span className="file-kind">{endingOf(file.name)}</span>
      <span>
        <span className="file-name">{file.name}</span>
        <span className="muted small"> {fileSize(file.size)}</span>
      </span>
      {error && (
        <span className="row">
          <Button kind="plain" onClick={() => uploads.retry(id)}>
            {words.retry}
          </Button>
          <Button kind="plain" aria-label={words.removeOf(file.name)} onClick={() => uploads.dismiss(id)}>
            {words.remove}
          </Button>
        </span>
      )}
      <div className="file-wide">
        {error ? (
          <p className="field-problem" role="alert">
            {sentenceOf(error)}
          </p>
        ) : (
          <>
            <progress value={share} max={1} aria-label={file.name} />
            <p className="muted small">
              {share < 1 ? words.uploading(Math.round(share * 100)) : words.checking}
            </p>
          </>
        )}
      </div>
    </div>
  )
}

/** The ending of a file's name, for its little badge. */
export function endingOf(name: string): string {
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? '') : ''
  return ending.slice(0, 4) || '?'
}
