import { useCallback, useState } from 'react'
import type { FilePartsFragment } from '../../gen/operations.js'
import { useBearer } from '../../wire/caller.js'
import { upload } from '../../wire/upload.js'

/** A file on its way, or one that did not make it. */
export interface Pending {
  id: number
  key: string
  file: File
  share: number
  error?: Error
}

export interface Uploads {
  pending: Pending[]
  busy: boolean
  start: (key: string, files: readonly File[]) => void
  retry: (id: number) => void
  dismiss: (id: number) => void
}

let nextId = 1

/** Files on their way to the API, each by itself; `onDone` gets what has arrived and was accepted. */
export function useUploads(onDone: (key: string, file: FilePartsFragment) => void): Uploads {
  const bearer = useBearer()
  const [pending, setPending] = useState<Pending[]>([])

  const change = (id: number, next: Partial<Pending>): void =>
    setPending((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)))
  const dismiss = useCallback((id: number) => setPending((all) => all.filter((one) => one.id !== id)), [])

  const send = async ({ id, key, file }: Pending): Promise<void> => {
    try {
      const arrived = await upload(file, bearer, (share) => change(id, { share }))
      dismiss(id)
      onDone(key, arrived)
    } catch (error) {
      change(id, { error: error as Error })
    }
  }
  const start = (key: string, files: readonly File[]): void => {
    const fresh = files.map((file) => ({ id: nextId++, key, file, share: 0 }))
    setPending((all) => [...all, ...fresh])
    for (const one of fresh) void send(one)
  }
  const retry = (id: number): void => {
    const one = pending.find((each) => each.id === id)
    if (!one) return
    change(id, { share: 0, error: undefined })
    void send(one)
  }
  return { pending, busy: pending.some(({ error }) => !error), start, retry, dismiss }
}
