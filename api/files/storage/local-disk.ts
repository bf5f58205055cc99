import { randomBytes } from 'node:crypto'
import { type FileHandle, link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Purpose, signer } from './signature.js'
import type { ByteRange, Storage } from './storage.js'

export interface LocalDiskOptions {
  /** The folder that is ours alone. */
  readonly folder: string
  /** Where browsers reach us, without a slash at the end. */
  readonly publicUrl: string
  readonly secret: string
}

/** What became of an upload: kept, or the reason why nothing was. */
export type Received = 'kept' | 'there-already' | 'too-long' | 'too-short'

/** Files in a folder of this machine, with the addresses under `/files/` that the house itself answers. */
export interface LocalDisk extends Storage {
  /** The terms of an address of ours, or undefined where it is forged, changed or over. */
  verify(purpose: Purpose, key: string, query: string): ReadonlyMap<string, string> | undefined
  /** Writes the body under the key if it has exactly `size` bytes; a body that breaks off throws. */
  receive(key: string, size: number, body: AsyncIterable<Buffer>): Promise<Received>
}

const KEY = /^[a-z0-9_]{1,64}$/
const LEFT_OVER_MS = 24 * 3_600_000

/** Opens the folder, makes it where it is missing, and clears what crashed uploads left behind a day ago or more. */
export async function openLocalDisk(options: LocalDiskOptions): Promise<LocalDisk> {
  const incoming = join(options.folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await clearLeftOvers(incoming)
  const signed = signer(options.secret)
  const address = (purpose: Purpose, key: string, query: string) =>
    `${options.publicUrl}/files/${purpose}/${key}?${query}`
  return {
    signedUpload: async ({ key, size, type, expiresAt }) => ({
      url: address('upload', key, signed.sign('upload', key, { size: String(size), type }, expiresAt)),
      method: 'PUT',
      headers: [{ name: 'Content-Type', value: type }],
    }),
    signedDownload: async ({ key, name, type, disposition, expiresAt }) =>
      address('download', key, signed.sign('download', key, { name, type, disposition }, expiresAt)),
    head: (key) => sizeOf(pathOf(options.folder, key)),
    openRead: (key, range) => openRead(pathOf(options.folder, key), range),
    // A key is written once: nobody reaches what lies under it.
    seal: async (key) => key,
    remove: async (key, except) => {
      if (key !== except) await rm(pathOf(options.folder, key), { force: true })
    },
    reachable: async () => (await sizeOf(incoming)) !== undefined,
    verify: (purpose, key, query) => (KEY.test(key) ? signed.verify(purpose, key, query) : undefined),
    receive: (key, size, body) => receive(incoming, pathOf(options.folder, key), size, body),
  }
}

/** Two letters of the key's random end make a folder, so that none grows too wide. */
function pathOf(folder: string, key: string): string {
  if (!KEY.test(key)) throw new Error('Not a key of this storage')
  return join(folder, 'kept', key.slice(-2), key)
}

async function receive(
  incoming: string,
  path: string,
  size: number,
  body: AsyncIterable<Buffer>,
): Promise<Received> {
  if (await sizeOf(path)) return 'there-already'
  const draft = join(incoming, randomBytes(16).toString('hex'))
  try {
    const written = await writeDraft(draft, size, body)
    if (written !== size) return written > size ? 'too-long' : 'too-short'
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return await publish(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Writes and flushes at most `size` bytes; says how many came, one more than allowed being enough to know. */
async function writeDraft(draft: string, size: number, body: AsyncIterable<Buffer>): Promise<number> {
  const file = await open(draft, 'wx', 0o600)
  try {
    let written = 0
    for await (const chunk of body) {
      written += chunk.length
      if (written > size) return written
      await writeAll(file, chunk)
    }
    await file.sync()
    return written
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten
}

/** Shows the whole draft under its name in one step. Unlike a rename, a link never replaces what is there. */
async function publish(draft: string, path: string): Promise<Received> {
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'there-already'
    throw error
  }
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
  return 'kept'
}

async function openRead(path: string, range?: ByteRange): Promise<Readable> {
  const file = await open(path, 'r')
  return file.createReadStream({ ...range })
}

async function sizeOf(path: string): Promise<{ size: number } | undefined> {
  try {
    return { size: (await stat(path)).size }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function clearLeftOvers(incoming: string): Promise<void> {
  const now = new Date().getTime()
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const { mtimeMs } = await stat(path)
    if (now - mtimeMs > LEFT_OVER_MS) await rm(path, { force: true })
  }
}
