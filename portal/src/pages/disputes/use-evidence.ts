import { useCallback, useState } from 'react'
import type { FilePartsFragment } from '../../gen/operations.js'
import { type Uploads, useUploads } from '../onboarding/use-uploads.js'

const MOST = 20

/** Files that are about to be handed in. */
export interface Evidence {
  files: readonly FilePartsFragment[]
  uploads: Uploads
  /** How many more fit. */
  room: number
  ids: string[]
  remove: (id: string) => void
  clear: () => void
}

/** Gathers files to hand in, twenty at most at once. */
export function useEvidence(): Evidence {
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
    remove: (id) => setFiles((all) => all.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  }
}
