import { useEffect, useState } from 'react'
import { FileNowDocument, type FilePartsFragment } from '../../gen/operations.js'
import { ask } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'

const FIRST_MS = 1500
const LONGEST_MS = 20_000

/** The file as it is now: one that is still checked for viruses is asked for again, more and more seldom. */
export function useScanned(known: FilePartsFragment): FilePartsFragment {
  const bearer = useBearer()
  const [newer, setNewer] = useState<FilePartsFragment>()
  const file = newer?.id === known.id && known.status === 'SCANNING' ? newer : known
  const { id, status } = file
  useEffect(() => {
    if (status !== 'SCANNING') return
    let pause = FIRST_MS
    let left = false
    let timer = setTimeout(() => void look(), pause)
    async function look(): Promise<void> {
      const { node } = await ask(FileNowDocument, { id }, bearer).catch(() => ({ node: null }))
      if (left) return
      const found = node as FilePartsFragment | null
      if (found && found.status !== 'SCANNING') return setNewer(found)
      pause = Math.min(pause * 1.5, LONGEST_MS)
      timer = setTimeout(() => void look(), pause)
    }
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [id, status, bearer])
  return file
}
