import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Storage } from '../storage/storage.js'

/** A stored file's bytes, read in pieces: never the whole of it in memory. */
export interface Bytes {
  readonly size: number
  /** At most `length` bytes from `start`; fewer at the end of the file. */
  read(start: number, length: number): Promise<Buffer>
  /** All of them, one after the other. */
  stream(): Promise<Readable>
}

/** The bytes under a key of a storage, or undefined where there are none. */
export async function storedBytes(storage: Storage, key: string): Promise<Bytes | undefined> {
  const there = await storage.head(key)
  if (!there) return undefined
  const { size } = there
  return {
    size,
    read: async (start, length) => {
      const end = Math.min(size, start + length) - 1
      return end < start ? Buffer.alloc(0) : buffer(await storage.openRead(key, { start, end }))
    },
    stream: () => storage.openRead(key),
  }
}
