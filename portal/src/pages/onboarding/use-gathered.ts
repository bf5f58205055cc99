import { useCallback, useState } from 'react'
import type { FilePartsFragment } from '../../gen/operations.js'
import { type Uploads, useUploads } from './use-uploads.js'

/** Files that go with something that is not sent yet. */
export interface Gathered {
  files: readonly FilePartsFragment[]
  uploads: Uploads
  /** How many more fit. */
  room: number
  ids: string[]
  remove: (...ids: string[]) => void
}

/** Gathers files, `most` at once. */
export function useGathered(most: number): Gathered {
  const [files, setFiles] = useState<readonly FilePartsFragment[]>([])
  const arrived = useCallback(
    (_key: string, file: FilePartsFragment) => setFiles((all) => [...all, file]),
    [],
  )
  const uploads = useUploads(arrived)
  return {
    files,
    uploads,
    room: most - files.length - uploads.pending.length,
    ids: files.map(({ id }) => id),
    remove: (...ids) => setFiles((all) => all.filter(({ id }) => !ids.includes(id))),
  }
}
