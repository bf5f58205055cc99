import { useTranslate } from 'react-admin'
import { upload } from '../data/upload.js'
import type { AttachedFile } from './draft.js'

/** As many as one message may carry. */
const MOST = 10

type Files = readonly AttachedFile[]

export interface AttachedFiles {
  files: Files
  ids: string[]
  /** Whether one is still on its way. */
  busy: boolean
  add: (chosen: Iterable<File>) => void
  remove: (key: number) => void
}

let nextKey = 1

/** Gathers what is attached to a message; each file is sent as soon as it is chosen. */
export function useAttached(files: Files, setFiles: (next: (all: Files) => Files) => void): AttachedFiles {
  const translate = useTranslate()
  const send = async (key: number, chosen: File) => {
    const now = (fate: Partial<AttachedFile>) =>
      setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...fate } : one)))
    try {
      const file = await upload(chosen)
      now(file.status === 'REFUSED' ? { problem: translate('verbs.files.refused') } : { file })
    } catch (error) {
      now({ problem: (error as Error).message })
    }
  }
  const add = (chosen: Iterable<File>) => {
    const more = [...chosen].slice(0, MOST - files.length).map((file) => ({ key: nextKey++, file }))
    setFiles((all) => [...all, ...more.map(({ key, file }) => ({ key, name: file.name }))])
    for (const { key, file } of more) void send(key, file)
  }
  return {
    files,
    ids: files.flatMap(({ file }) => (file ? [file.id] : [])),
    busy: files.some(({ file, problem }) => !file && !problem),
    add,
    remove: (key) => setFiles((all) => all.filter((one) => one.key !== key)),
  }
}
