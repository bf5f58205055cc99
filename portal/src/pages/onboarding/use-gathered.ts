import { useCallback, useState } from 'react'
import type { FilePartsFragment } from '../../gen/operations.js'
import { type Uploads, useUploads } from '../onboarding/use-uploads.js'

/** As many as one message may carry. */
const MOST = 10

/** Files that go with a message. */
export interface Attached {
  files: readonly FilePartsFragment[]
  uploads: Uploads
  /** How many more fit. */
  room: number
  ids: string[]
  remove: (...ids: string[]) => void
}

/** Gathers the files of a message that is not sent yet. */
export function useAttachments(): Attached {
  const [files, setFiles] = useState<readonly FilePartsFragment[]>([])
  const arrived = useCallback(
    (_key: string, file: FilePartsFragment) => setFiles((all) => [...all, file]),
    [],
  )
  const uploads = useUploads(arrived)
  return {
    files,
    uploads,
    room: MOST - files.length - uploads.pending.length,
    ids: files.map(({ id }) => id),
    remove: (...ids) => setFiles((all) => all.filter(({ id }) => !ids.includes(id))),
  }
}
