import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Bytes } from './bytes.js'
import { type ArchiveEntry, readDirectory } from './zip-directory.js'

const inflate = promisify(inflateRaw)
const MAX_INDEX = 1_000_000
const DEFLATED = 8

const kinds = [
  { part: 'word/document.xml', family: 'wordprocessingml.document' },
  { part: 'xl/workbook.xml', family: 'spreadsheetml.sheet' },
]

/**
 * The type of an Office document by what its archive holds; undefined where it is another archive, is damaged, or
 * carries a macro. Only its small index of types is unpacked. Source: ECMA-376 part 2, section 10 (content types).
 */
export async function officeType(bytes: Bytes): Promise<string | undefined> {
  const entries = await readDirectory(bytes)
  if (!entries || entries.some((e) => isHarmful(e.name))) return undefined
  const kind = kinds.find(({ part }) => entries.some((e) => e.name === part))
  const index = entries.find((e) => e.name === '[Content_Types].xml')
  if (!kind || !index) return undefined
  const types = await unpack(bytes, index)
  if (!types?.includes(`application/vnd.openxmlformats-officedocument.${kind.family}.main+xml`))
    return undefined
  if (/macroEnabled|vbaProject|activeX/i.test(types)) return undefined
  return `application/vnd.openxmlformats-officedocument.${kind.family}`
}

function isHarmful(name: string): boolean {
  return /(^|[/\\])\.\.([/\\]|$)|^[/\\]|vbaProject|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar|html?)$/i.test(name)
}

async function unpack(bytes: Bytes, entry: ArchiveEntry): Promise<string | undefined> {
  if (entry.packedSize > MAX_INDEX) return undefined
  const local = await bytes.read(entry.offset, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) return undefined
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = await bytes.read(start, entry.packedSize)
  if (entry.method !== DEFLATED) return entry.method === 0 ? packed.toString('utf8') : undefined
  try {
    return (await inflate(packed, { maxOutputLength: MAX_INDEX })).toString('utf8')
  } catch {
    return undefined // damaged, or a bomb
  }
}
