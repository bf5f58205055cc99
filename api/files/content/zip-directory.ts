import type { Bytes } from './bytes.js'

/** One file in a ZIP archive, as the archive's directory names it. */
export interface ArchiveEntry {
  readonly name: string
  readonly method: number
  readonly packedSize: number
  /** Where its local header begins. */
  readonly offset: number
}

const END_SIZE = 22
const END_LONGEST = END_SIZE + 65_535
const MAX_ENTRIES = 5000
const MAX_DIRECTORY = 2_000_000

/** Whether a file with this tail could be opened as a ZIP archive from behind. */
export function endsAsArchive(tail: Buffer): boolean {
  return endOf(tail) !== undefined
}

/**
 * The entries of a ZIP archive that begins with the file and ends with it; undefined where there is no such archive.
 * Nothing is unpacked. Source: APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16.
 */
export async function readDirectory(bytes: Bytes): Promise<ArchiveEntry[] | undefined> {
  const tail = await bytes.read(Math.max(0, bytes.size - END_LONGEST), END_LONGEST)
  const at = endOf(tail)
  if (at === undefined) return undefined
  const count = tail.readUInt16LE(at + 10)
  const size = tail.readUInt32LE(at + 12)
  const offset = tail.readUInt32LE(at + 16)
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY) return undefined
  // The directory ends where the end record begins: nothing is hidden between or before.
  if (offset + size !== bytes.size - tail.length + at) return undefined
  return entriesOf(await bytes.read(offset, size), count)
}

function endOf(tail: Buffer): number | undefined {
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) === 0x06054b50 && at + END_SIZE + tail.readUInt16LE(at + 20) === tail.length)
      return at
  }
  return undefined
}

function entriesOf(directory: Buffer, count: number): ArchiveEntry[] | undefined {
  const entries: ArchiveEntry[] = []
  for (let at = 0; entries.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return undefined
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, nameEnd),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}
